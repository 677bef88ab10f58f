import { Pipe, PipeTransform, inject } from '@angular/core';
import type { Schemas } from '@api/api';
import { formatNumber } from '@ui/format';
import { Words } from '@ui/words';

const percent = (share: number, words: Words): string => formatNumber(share * 100, words.language, 0);

/** An interval in whole per cent: « entre 74 et 91 % ». */
export function betweenText({ low, high }: Schemas['Interval'], words: Words): string {
  return words.of('viability.between', { low: percent(low, words), high: percent(high, words) });
}

@Pipe({ name: 'between' })
export class BetweenPipe implements PipeTransform {
  private readonly words = inject(Words);

  transform(interval: Schemas['Interval']): string {
    return betweenText(interval, this.words);
  }
}

/** A temperature, its minus a minus: « −18 °C ». */
@Pipe({ name: 'celsius' })
export class CelsiusPipe implements PipeTransform {
  private readonly words = inject(Words);

  transform(value: number | null | undefined, digits = 1): string {
    return value === null || value === undefined
      ? ''
      : `${formatNumber(value, this.words.language, digits).replace('-', '\u2212')} °C`;
  }
}

/** A predicted share: « 78 % », « entre 70 et 78 % » when the rows of constants disagree. */
@Pipe({ name: 'predicted' })
export class PredictedPipe implements PipeTransform {
  private readonly words = inject(Words);

  transform(share: { readonly low: number; readonly high: number }): string {
    const [low, high] = [percent(share.low, this.words), percent(share.high, this.words)];
    return low === high ? this.words.of('viability.percent', { n: low }) : this.words.of('viability.between', { low, high });
  }
}
