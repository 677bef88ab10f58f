import type { Words } from '@ui/words';
import { spanText } from './span';

const words = {
  language: 'fr',
  of: (key: string, params: Record<string, string> = {}) =>
    key === 'viability.from_to' ? `de ${params['low']} à ${params['high']}` : key.replace('viability.', ''),
  many: (key: string, _: number, params: Record<string, string>) => `${params['n']} ${key.replace('viability.', '')}`,
} as unknown as Words;

describe('a time', () => {
  it('is said in days, months or years', () => {
    expect(spanText(words, 12)).toBe('12 days');
    expect(spanText(words, 340)).toBe('11 months');
    expect(spanText(words, 900)).toBe('2,5 years');
    expect(spanText(words, 5000)).toBe('14 years');
  });

  it('is said as far as the rows of constants disagree', () => {
    expect(spanText(words, 4400, 5500)).toBe('de 12 à 15 years');
    expect(spanText(words, 5000, 5001)).toBe('14 years');
  });

  it('is no prophecy beyond a century', () => {
    expect(spanText(words, 40_000)).toBe('over_a_century');
    expect(spanText(words, 5000, 40_000)).toBe('de 14 à over_a_century');
  });
});
