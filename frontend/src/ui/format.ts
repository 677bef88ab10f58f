import { Pipe, PipeTransform, inject } from '@angular/core';
import { LANGUAGE } from '@host/tokens';
import { Language } from '@host/context';
import { written, writtenPercent } from './numbers';
import { Words } from './words';

/** `2026-11-25` as `25/11/2026`; empty for nothing. */
export function formatDay(day: string | null | undefined): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(day ?? '');
  return parts ? `${parts[3]}/${parts[2]}/${parts[1]}` : '';
}

/** An instant in the reader's time zone, `25/11/2026 08:05`. */
export function formatInstant(instant: string | null | undefined): string {
  if (!instant) return '';
  const date = new Date(instant);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${two(date.getDate())}/${two(date.getMonth() + 1)}/${date.getFullYear()} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

export function formatNumber(value: number | null | undefined, language: Language, digits = 2): string {
  if (value === null || value === undefined) return '';
  return written(value, language, digits);
}

export function formatSigned(value: number | null | undefined, language: Language, digits = 2): string {
  if (value === null || value === undefined) return '';
  const figure = formatNumber(Math.abs(value), language, digits);
  return value > 0 ? `+${figure}` : value < 0 ? `−${figure}` : figure;
}

export function formatPercent(rate: number | null | undefined, language: Language): string {
  return rate === null || rate === undefined ? '' : writtenPercent(rate, language);
}

/** A day, `dd/mm/yyyy`. */
@Pipe({ name: 'day' })
export class DayPipe implements PipeTransform {
  transform(day: string | null | undefined): string {
    return formatDay(day);
  }
}

/** An instant, `dd/mm/yyyy hh:mm`. */
@Pipe({ name: 'instant' })
export class InstantPipe implements PipeTransform {
  transform(instant: string | null | undefined): string {
    return formatInstant(instant);
  }
}

/** A number as the language writes it. */
@Pipe({ name: 'num' })
export class NumPipe implements PipeTransform {
  private readonly language = inject(LANGUAGE);
  transform(value: number | null | undefined, digits = 2): string {
    return formatNumber(value, this.language, digits);
  }
}

/** A number that is added or taken: `+60`, `−60`. */
@Pipe({ name: 'signed' })
export class SignedPipe implements PipeTransform {
  private readonly language = inject(LANGUAGE);
  transform(value: number | null | undefined, digits = 2): string {
    return formatSigned(value, this.language, digits);
  }
}

/** A rate between 0 and 1, in per cent. */
@Pipe({ name: 'rate' })
export class RatePipe implements PipeTransform {
  private readonly language = inject(LANGUAGE);
  transform(rate: number | null | undefined): string {
    return formatPercent(rate, this.language);
  }
}

/** The label of a code of a closed list: `{{ sowing.state | code: 'state' }}`. */
@Pipe({ name: 'code' })
export class CodePipe implements PipeTransform {
  private readonly words = inject(Words);
  transform(code: string | null | undefined, list: string | readonly string[]): string {
    return this.words.code(list, code);
  }
}

/** `{{ 3 | many: 'list.count' }}` reads `list.count_one` or `list.count_other`, with `n`. */
@Pipe({ name: 'many' })
export class ManyPipe implements PipeTransform {
  private readonly words = inject(Words);
  transform(n: number, key: string, params?: Record<string, unknown>): string {
    return this.words.many(key, n, params);
  }
}
