import type { ProblemDocument } from '@api/problem';
import type { EntryErrors } from '@ui/entry/cells';
import type { Mode, NewLine } from './visit';

/** What the service refused of a visit: on its cells, and what is of none. */
export interface Refused {
  readonly cells: EntryErrors;
  /** Messages of lines that no cell shows. */
  readonly others: readonly string[];
}

const COLUMNS = ['observed_alive', 'emerged', 'dead', 'removed', 'dissected', 'surplus'];
/** Fields that are filled beside the grid, by the column they explain. */
const EXPLAINED: Readonly<Record<string, string>> = { death_cause: 'dead', surplus_cause: 'surplus' };

/** Puts the errors of the service on the cells of the lines that were sent. */
export function cellErrors(
  errors: ProblemDocument['errors'],
  lines: readonly NewLine[],
  mode: Mode,
): Refused {
  const cells: Record<string, Record<string, string>> = {};
  const others: string[] = [];
  for (const { pointer, code, message } of errors) {
    const [, list, index, field] = pointer.split('/');
    if (list !== 'lines') continue;
    const line = index === undefined ? undefined : lines[Number(index)];
    const column = line === undefined ? null : columnOf(field, code, line, mode);
    if (line === undefined || column === null) others.push(message);
    else (cells[line.replicate] ??= {})[column] ??= message;
  }
  return { cells, others };
}

function columnOf(field: string | undefined, code: string, line: NewLine, mode: Mode): string | null {
  if (field !== undefined) {
    const column = EXPLAINED[field] ?? field;
    return COLUMNS.includes(column) ? column : null;
  }
  const first = mode === 'alive' ? 'observed_alive' : 'emerged';
  if (code === 'count_alive_not_negative' && mode === 'changes') return (line.dead ?? 0) > 0 ? 'dead' : 'removed';
  if (code === 'count_within_sown' && (line.emerged ?? line.observed_alive ?? 0) === 0) return 'dissected';
  return first;
}
