import type { Schemas } from '@api/api';

/** Where seeds may be. */
export type Fate =
  | 'sown'
  | 'emerged'
  | 'not_emerged'
  | 'waiting'
  | 'not_counted'
  | 'dissected'
  | 'alive'
  | 'dead'
  | 'pricked_out'
  | 'removed'
  | 'unexplained';

/** What is known of the seeds of a sowing; null is unknown, never zero. */
export interface SeedFate {
  /** Seeds sown; null when unknown or when the unit is not a seed. */
  readonly sown: number | null;
  readonly emerged: number | null;
  readonly alive: number | null;
  readonly dead: number | null;
  readonly pricked_out: number | null;
  readonly removed: number | null;
  /** Known once the emergence is over; until then the others may still come. */
  readonly not_emerged: number | null;
  /** Opened and examined. */
  readonly dissected: number | null;
  /** Sown in replicates that no visit saw. */
  readonly not_counted: number | null;
  /** Seedlings that no seed sown explains: outside the sums. */
  readonly surplus: number | null;
}

/** Why a part is missing, or what lies beside the drawing. */
export type FateNote =
  | 'sown_unknown'
  | 'never_counted'
  | 'more_than_sown'
  | 'parts_unknown'
  | 'more_than_emerged'
  | 'unexplained'
  | 'surplus';

export interface FateLink {
  readonly source: Fate;
  readonly target: Fate;
  readonly value: number;
}

export interface FateSankey {
  readonly nodes: readonly { readonly fate: Fate; readonly value: number }[];
  /** What leaves a node sums to it. */
  readonly links: readonly FateLink[];
  readonly notes: readonly FateNote[];
}

/** What the service says of a sowing and its replicates. */
export function seedFate(
  sown: number | null,
  emergence: Schemas['Emergence'],
  replicates: readonly Schemas['Replicate'][],
): SeedFate {
  const unseen = replicates.filter((replicate) => replicate.visits === 0);
  const sowns = unseen.map((replicate) => replicate.sown ?? null);
  return {
    sown,
    emerged: emergence.emerged ?? null,
    alive: emergence.alive ?? null,
    dead: emergence.dead,
    pricked_out: emergence.pricked_out,
    removed: emergence.removed,
    not_emerged: emergence.not_emerged ?? null,
    dissected: replicates.reduce((sum, replicate) => sum + replicate.dissected, 0),
    not_counted: sowns.some((value) => value === null)
      ? null
      : sowns.reduce<number>((sum, value) => sum + (value ?? 0), 0),
    surplus: emergence.surplus,
  };
}

/** « Où sont mes graines ? »: what is unknown has no link but a note. */
export function fateSankey(fate: SeedFate): FateSankey {
  const sown = afterSowing(fate);
  const emerged = afterEmergence(fate);
  const links = [...sown.links, ...emerged.links].filter((link) => link.value > 0);
  const notes = [...sown.notes, ...emerged.notes];
  if ((fate.surplus ?? 0) > 0) notes.push('surplus');
  return { nodes: nodesOf(links), links, notes };
}

interface Part {
  readonly links: FateLink[];
  readonly notes: FateNote[];
}

const nothing = (...notes: FateNote[]): Part => ({ links: [], notes });

function afterSowing(fate: SeedFate): Part {
  const { sown, emerged } = fate;
  if (sown === null) return nothing('sown_unknown');
  if (emerged === null)
    return { links: [{ source: 'sown', target: 'not_counted', value: sown }], notes: ['never_counted'] };
  const dissected = fate.dissected ?? 0;
  const rest = sown - emerged - dissected;
  if (rest < 0) return nothing('more_than_sown');
  const isOver = fate.not_emerged !== null;
  const notCounted = isOver ? 0 : Math.min(fate.not_counted ?? 0, rest);
  const parts: Partial<Record<Fate, number>> = {
    emerged,
    dissected,
    not_counted: notCounted,
    [isOver ? 'not_emerged' : 'waiting']: rest - notCounted,
  };
  return { links: linksFrom('sown', parts), notes: [] };
}

function afterEmergence(fate: SeedFate): Part {
  const { emerged, alive, dead, pricked_out, removed } = fate;
  if (emerged === null) return nothing();
  if (alive === null || dead === null || pricked_out === null || removed === null) return nothing('parts_unknown');
  const unexplained = emerged - alive - dead - pricked_out - removed;
  if (unexplained < 0) return nothing('more_than_emerged');
  return {
    links: linksFrom('emerged', { alive, pricked_out, dead, removed, unexplained }),
    notes: unexplained > 0 ? ['unexplained'] : [],
  };
}

function linksFrom(source: Fate, parts: Partial<Record<Fate, number>>): FateLink[] {
  return Object.entries(parts).map(([target, value]) => ({ source, target: target as Fate, value }));
}

/** A node is as large as what comes in, or as what goes out when nothing does. */
function nodesOf(links: readonly FateLink[]): FateSankey['nodes'] {
  const fates = [...new Set(links.flatMap(({ source, target }) => [source, target]))];
  return fates.map((fate) => {
    const incoming = links.filter(({ target }) => target === fate);
    const counted = incoming.length > 0 ? incoming : links.filter(({ source }) => source === fate);
    return { fate, value: counted.reduce((sum, { value }) => sum + value, 0) };
  });
}
