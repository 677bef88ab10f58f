import type { Count } from '@app/counting/shared/model';
import type { VisitColumn } from '@app/counting/visits/visits-table';
import type { Words } from '@ui/words';

/** Figures that are shown when a visit of the sowing has some. */
const SOMETIMES = ['removed', 'pricked_out', 'dissected', 'surplus'] as const;

/** What the visits of a sowing are told by: what was seen first, what it comes to last. */
export function visitColumns(counts: readonly Count[], words: Words): VisitColumn[] {
  const uses = (name: 'observed_alive' | (typeof SOMETIMES)[number]): boolean =>
    counts.some((count) => count[name] !== null && count[name] !== undefined);
  const why = (list: string, code: string | null | undefined): string | null => (code ? words.code(list, code) : null);
  return [
    ...(uses('observed_alive')
      ? [{ key: 'observed_alive', label: words.of('sowings.counts.seen'), of: (line: Count) => line.observed_alive }]
      : []),
    { key: 'emerged', label: words.code('field', 'emerged'), of: (line) => line.emerged, isDerived: true },
    {
      key: 'dead',
      label: words.code('field', 'dead'),
      of: (line) => line.dead,
      why: (line) => ((line.dead ?? 0) > 0 ? why('death_cause', line.death_cause) : null),
      isDerived: true,
    },
    ...SOMETIMES.filter(uses).map((key) => ({
      key,
      label: words.code('field', key),
      of: (line: Count) => line[key],
      why: (line: Count) => (key === 'surplus' ? why('surplus_cause', line.surplus_cause) : null),
    })),
    {
      key: 'alive',
      label: words.of('sowings.counts.alive_after'),
      of: (line) => line.alive_after,
      isResult: true,
    },
  ];
}
