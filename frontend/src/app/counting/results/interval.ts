import { Pipe, PipeTransform, inject } from '@angular/core';
import type { Schemas } from '@api/api';
import { formatNumber } from '@ui/format';
import { Words } from '@ui/words';

/** The interval of a proportion, in whole per cent: `entre 50 et 69 %`. */
@Pipe({ name: 'interval' })
export class IntervalPipe implements PipeTransform {
  private readonly words = inject(Words);

  transform({ low, high }: Schemas['Interval']): string {
    const percent = (share: number): string => formatNumber(share * 100, this.words.language, 0);
    return this.words.of('counting.results.between', { low: percent(low), high: percent(high) });
  }
}
