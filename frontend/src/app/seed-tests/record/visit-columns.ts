import type { Count } from '@app/counting/shared/model';
import type { VisitColumn } from '@app/counting/visits/visits-table';
import type { Words } from '@ui/words';
import { SEEDLING_CLASSES, SEED_CLASSES, SeedClass, TestKind } from '../shared/model';

const seedsOf = (line: Count, name: SeedClass): number | null =>
  line.classes.find((one) => one.class === name)?.seeds ?? null;

/** What the visits of a test are told by: what germinated, then the classes that some visit has. */
export function visitColumns(kind: TestKind, counts: readonly Count[], words: Words): VisitColumn[] {
  const germinates = kind === 'germination';
  const classes = [...(germinates ? SEEDLING_CLASSES : []), ...SEED_CLASSES[kind]];
  const used = classes.filter((name) => counts.some((count) => seedsOf(count, name) !== null));
  // Examined without a class: all that is known of an old test.
  const isClassed = counts.every((count) => (count.dissected ?? 0) === 0 || count.classes.length > 0);
  return [
    ...(germinates
      ? [{ key: 'emerged', label: words.of('seed_tests.germinated'), of: (line: Count) => line.emerged, isResult: true }]
      : []),
    ...used.map((name) => ({ key: name, label: words.code('seed_class', name), of: (line: Count) => seedsOf(line, name) })),
    ...(isClassed
      ? []
      : [{ key: 'dissected', label: words.of('seed_tests.examined'), of: (line: Count) => line.dissected }]),
  ];
}
