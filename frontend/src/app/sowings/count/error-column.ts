import type { About } from '@app/counting/visits/cell-errors';
import type { Mode, NewLine } from './visit';

const COLUMNS = ['observed_alive', 'emerged', 'dead', 'removed', 'dissected', 'surplus'];
/** Fields that are filled beside the grid, by the column they explain. */
const EXPLAINED: Readonly<Record<string, string>> = { death_cause: 'dead', surplus_cause: 'surplus' };

/** The column of what the service refused of a line. */
export function errorColumn(line: NewLine, { field, code }: About, mode: Mode): string | null {
  if (field !== undefined) {
    const column = EXPLAINED[field] ?? field;
    return COLUMNS.includes(column) ? column : null;
  }
  const first = mode === 'alive' ? 'observed_alive' : 'emerged';
  if (code === 'count_alive_not_negative' && mode === 'changes') return (line.dead ?? 0) > 0 ? 'dead' : 'removed';
  if (code === 'count_within_sown' && (line.emerged ?? line.observed_alive ?? 0) === 0) return 'dissected';
  return first;
}
