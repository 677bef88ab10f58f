import { Pipe, PipeTransform, inject } from '@angular/core';
import type { Schemas } from '@api/api';
import { formatDay } from '@ui/format';
import { Words } from '@ui/words';

/** When a harvest was made, as the API says it. */
export type HarvestDate = Pick<Schemas['Harvest'], 'date_min' | 'date_max' | 'date_precision'>;

/** The day, the month or the year of a harvest, or the two between which it was. */
export function harvestDate(date: HarvestDate, words: Words): string {
  const { date_precision: precision, date_min: min, date_max: max } = date;
  if (precision === 'unknown') return unknownDate(min, max, words);
  const write = WRITTEN[precision];
  const [first, last] = [write(min, words), write(max ?? min, words)];
  return first === last ? first : words.of('harvests.date.range', { first, last });
}

type Writer = (day: string | null | undefined, words: Words) => string;

const WRITTEN: Readonly<Record<'day' | 'month' | 'year', Writer>> = {
  day: (day) => formatDay(day),
  month: (day, words) =>
    day
      ? new Date(`${day}T00:00:00Z`).toLocaleDateString(words.language, {
          month: 'long',
          year: 'numeric',
          timeZone: 'UTC',
        })
      : '',
  year: (day) => day?.slice(0, 4) ?? '',
};

/** Of an unknown date one may still know that it was before or after a day. */
function unknownDate(min: string | null | undefined, max: string | null | undefined, words: Words): string {
  if (min && max) return words.of('harvests.date.between', { first: formatDay(min), last: formatDay(max) });
  if (min) return words.of('harvests.date.after', { day: formatDay(min) });
  if (max) return words.of('harvests.date.before', { day: formatDay(max) });
  return words.of('harvests.date.unknown');
}

/** `{{ harvest | harvestDate }}` */
@Pipe({ name: 'harvestDate' })
export class HarvestDatePipe implements PipeTransform {
  private readonly words = inject(Words);
  transform(harvest: HarvestDate): string {
    return harvestDate(harvest, this.words);
  }
}
