import { Schemas } from '@api/api';

/** A lot to look at in a place, and what the ledger says is left of it there. */
export interface WalkLine {
  readonly key: string;
  readonly lot: string;
  readonly code: string;
  readonly taxon: string | null;
  readonly place: string;
  readonly placeCode: string;
  /** Null when unknown. */
  readonly expected: number | null;
  readonly basis: string;
}

/** What was found of it, or that it was skipped. */
export type Entry = { readonly seeds: number; readonly basis: Schemas['NewStockTake']['basis'] } | 'skipped';

/** What is kept on the device until all is sent. */
export interface Walk {
  /** Makes the requests of this walk known again when they are sent twice. */
  readonly id: string;
  readonly at: number;
  readonly day: string;
  readonly entries: Readonly<Record<string, Entry>>;
  /** Lots found that the ledger does not have there. */
  readonly added: readonly WalkLine[];
  readonly sent: readonly string[];
}

export interface Difference {
  readonly line: WalkLine;
  readonly seeds: number;
  readonly basis: Schemas['NewStockTake']['basis'];
  /** Null when the ledger did not know. */
  readonly correction: number | null;
}

export interface Summary {
  readonly changed: readonly Difference[];
  readonly same: readonly Difference[];
  /** Skipped, or not come to. */
  readonly left: readonly WalkLine[];
}

export function lineOf(content: Schemas['PlaceContent']): WalkLine {
  return {
    key: `${content.uuid}:${content.place_uuid}`,
    lot: content.uuid,
    code: content.code,
    taxon: content.taxon_name ?? null,
    place: content.place_uuid,
    placeCode: content.place_code,
    expected: content.seeds ?? null,
    basis: content.basis,
  };
}

/** Box by box, so that one opens each only once. */
export function inOrder(lines: readonly WalkLine[]): WalkLine[] {
  return [...lines].sort(
    (a, b) => a.placeCode.localeCompare(b.placeCode, 'fr', { numeric: true }) || a.code.localeCompare(b.code),
  );
}

export function summaryOf(lines: readonly WalkLine[], entries: Walk['entries']): Summary {
  const changed: Difference[] = [];
  const same: Difference[] = [];
  const left: WalkLine[] = [];
  for (const line of lines) {
    const entry = entries[line.key];
    if (entry === undefined || entry === 'skipped') {
      left.push(line);
      continue;
    }
    const correction = line.expected === null ? null : entry.seeds - line.expected;
    (correction === 0 ? same : changed).push({ line, ...entry, correction });
  }
  return { changed, same, left };
}

/** Where the walk goes on: the first line that was not looked at. */
export function firstLeft(lines: readonly WalkLine[], entries: Walk['entries']): number {
  const index = lines.findIndex((line) => entries[line.key] === undefined);
  return index === -1 ? lines.length : index;
}

/** The same request has the same key; another number is another request. */
export function requestKey(walk: Walk, { line, seeds, basis }: Difference): string {
  return [walk.id, line.key, seeds, basis, walk.day].join(':');
}
