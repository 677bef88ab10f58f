import { letters, split, sumOf } from './split';

describe('replicates', () => {
  it('share the seeds, the first ones having one more', () => {
    expect(split(100, 4)).toEqual([25, 25, 25, 25]);
    expect(split(10, 4)).toEqual([3, 3, 2, 2]);
    expect(split(4, 4)).toEqual([1, 1, 1, 1]);
  });

  it('share nothing that cannot be shared', () => {
    expect(split(3, 4)).toBeNull();
    expect(split(2.5, 2)).toBeNull();
    expect(split(null, 4)).toBeNull();
  });

  it('are named as the service names them', () => {
    expect([0, 3, 25, 26, 27, 52].map(letters)).toEqual(['A', 'D', 'Z', 'AA', 'AB', 'BA']);
  });

  it('sum to nothing known when one is unknown', () => {
    expect(sumOf([10, 20])).toBe(30);
    expect(sumOf([10, null])).toBeNull();
  });
});
