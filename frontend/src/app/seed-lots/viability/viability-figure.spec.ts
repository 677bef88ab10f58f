import type { Schemas } from '@api/api';
import type { Words } from '@ui/words';
import { viabilityFigure, wholeYears, yearOf } from './viability-figure';

const words = { language: 'fr', of: (key: string) => key } as unknown as Words;
const share = (count: number, of: number): Schemas['Proportion'] => ({
  count,
  of,
  rate: count / of,
  wilson: { low: count / of - 0.1, high: count / of + 0.05 },
  exact: { low: count / of - 0.1, high: count / of + 0.05 },
});
const found = (more: object = {}): Schemas['LotViability'] =>
  ({
    tests: [
      { code: 'T1', is_measure: true, date_start: '2016-03-01', viable: null, germination: share(90, 100) },
      { code: 'T2', is_measure: false, date_start: '2018-03-01', viable: share(10, 100), germination: null },
      { code: 'T3', is_measure: true, date_start: '2024-03-01', viable: share(80, 100), germination: share(70, 100) },
    ],
    regeneration_threshold: 0.765,
    model: { course: [] },
    ...more,
  }) as unknown as Schemas['LotViability'];
const seriesOf = (of: Schemas['LotViability']): { name?: unknown; data?: unknown }[] => {
  const series = viabilityFigure(of, '2026-11-25', words)?.option.series;
  return Array.isArray(series) ? series : [];
};

describe('the figure of the viability of a lot', () => {
  it('has a row a test that measures the lot, by what it says of the living seeds', () => {
    const rows = viabilityFigure(found(), '2026-11-25', words)?.table.rows;
    expect(rows?.map((row) => row.slice(0, 3))).toEqual([
      ['2016-03-01', 'T1', 0.9],
      ['2024-03-01', 'T3', 0.8],
    ]);
  });

  it('draws the rows of constants as a band, one of them as a line', () => {
    const course = (high: number) => ({ model: { course: [{ date: '2024-03-01', low: 0.8, high }, { date: '2034-03-01', low: 0.5, high }] } });
    const ofModel = (high: number) => seriesOf(found(course(high))).filter(({ name }) => name === 'viability.chart.model');
    expect(ofModel(0.8)).toHaveLength(4);
    const one = found({ model: { course: [{ date: '2024-03-01', low: 0.8, high: 0.8 }] } });
    expect(seriesOf(one).filter(({ name }) => name === 'viability.chart.model')).toHaveLength(1);
  });

  it('is none without a measure', () => {
    expect(viabilityFigure(found({ tests: [] }), '2026-11-25', words)).toBeNull();
  });

  it('counts in years', () => {
    expect(yearOf('2026-07-02')).toBeCloseTo(2026.5, 2);
    expect(wholeYears(2016.2, 2026.9)).toEqual({ from: 2016, to: 2028, step: 2 });
    expect(wholeYears(2025.2, 2026.9)).toEqual({ from: 2025, to: 2027, step: 1 });
  });
});
