import { Pipe, PipeTransform, inject } from '@angular/core';
import type { Schemas } from '@api/api';
import { formatPercent } from '@ui/format';
import { Words } from '@ui/words';

type Test = Pick<Schemas['SeedTest'], 'kind' | 'state' | 'seeds' | 'tally'>;

/** What says that a seed is good, by kind of test. */
const GOOD: Readonly<Record<Exclude<Schemas['TestKind'], 'germination'>, Schemas['SeedClass']>> = {
  tetrazolium: 'stained',
  cut: 'full',
  x_ray: 'full',
};

/** What a test found, in a word: `86 % germées`, `42 colorées sur 50`; nothing before it was counted. */
@Pipe({ name: 'testResult' })
export class TestResultPipe implements PipeTransform {
  private readonly words = inject(Words);

  transform({ kind, state, seeds, tally }: Test): string {
    if (tally.visits === 0 || state === 'cancelled' || !seeds) return '';
    if (kind === 'germination') {
      return this.words.of('test_result.germinated', { rate: formatPercent((tally.emerged ?? 0) / seeds, this.words.language) });
    }
    const good = tally.classes.find((one) => one.class === GOOD[kind])?.seeds ?? 0;
    const key = kind === 'tetrazolium' ? 'test_result.stained' : 'test_result.full';
    return this.words.many(key, good, { of: tally.dissected });
  }
}
