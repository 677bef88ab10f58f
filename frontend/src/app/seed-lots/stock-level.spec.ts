import { StockLevel, Stocked, stockLevel } from './stock-level';

const lot = (seeds: number | null, limits: Partial<Stocked> = {}): Stocked => ({
  balance: { seeds, basis: 'counted', places: 1 },
  archive_reserve: 50,
  critical_distribution: 500,
  critical_regeneration: 200,
  ...limits,
});

describe('the level of a stock', () => {
  it.each<[number | null, StockLevel]>([
    [null, 'unknown'],
    [0, 'empty'],
    [199, 'below_regeneration'],
    [200, 'below_distribution'],
    [499, 'below_distribution'],
    [500, 'enough'],
  ])('of %j seeds is %j', (seeds, level) => expect(stockLevel(lot(seeds))).toBe(level));

  it('knows the reserve when there is no other limit', () => {
    const none = { critical_distribution: null, critical_regeneration: null };
    expect(stockLevel(lot(49, none))).toBe('below_reserve');
    expect(stockLevel(lot(50, none))).toBe('enough');
  });
});
