import type { Count } from '@app/counting/shared/model';
import type { Words } from '@ui/words';

/** What a visit saw, `9 germées, 4 examinées`. */
export function factsOf(counts: readonly Count[], words: Words): string {
  const sum = (value: (count: Count) => number | null | undefined): number =>
    counts.reduce((total, count) => total + (value(count) ?? 0), 0);
  const [emerged, dissected] = [sum((count) => count.emerged), sum((count) => count.dissected)];
  return [
    ...(emerged > 0 || dissected === 0 ? [words.many('seed_tests.n_germinated', emerged)] : []),
    ...(dissected > 0 ? [words.many('seed_tests.n_examined', dissected)] : []),
  ].join(', ');
}
