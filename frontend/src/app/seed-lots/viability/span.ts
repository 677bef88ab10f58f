import { Pipe, PipeTransform, inject } from '@angular/core';
import { formatNumber } from '@ui/format';
import { Words } from '@ui/words';

/** Of the standards and of the published constants. */
export const DAYS_PER_YEAR = 365;
const DAYS_PER_MONTH = 365 / 12;
/** Beyond it nobody has seen a prediction come true. */
export const CENTURY = 100 * DAYS_PER_YEAR;

type Unit = 'day' | 'month' | 'year';

const UNITS: Readonly<Record<Unit, { readonly days: number; readonly key: string }>> = {
  day: { days: 1, key: 'viability.days' },
  month: { days: DAYS_PER_MONTH, key: 'viability.months' },
  year: { days: DAYS_PER_YEAR, key: 'viability.years' },
};

function unitOf(days: number): Unit {
  if (days < 2 * DAYS_PER_MONTH) return 'day';
  return days < 2 * DAYS_PER_YEAR ? 'month' : 'year';
}

/** A time as one says it: « 12 jours », « 11 mois », « de 12 à 15 ans », « plus de 100 ans ». */
export function spanText(words: Words, low: number, high = low): string {
  if (low > CENTURY) return words.of('viability.over_a_century');
  const { days, key } = UNITS[unitOf(high)];
  const amount = (of: number): number => {
    const n = of / days;
    return days === DAYS_PER_YEAR && n < 10 ? Math.round(n * 10) / 10 : Math.round(n);
  };
  const text = (of: number): string => formatNumber(amount(of), words.language);
  const last = high > CENTURY ? words.of('viability.over_a_century') : words.many(key, amount(high), { n: text(high) });
  return text(low) === text(high) ? last : words.of('viability.from_to', { low: text(low), high: last });
}

/** `{{ 340 | span }}`, `{{ 340 | span: 900 }}`. */
@Pipe({ name: 'span' })
export class SpanPipe implements PipeTransform {
  private readonly words = inject(Words);

  transform(low: number, high = low): string {
    return spanText(this.words, low, high);
  }
}
