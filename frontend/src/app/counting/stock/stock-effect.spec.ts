import type { Schemas } from '@api/api';
import { seedsOf, stockEffect } from './stock-effect';

const PLACE = { uuid: 'p', code: 'CF1', label: 'Chambre froide' };

function lot(seeds: number | null, basis: Schemas['StockBasis'], reserve = 0, elsewhere = 0) {
  return {
    archive_reserve: reserve,
    balance: { seeds: seeds === null ? null : seeds + elsewhere, places: 1 },
    balances: [{ place: PLACE, seeds, basis }],
  };
}

describe('the seeds that leave a lot', () => {
  it('follow the unit', () => {
    expect(seedsOf({ value: 60, unit: 'seed', basis: 'counted', perUnit: null })).toBe(60);
    expect(seedsOf({ value: 10, unit: 'fruit', basis: 'counted', perUnit: 3 })).toBe(30);
    expect(seedsOf({ value: 10, unit: 'fruit', basis: 'counted', perUnit: null })).toBeNull();
    expect(seedsOf({ value: null, unit: 'pinch', basis: 'unknown', perUnit: null })).toBeNull();
  });
});

describe('what sowing does to a lot', () => {
  it('leaves the rest', () => {
    expect(stockEffect(lot(300, 'counted', 50, 20), 'p', 100)).toMatchObject({
      available: 300,
      after: 200,
      left: 220,
      missing: 0,
      toConfirm: false,
      breaksReserve: false,
    });
  });

  it('cannot take more than was counted', () => {
    expect(stockEffect(lot(80, 'counted'), 'p', 100)).toMatchObject({ missing: 20, toConfirm: false, after: 0 });
  });

  it('may take more than was estimated, once confirmed', () => {
    expect(stockEffect(lot(80, 'estimated'), 'p', 100)).toMatchObject({ missing: 0, toConfirm: true, left: 0 });
  });

  it('says when the archive reserve is broken into', () => {
    expect(stockEffect(lot(120, 'counted', 50), 'p', 100).breaksReserve).toBe(true);
    expect(stockEffect(lot(150, 'counted', 50), 'p', 100).breaksReserve).toBe(false);
    expect(stockEffect(lot(80, 'estimated', 1), 'p', 100).breaksReserve).toBe(true);
  });

  it('says nothing of what is unknown', () => {
    expect(stockEffect(lot(null, 'unknown', 50), 'p', 100)).toMatchObject({
      available: null,
      after: null,
      left: null,
      missing: 0,
      toConfirm: false,
      breaksReserve: false,
    });
    expect(stockEffect(lot(100, 'counted'), 'p', null)).toMatchObject({ after: null, left: null, missing: 0 });
  });

  it('finds nothing where the lot is not', () => {
    expect(stockEffect(lot(100, 'counted'), 'elsewhere', 10)).toMatchObject({ available: 0, missing: 10 });
  });
});
