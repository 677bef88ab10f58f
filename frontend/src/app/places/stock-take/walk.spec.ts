import { Walk, WalkLine, firstLeft, inOrder, requestKey, summaryOf } from './walk';

const line = (code: string, placeCode: string, expected: number | null): WalkLine => ({
  key: `${code}:${placeCode}`,
  lot: code,
  code,
  taxon: null,
  place: placeCode,
  placeCode,
  expected,
  basis: expected === null ? 'unknown' : 'counted',
});
const A = line('L1', 'B1', 100);
const B = line('L2', 'B1', 40);
const C = line('L3', 'B2', null);
const D = line('L4', 'B10', 7);

describe('the walk through a place', () => {
  it('goes box by box, in the order of their numbers', () => {
    expect(inOrder([D, C, B, A])).toEqual([A, B, C, D]);
  });

  it('sums up what is corrected, what is right and what is left', () => {
    const summary = summaryOf([A, B, C, D], {
      [A.key]: { seeds: 100, basis: 'counted' },
      [B.key]: { seeds: 38, basis: 'counted' },
      [C.key]: { seeds: 12, basis: 'estimated' },
      [D.key]: 'skipped',
    });
    expect(summary.same.map((one) => one.line)).toEqual([A]);
    expect(summary.changed.map((one) => [one.line.code, one.correction])).toEqual([
      ['L2', -2],
      ['L3', null],
    ]);
    expect(summary.left).toEqual([D]);
  });

  it('goes on where it was left; what was skipped is not asked again by itself', () => {
    expect(firstLeft([A, B, C], { [A.key]: { seeds: 0, basis: 'counted' }, [B.key]: 'skipped' })).toBe(2);
    expect(firstLeft([A], { [A.key]: 'skipped' })).toBe(1);
  });

  it('knows a request again, and not another number', () => {
    const walk: Walk = { id: 'w', at: 0, day: '2026-11-25', entries: {}, added: [], sent: [] };
    const found = { line: A, seeds: 90, basis: 'counted' as const, correction: -10 };
    expect(requestKey(walk, found)).toBe(requestKey({ ...walk, at: 3 }, found));
    expect(requestKey(walk, { ...found, seeds: 91 })).not.toBe(requestKey(walk, found));
    expect(requestKey({ ...walk, day: '2026-11-24' }, found)).not.toBe(requestKey(walk, found));
  });
});
