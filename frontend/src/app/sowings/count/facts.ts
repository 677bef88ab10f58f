import type { Count } from '@app/counting/shared/model';
import type { Words } from '@ui/words';

/** What a visit saw, `9 levées, 1 morte`. */
export function factsOf(counts: readonly Count[], words: Words): string {
  const sum = (value: (count: Count) => number | null | undefined): number =>
    counts.reduce((total, count) => total + (value(count) ?? 0), 0);
  const dead = sum((count) => count.dead);
  return [
    words.many('sowings.emerged', sum((count) => count.emerged)),
    ...(dead > 0 ? [words.many('sowings.figure.dead', dead)] : []),
  ].join(', ');
}
