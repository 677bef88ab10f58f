/** Years typed with two digits are of the past, but for the next ten. */
const YEARS_AHEAD = 10;

const SEPARATED = /^(\d{1,2})[\s./,-]+(\d{1,2})[\s./,-]+(\d{2}|\d{4})$/;
const TOGETHER = /^(\d{2})(\d{2})(\d{2}|\d{4})$/;
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;

const two = (n: number): string => String(n).padStart(2, '0');

/** `2026-11-25`, null when there is no such day. */
function dayOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1000;
  return exists ? date.toISOString().slice(0, 10) : null;
}

function fullYear(typed: string, today: string): number {
  const year = Number(typed);
  if (typed.length === 4) return year;
  const last = Number(today.slice(0, 4)) + YEARS_AHEAD;
  return last - ((last - year) % 100);
}

/** The day that was typed as `25/11/2026`, `25-11-26`, `25112026`… or null when it cannot be read. */
export function parseDay(text: string, today: string): string | null {
  const typed = text.trim();
  const iso = ISO.exec(typed);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const [, day, month, year] = SEPARATED.exec(typed) ?? TOGETHER.exec(typed) ?? [];
  if (day === undefined || month === undefined || year === undefined) return null;
  return dayOf(fullYear(year, today), Number(month), Number(day));
}

/** So many days later. */
export function movedDay(day: string, by: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + by);
  return date.toISOString().slice(0, 10);
}

/** The day that a key asks for: `+` and `-` the next and the former, `a` or `t` today. */
export function dayOfKey(event: KeyboardEvent, day: string | null, today: string): string | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  if (event.key === '+') return movedDay(day ?? today, 1);
  if (event.key === '-') return movedDay(day ?? today, -1);
  return ['a', 't'].includes(event.key.toLowerCase()) ? today : null;
}

export type Precision = 'day' | 'month' | 'year';

/** From the finest to the coarsest. */
export const PRECISIONS: readonly Precision[] = ['day', 'month', 'year'];

/** Days between which something was, and how well it is known. */
export interface Span {
  readonly precision: Precision;
  readonly first: string;
  readonly last: string;
}

/** The month or the year around a day. */
export function widened(day: string, precision: Precision): Span {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  if (precision === 'year') return { precision, first: `${day.slice(0, 4)}-01-01`, last: `${day.slice(0, 4)}-12-31` };
  if (precision === 'day') return { precision, first: day, last: day };
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return { precision, first: `${day.slice(0, 7)}-01`, last: `${day.slice(0, 7)}-${two(last)}` };
}

/** A day, a month `11/2026` or a year `2026`, as much as was typed. */
export function parseSpan(text: string, today: string): Span | null {
  const day = parseDay(text, today);
  if (day !== null) return widened(day, 'day');
  const [, month, year] = /^(?:(\d{1,2})[\s./,-]+)?(\d{4})$/.exec(text.trim()) ?? [];
  const first = year === undefined ? null : dayOf(Number(year), Number(month ?? 1), 1);
  return first === null ? null : widened(first, month === undefined ? 'year' : 'month');
}

/** What one types for it: `25/11/2026`, `11/2026`, `2026`. */
export function typedSpan(day: string | null, precision: Precision): string {
  if (day === null) return '';
  const parts = day.split('-').reverse();
  return parts.slice(PRECISIONS.indexOf(precision)).join('/');
}
