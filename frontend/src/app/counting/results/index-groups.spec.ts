import type { Schemas } from '@api/api';
import { figureGroups, formatFigure } from './index-groups';

const results = (more: object = {}): Schemas['Results'] =>
  ({
    indices: {
      first_day: 5,
      synchrony: null,
      timson: null,
      missing: [
        { figure: 'synchrony', reason: 'one_seed_germinated' },
        { figure: 'timson', reason: 'counts_not_evenly_spaced' },
      ],
    },
    curve: null,
    missing: [{ figure: 'curve', reason: 'too_few_counts' }],
    ...more,
  }) as unknown as Schemas['Results'];

const all = (of: Schemas['Results']) => figureGroups(of).flatMap((group) => [...group.main, ...group.more]);
const one = (of: Schemas['Results'], code: string) => all(of).find((figure) => figure.code === code);

describe('the figures of a sowing', () => {
  it('have their value, or why there is none', () => {
    expect(one(results(), 'first_day')).toMatchObject({ value: 5, reason: null });
    expect(one(results(), 'synchrony')).toMatchObject({ value: null, reason: 'one_seed_germinated' });
    expect(one(results(), 'timson')).toMatchObject({ value: null, reason: 'counts_not_evenly_spaced' });
    expect(one(results(), 'hill_t50')).toMatchObject({ value: null, reason: 'too_few_counts' });
  });

  it('are read on the curve when there is one', () => {
    const curve = { days_to: [{ percent: 50, of_sown: null, of_germinated: 6.4 }], day_of_highest_rate: null };
    expect(one(results({ curve }), 'hill_t50')).toMatchObject({ value: 6.4, reason: null });
    expect(one(results({ curve }), 'hill_fastest')).toMatchObject({ value: null, reason: 'curve_without_inflection' });
  });

  it('are each in one group', () => {
    const codes = all(results()).map((figure) => figure.code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('are not there at all without a course', () => {
    expect(figureGroups(results({ indices: null }))).toEqual([]);
  });
});

describe('formatFigure', () => {
  it('writes the decimals that mean something', () => {
    expect(formatFigure(7.551, 'day', 'fr')).toBe('7,6');
    expect(formatFigure(98, 'percent', 'fr')).toBe('98');
    expect(formatFigure(0.00070475, 'per_day_squared', 'fr')).toBe('0,000705');
    expect(formatFigure(0.13243, 'per_day', 'en')).toBe('0.132');
    expect(formatFigure(42.6087, 'percent_a_day_squared', 'fr')).toBe('42,6');
    expect(formatFigure(1514, 'seed_day', 'en')).toBe('1,514');
  });
});
