import type { Schemas } from '@api/api';
import type { Count, Replicate } from '@app/counting/shared/model';

export type NewLine = Schemas['NewLine'];
export type DeathCause = Schemas['DeathCause'];
export type SurplusCause = Schemas['SurplusCause'];

/** One says what changed since the last visit, or what one sees alive. */
export type Mode = 'changes' | 'alive';

/** What is entered of a replicate; null is not said. */
export interface Entry {
  readonly observed_alive: number | null;
  readonly emerged: number | null;
  readonly dead: number | null;
  readonly death_cause: DeathCause | null;
  readonly removed: number | null;
  readonly dissected: number | null;
  readonly surplus: number | null;
  readonly surplus_cause: SurplusCause | null;
}

export const EMPTY: Entry = {
  observed_alive: null,
  emerged: null,
  dead: null,
  death_cause: null,
  removed: null,
  dissected: null,
  surplus: null,
  surplus_cause: null,
};

/** Where a replicate stands before a visit. */
export interface Standing {
  readonly emerged: number;
  readonly alive: number;
  readonly dissected: number;
  /** Is there a later visit? What it says is then deduced anew by the service. */
  readonly isLate: boolean;
}

/** Where a replicate stands on a day, what was entered that day included. */
export function standingAt(counts: readonly Count[], replicate: string, day: string): Standing {
  const mine = counts.filter((count) => count.replicate.uuid === replicate && !count.reverses && !count.reversed_by);
  const before = mine.filter((count) => count.count_date <= day);
  const sum = (value: (count: Count) => number | null | undefined): number =>
    before.reduce((total, count) => total + (value(count) ?? 0), 0);
  return {
    emerged: sum((count) => count.emerged),
    alive: sum((count) => (count.emerged ?? 0) - (count.dead ?? 0) - (count.removed ?? 0) - (count.pricked_out ?? 0)),
    dissected: sum((count) => count.dissected),
    isLate: before.length < mine.length,
  };
}

/** What a visit comes to for a replicate. */
export interface Outcome {
  readonly emerged: number;
  readonly dead: number;
  readonly removed: number;
  readonly dissected: number;
  readonly surplus: number;
  /** Of the dead, those that nobody saw die: there were more alive before. */
  readonly disappeared: number;
  readonly aliveAfter: number;
  readonly emergedAfter: number;
}

/** As the service reads it: of what is seen alive, a rise is an emergence and a fall a disappearance. */
export function outcomeOf(entry: Entry, mode: Mode, before: Standing): Outcome {
  const alive = mode === 'alive' ? entry.observed_alive : null;
  const emerged = alive === null ? said(entry.emerged, mode) : Math.max(0, alive - before.alive);
  const disappeared = alive === null ? 0 : Math.max(0, before.alive - alive);
  const dead = alive === null ? said(entry.dead, mode) : disappeared;
  const removed = said(entry.removed, mode);
  return {
    emerged,
    dead,
    removed,
    dissected: entry.dissected ?? 0,
    surplus: entry.surplus ?? 0,
    disappeared,
    aliveAfter: before.alive + emerged - dead - removed,
    emergedAfter: before.emerged + emerged,
  };
}

/** What changed is not said while one says what is alive. */
function said(value: number | null, mode: Mode): number {
  return mode === 'changes' ? (value ?? 0) : 0;
}

/** Was anything said of this replicate? */
export function saysSomething(entry: Entry, mode: Mode): boolean {
  const values = mode === 'alive' ? [entry.observed_alive] : [entry.emerged, entry.dead, entry.removed];
  return [...values, entry.dissected, entry.surplus].some((value) => value !== null);
}

/** What is foreseen to be refused, by the field it is about. */
export type Flaw =
  | { readonly field: 'emerged' | 'observed_alive' | 'dissected'; readonly kind: 'more_than_sown'; readonly n: number }
  | { readonly field: 'dead' | 'removed'; readonly kind: 'more_than_alive'; readonly n: number }
  | { readonly field: 'surplus_cause'; readonly kind: 'cause_missing'; readonly n: number };

/** Foreseen, so that it is said while one types; the service decides. */
export function flawOf(entry: Entry, mode: Mode, before: Standing, sown: number | null): Flaw | null {
  const after = outcomeOf(entry, mode, before);
  if (after.aliveAfter < 0 && !before.isLate)
    return { field: entry.dead === null ? 'removed' : 'dead', kind: 'more_than_alive', n: -after.aliveAfter };
  const over = sown === null ? 0 : after.emergedAfter + before.dissected + after.dissected - sown;
  if (over > 0) {
    const ofEmergence = mode === 'alive' ? 'observed_alive' : 'emerged';
    const field = after.emerged > 0 || after.dissected === 0 ? ofEmergence : 'dissected';
    return { field, kind: 'more_than_sown', n: over };
  }
  if (entry.surplus !== null && entry.surplus_cause === null)
    return { field: 'surplus_cause', kind: 'cause_missing', n: entry.surplus };
  return null;
}

/** What is said of the whole visit beside its figures. */
export interface VisitNotes {
  readonly stage: string | null;
  readonly remarks: string | null;
}

/**
 * The lines to send, in the order of the replicates: those that say something, and with `others` those
 * that were looked at and where nothing changed. A visit's remark goes with each of its lines.
 */
export function linesOf(
  replicates: readonly Pick<Replicate, 'uuid'>[],
  entries: Readonly<Record<string, Entry>>,
  mode: Mode,
  others: boolean,
  notes: VisitNotes,
): NewLine[] {
  return replicates.flatMap(({ uuid }) => {
    const entry = entries[uuid] ?? EMPTY;
    const says = saysSomething(entry, mode);
    if (!says && !(others && mode === 'changes')) return [];
    return [{ replicate: uuid, ...lineOf(entry, mode, says), ...withoutNulls(notes) }];
  });
}

function lineOf(entry: Entry, mode: Mode, says: boolean): Partial<NewLine> {
  if (!says) return { emerged: 0 };
  const { observed_alive, emerged, dead, death_cause, removed, dissected, surplus, surplus_cause } = entry;
  const seen =
    mode === 'alive'
      ? { observed_alive }
      : { emerged, dead, death_cause: (dead ?? 0) > 0 ? death_cause : null, removed };
  return withoutNulls({ ...seen, dissected, surplus, surplus_cause: surplus === null ? null : surplus_cause });
}

function withoutNulls<T extends object>(value: T): Partial<{ [K in keyof T]: NonNullable<T[K]> }> {
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== null && v !== '')) as Partial<{
    [K in keyof T]: NonNullable<T[K]>;
  }>;
}
