import { Pipe, PipeTransform, inject } from '@angular/core';
import { addDays } from '@app/counting/shared/due';
import { Words } from '@ui/words';
import { CENTURY, DAYS_PER_YEAR } from './span';

/** Beyond it a month would be false precision. */
const FAR = 10 * DAYS_PER_YEAR;

/** The month that comes so many days after one, `11/2029`, or the year, `2051`. */
function monthAfter(date: string, days: number): string {
  const [year = '', month] = addDays(date, Math.floor(days)).split('-');
  return days > FAR ? year : `${month}/${year}`;
}

/** When something predicted comes: « vers 11/2037 », « entre 11/2037 et 03/2041 », « dans plus de 100 ans ». */
@Pipe({ name: 'whenPredicted' })
export class WhenPredictedPipe implements PipeTransform {
  private readonly words = inject(Words);

  transform(days: { readonly low: number; readonly high: number }, from: string): string {
    if (days.low > CENTURY) return this.words.of('viability.in_over_a_century');
    const low = monthAfter(from, days.low);
    if (days.high > CENTURY) return this.words.of('viability.after_month', { low });
    const high = monthAfter(from, days.high);
    return low === high
      ? this.words.of('viability.about_month', { month: low })
      : this.words.of('viability.between_months', { low, high });
  }
}
