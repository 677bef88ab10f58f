import type { Schemas } from '@api/api';
import { PRECISIONS, Precision, Span, parseDay, parseSpan, typedSpan, widened } from './parse-day';

export type DatePrecision = Schemas['DatePrecision'];

/** A date as the API has it: days between which it was, and how much of it is known. */
export interface ImpreciseDate {
  readonly date_min: string | null;
  readonly date_max: string | null;
  readonly date_precision: DatePrecision;
}

/** The same as it is on screen: `until` is empty when there is one date only. */
export interface TypedDate {
  readonly from: string;
  readonly until: string;
  readonly precision: DatePrecision;
}

export type Refusal = 'date' | 'dates_ordered';

export const NOTHING: TypedDate = { from: '', until: '', precision: 'day' };

/** What to show of a date of the API. */
export function typedOf(date: ImpreciseDate | null): TypedDate {
  if (date === null) return NOTHING;
  const { date_min: min, date_max: max, date_precision: precision } = date;
  if (precision === 'unknown') return { precision, from: typedSpan(min, 'day'), until: typedSpan(max, 'day') };
  const one = min === null || max === null || widened(min, precision).last === max;
  return { precision, from: typedSpan(min, precision), until: one ? '' : typedSpan(max, precision) };
}

/** The precision that the texts have: that of the vaguest one; an unknown date stays so. */
export function precisionTyped(typed: TypedDate, today: string): DatePrecision {
  if (typed.precision === 'unknown') return 'unknown';
  const spans = [typed.from, typed.until].map((text) => parseSpan(text, today)).filter((span) => span !== null);
  const vaguest = Math.max(...spans.map((span) => PRECISIONS.indexOf(span.precision)));
  return PRECISIONS[vaguest] ?? typed.precision;
}

/** A text at this precision; null when it is empty, says less or cannot be read. */
function spanOf(text: string, precision: Precision, today: string): Span | null {
  const span = parseSpan(text, today);
  if (span === null || PRECISIONS.indexOf(span.precision) > PRECISIONS.indexOf(precision)) return null;
  return widened(span.first, precision);
}

const isBlank = (text: string): boolean => text.trim() === '';

/** The texts as they are written at their precision, those that cannot be read left alone. */
export function tidied(typed: TypedDate, today: string): TypedDate {
  const { precision } = typed;
  const unknown = precision === 'unknown';
  const tidy = (text: string, end: 'first' | 'last'): string => {
    const span = unknown ? parseSpan(text, today) : spanOf(text, precision, today);
    return span === null ? text : typedSpan(span[end], unknown ? 'day' : precision);
  };
  return { precision, from: tidy(typed.from, 'first'), until: tidy(typed.until, 'last') };
}

/** The value of what was typed: null when nothing was, or why it is refused. */
export function readTyped(typed: TypedDate, today: string): ImpreciseDate | null | Refusal {
  const { precision } = typed;
  const { from, until } = tidied(typed, today);
  const span = (text: string): Span | null =>
    precision === 'unknown' ? dayAlone(text, today) : spanOf(text, precision, today);
  const [first, last] = [span(from), span(until)];
  if ((first === null && !isBlank(from)) || (last === null && !isBlank(until))) return 'date';
  if (first === null && precision !== 'unknown') return last === null ? null : 'date';
  if (first !== null && last !== null && first.first > last.last) return 'dates_ordered';
  const end = precision === 'unknown' ? last : (last ?? first);
  return { date_min: first?.first ?? null, date_max: end?.last ?? null, date_precision: precision };
}

function dayAlone(text: string, today: string): Span | null {
  const day = parseDay(text, today);
  return day === null ? null : widened(day, 'day');
}
