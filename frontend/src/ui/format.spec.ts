import { formatNumber, formatPercent, formatSigned } from './format';

const NUMBERS = [0, 1, -1, 7.5, 999, 1000, -1234.5, 1234567.891, 0.005, 1.005, 0.125, 28.45, 99.995, 1e-9, -0.6, 123456789];

describe('numbers', () => {
  for (const language of ['fr', 'en'] as const) {
    it(`are written as the language does: ${language}`, () => {
      for (const digits of [0, 1, 2, 4]) {
        const usual = new Intl.NumberFormat(language, { maximumFractionDigits: digits, signDisplay: 'negative' });
        for (const value of NUMBERS) expect(formatNumber(value, language, digits)).toBe(usual.format(value));
      }
      const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
      for (const rate of [0, 0.6, 0.0825, 0.2845, 0.145, 1, 0.99949, 12.3456]) {
        expect(formatPercent(rate, language)).toBe(percent.format(rate));
      }
    });
  }

  it('say nothing of nothing, and their sign when they are added or taken', () => {
    expect([formatNumber(null, 'fr'), formatPercent(undefined, 'fr'), formatSigned(null, 'en')]).toEqual(['', '', '']);
    expect([formatSigned(60, 'fr'), formatSigned(-1060, 'en'), formatSigned(0, 'fr')]).toEqual(['+60', '−1,060', '0']);
  });
});
