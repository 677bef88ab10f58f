import { Words } from '../words';
import { emergenceCurve } from './emergence-curve';
import { emergenceFigure } from './emergence-figure';
import { fateFigure } from './fate-figure';

// Keys stand for the words.
const WORDS = {
  language: 'fr',
  of: (key: string, params: object = {}) => [key, ...Object.values(params)].join(' '),
  many: (key: string, n: number) => `${key} ${n}`,
  code: (list: string, code: string) => `${list}.${code}`,
} as unknown as Words;

const visit = (code: string, count_date: string, emerged: number) => ({
  replicate: { uuid: code, code },
  count_date,
  emerged,
});

describe('emergenceFigure', () => {
  const counts = [visit('A', '2026-01-05', 5), visit('B', '2026-01-06', 0)];

  it('has one row a day of visit, empty where a replicate was not seen', () => {
    const curve = emergenceCurve(
      [
        { code: 'A', sown: 10 },
        { code: 'B', sown: 10 },
      ],
      counts,
      '2026-01-01',
    );
    expect(emergenceFigure(curve, WORDS).table.rows).toEqual([
      ['2026-01-01', 0, 0, 0, 0, 0],
      ['2026-01-05', 4, 5, null, 5, 0.25],
      ['2026-01-06', 5, null, 0, 5, 0.25],
    ]);
  });

  it('draws one line when there is one replicate, and says who was never counted', () => {
    const curve = emergenceCurve(
      [
        { code: 'A', sown: null },
        { code: 'C', sown: null },
      ],
      counts.slice(0, 1),
      '2026-01-01',
    );
    const figure = emergenceFigure(curve, WORDS);
    expect(figure.option.series).toHaveLength(1);
    expect(figure.description).toBe('chart.emergence.described_count 5 05/01/2026 4 chart.emergence.never_counted C');
  });
});

describe('fateFigure', () => {
  it('tells a zero from what is unknown in its table, and says its notes', () => {
    const figure = fateFigure(
      {
        sown: 20,
        emerged: 5,
        alive: 5,
        dead: 0,
        pricked_out: 0,
        removed: 0,
        not_emerged: null,
        dissected: 0,
        not_counted: 0,
        surplus: 1,
      },
      WORDS,
    );
    expect(figure.table.rows).toEqual([
      ['fate.sown', 20, 1],
      ['fate.emerged', 5, 0.25],
      ['fate.alive', 5, 0.25],
      ['fate.pricked_out', 0, 0],
      ['fate.dead', 0, 0],
      ['fate.removed', 0, 0],
      ['fate.waiting', 15, 0.75],
    ]);
    expect(figure.notes).toEqual(['chart.fate.surplus 1']);
  });
});
