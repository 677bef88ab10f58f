import { emergenceCurve } from './emergence-curve';

const visit = (code: string, count_date: string, emerged: number | null, more: object = {}) => ({
  replicate: { uuid: code, code },
  count_date,
  emerged,
  reverses: null,
  reversed_by: null,
  ...more,
});

describe('emergenceCurve', () => {
  const replicates = [
    { code: 'A', sown: 50 },
    { code: 'B', sown: 50 },
  ];

  it('adds up by replicate and in all, from the day of sowing, whatever the order', () => {
    const curve = emergenceCurve(
      replicates,
      [visit('B', '2026-01-17', 4), visit('A', '2026-01-17', 10), visit('A', '2026-01-11', 5)],
      '2026-01-01',
    );
    expect(curve.replicates[0]).toEqual({
      code: 'A',
      points: [
        { day: 0, date: '2026-01-01', emerged: 0, rate: 0 },
        { day: 10, date: '2026-01-11', emerged: 5, rate: 0.1 },
        { day: 16, date: '2026-01-17', emerged: 15, rate: 0.3 },
      ],
    });
    expect(curve.whole.points.map(({ day, emerged, rate }) => [day, emerged, rate])).toEqual([
      [0, 0, 0],
      [10, 5, 0.05],
      [16, 19, 0.19],
    ]);
    expect(curve.hasRates).toBe(true);
  });

  it('leaves out what was reversed, and the reversal', () => {
    const curve = emergenceCurve(
      replicates,
      [
        visit('A', '2026-01-05', 30, { reversed_by: 'r' }),
        visit('A', '2026-01-05', null, { reverses: 'x' }),
        visit('A', '2026-01-05', 3),
      ],
      '2026-01-01',
    );
    expect(curve.whole.points.at(-1)?.emerged).toBe(3);
  });

  it('makes no point of a visit that says nothing of the emergence', () => {
    const curve = emergenceCurve(
      replicates,
      [visit('A', '2026-01-05', 3), visit('A', '2026-01-09', null)],
      '2026-01-01',
    );
    expect(curve.replicates[0]?.points.map((point) => point.day)).toEqual([0, 4]);
  });

  it('makes a point of a visit that saw no emergence', () => {
    const curve = emergenceCurve(replicates, [visit('A', '2026-01-05', 0)], '2026-01-01');
    expect(curve.replicates[0]?.points.at(-1)).toMatchObject({ day: 4, emerged: 0, rate: 0 });
  });

  it('says which replicates were never counted, and draws nothing for them', () => {
    const curve = emergenceCurve(replicates, [visit('A', '2026-01-05', 3)], '2026-01-01');
    expect(curve.neverCounted).toEqual(['B']);
    expect(curve.replicates[1]?.points).toEqual([]);
  });

  it('has no rate in all when one replicate has no known denominator', () => {
    const curve = emergenceCurve(
      [
        { code: 'A', sown: 50 },
        { code: 'B', sown: null },
      ],
      [visit('A', '2026-01-05', 25)],
      '2026-01-01',
    );
    expect(curve.hasRates).toBe(false);
    expect(curve.replicates[0]?.points.at(-1)?.rate).toBe(0.5);
    expect(curve.whole.points.at(-1)?.rate).toBeNull();
  });

  it('does not claim that nothing had emerged at the sowing when a visit before says otherwise', () => {
    const curve = emergenceCurve(replicates, [visit('A', '2025-12-25', 2), visit('A', '2026-01-05', 1)], '2026-01-01');
    expect(curve.replicates[0]?.points.map(({ day, emerged }) => [day, emerged])).toEqual([
      [-7, 2],
      [4, 3],
    ]);
  });

  it('counts days over a change of hour', () => {
    const curve = emergenceCurve(replicates, [visit('A', '2026-03-30', 1)], '2026-03-27');
    expect(curve.whole.points.at(-1)?.day).toBe(3);
  });
});
