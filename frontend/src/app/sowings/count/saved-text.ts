import type { Schemas } from '@api/api';
import { formatDay } from '@ui/format';
import type { Words } from '@ui/words';

/** What a visit that was saved comes to, in words. */
export function savedText({ counts }: Schemas['CountOperation'], words: Words): string {
  const sum = (value: (count: Schemas['Count']) => number | null | undefined): number =>
    counts.reduce((total, count) => total + (value(count) ?? 0), 0);
  const [emerged, dead] = [sum((count) => count.emerged), sum((count) => count.dead)];
  const facts = [words.many('sowings.emerged', emerged)];
  if (dead > 0) facts.push(words.many('sowings.figure.dead', dead));
  return words.of('sowings.visit.saved', { date: formatDay(counts[0]?.count_date), facts: facts.join(', ') });
}
