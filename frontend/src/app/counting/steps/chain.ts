import type { Schemas } from '@api/api';
import { addDays } from '../shared/due';

type Lasting = { readonly duration: number | null; readonly duration_unit: Schemas['DurationUnit'] };

/** The day a step should end, as the service computes it; null when how long it lasts is not said. */
export function plannedEnd(start: string, { duration, duration_unit }: Lasting): string | null {
  if (duration === null) return null;
  const days = { minute: 1 / 1440, hour: 1 / 24, day: 1, week: 7 };
  return duration_unit === 'month'
    ? addMonths(start, Math.floor(duration))
    : addDays(start, Math.floor(duration * days[duration_unit]));
}

function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** First days of steps that follow each other from a day, and the day the last one ends. */
export function chained(steps: readonly Lasting[], first: string): { starts: string[]; end: string } {
  let day = first;
  const starts = steps.map((step) => {
    const start = day;
    day = plannedEnd(start, step) ?? start;
    return start;
  });
  return { starts, end: day };
}
