import type { Language } from '@host/context';

/** What a language writes numbers with, as `Intl` has it, which takes a phone a tenth of a second to ask. */
const MARKS = {
  fr: { decimal: ',', group: '\u202f', percent: '\u00a0%' },
  en: { decimal: '.', group: ',', percent: '%' },
} as const;

/** A number times a power of ten, rounded half away from zero as its decimals are read. */
export function written(value: number, language: Language, digits: number, power = 0): string {
  const { decimal, group } = MARKS[language];
  const size = Math.abs(value);
  // Smaller ones are written with an exponent.
  const figures = String(size < 1e-6 ? 0 : Math.round(Number(`${size}e${digits + power}`))).padStart(digits + 1, '0');
  const whole = figures.slice(0, figures.length - digits).replaceAll(/\B(?=(\d{3})+$)/g, group);
  const decimals = figures.slice(figures.length - digits).replace(/0+$/, '');
  const sign = value < 0 && /[1-9]/.test(figures) ? '-' : '';
  return `${sign}${whole}${decimals === '' ? '' : decimal + decimals}`;
}

/** A rate in per cent, to a tenth. */
export function writtenPercent(rate: number, language: Language): string {
  return written(rate, language, 1, 2) + MARKS[language].percent;
}

/** Does the language say one of it, or several? French says one of nothing. */
export function isOne(n: number, language: Language): boolean {
  return language === 'fr' ? Math.abs(n) < 2 : n === 1;
}
