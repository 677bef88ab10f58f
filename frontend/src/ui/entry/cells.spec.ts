import { total, valueAt, withValue } from './cells';

describe('cells', () => {
  it('tells what was not counted from zero', () => {
    const values = { A: { dead: 0, emerged: null } };
    expect(valueAt(values, 'A', 'dead')).toBe(0);
    expect(valueAt(values, 'A', 'emerged')).toBeNull();
    expect(valueAt(values, 'B', 'dead')).toBeNull();
  });

  it('changes one cell and nothing else', () => {
    const values = { A: { dead: 1 }, B: { dead: 2 } };
    expect(withValue(values, 'A', 'emerged', 5)).toEqual({ A: { dead: 1, emerged: 5 }, B: { dead: 2 } });
    expect(withValue(values, 'C', 'dead', null)).toEqual({ ...values, C: { dead: null } });
    expect(values).toEqual({ A: { dead: 1 }, B: { dead: 2 } });
  });

  it('sums what is known', () => {
    expect(total([1, null, 0])).toBe(1);
    expect(total([0])).toBe(0);
    expect(total([null, null])).toBeNull();
    expect(total([])).toBeNull();
  });
});
