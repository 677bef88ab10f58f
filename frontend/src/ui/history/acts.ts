import type { Schemas } from '@api/api';

type HistoryLine = Schemas['HistoryLine'];

/** A value that changed. */
export interface Change {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What one person did at once: the lines of one transaction. */
export interface Act {
  readonly transaction: number;
  readonly at: string;
  readonly role: string | null;
  readonly lines: readonly (HistoryLine & { readonly changes: readonly Change[] })[];
}

/** Columns that say nothing to a reader: keys (but those of a vocabulary), what every write changes, what is computed. */
function isTechnical(field: string): boolean {
  return /^(id_(?!nomenclature_)|uuid|meta_|version$|geom_local$)/.test(field);
}

/** Values of a line that changed; of an insertion, those that are set. */
export function changesOf(line: HistoryLine): Change[] {
  const before = (line.before ?? {}) as Record<string, unknown>;
  const after = (line.after ?? {}) as Record<string, unknown>;
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => !isTechnical(field))
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
}

export function actsOf(lines: readonly HistoryLine[]): Act[] {
  const acts: (Act & { lines: Act['lines'][number][] })[] = [];
  for (const line of lines) {
    const last = acts.at(-1);
    const shown = { ...line, changes: changesOf(line) };
    if (last?.transaction === line.transaction) last.lines.push(shown);
    else
      acts.push({ transaction: line.transaction, at: line.happened_at, role: line.role ?? null, lines: [shown] });
  }
  return acts;
}
