import { Schemas } from '@api/api';

export type LedgerLine = Schemas['LedgerLine'];

/** A line as the ledger shows it: what reversed it is said in it, not on a line of its own. */
export interface ShownLine {
  readonly leg: LedgerLine;
  /** The leg that reversed it. */
  readonly reversal: LedgerLine | null;
  /** The first line of its act, the one whose button takes the whole act back. */
  readonly opens: boolean;
  /** How it is taken back: by itself, through its cause, or no more. */
  readonly undo: 'itself' | 'cause' | null;
}

/** The lines of a ledger, the last first as the API gives them. */
export function shownLines(ledger: readonly LedgerLine[]): ShownLine[] {
  const byUuid = new Map(ledger.map((leg) => [leg.uuid, leg]));
  const seen = new Set<string>();
  return ledger
    .filter((leg) => leg.kind !== 'reversal')
    .map((leg) => {
      const reversal = leg.reversed_by ? (byUuid.get(leg.reversed_by) ?? null) : null;
      const opens = !seen.has(leg.operation);
      seen.add(leg.operation);
      return { leg, reversal, opens, undo: leg.reversed_by ? null : leg.cause ? 'cause' : 'itself' };
    });
}

/** What the ledger says was in a place at the close of a day. */
export interface Expected {
  readonly seeds: number;
  /** Nothing of unknown size since the last stock-take. */
  readonly isKnown: boolean;
}

/** What a stock-take of that day corrects. A reversal and what it reverses do not count. */
export function expectedAt(ledger: readonly LedgerLine[], place: string, day: string): Expected {
  let [seeds, isKnown] = [0, true];
  for (const leg of [...ledger].reverse()) {
    const counts = leg.place.uuid === place && leg.effective_date <= day && leg.kind !== 'reversal' && !leg.reversed_by;
    if (!counts) continue;
    if (leg.observed_seeds !== null && leg.observed_seeds !== undefined) isKnown = true;
    seeds += leg.seeds ?? 0;
    isKnown &&= leg.seeds !== null && leg.seeds !== undefined;
  }
  return { seeds, isKnown };
}

/** The act of a line can be reversed by who was given its cause's name: the operations that still count, by leg. */
export function reversibleOperations(ledger: readonly LedgerLine[]): ReadonlyMap<string, string> {
  const lines = shownLines(ledger).filter((line) => line.undo === 'itself');
  return new Map(lines.map(({ leg }) => [leg.uuid, leg.operation]));
}
