import type { Lot } from '@app/counting/shared/model';
import { dishesFor, proposalFor } from './proposal';

const lot = (seeds: number | null, archive_reserve = 0): Lot =>
  ({
    archive_reserve,
    balance: { seeds, places: 1 },
    balances: [{ place: { uuid: 'p', code: 'P', label: 'P' }, seeds, basis: 'counted' }],
  }) as unknown as Lot;
const proposed = (seeds: number | null, reserve = 0) => Object.values(proposalFor(lot(seeds, reserve), 'p'));

describe('what is proposed to put to test', () => {
  it('is four dishes of 25, where there is enough', () => {
    expect(proposed(5000)).toEqual([100, 4]);
    expect(proposed(500)).toEqual([100, 4]);
    expect(proposed(null)).toEqual([100, 4]);
  });

  it('is fewer dishes, then smaller ones, where there is little', () => {
    expect(proposed(400)).toEqual([75, 3]);
    expect(proposed(300)).toEqual([50, 2]);
    expect(proposed(120)).toEqual([24, 2]);
    expect(proposed(3)).toEqual([2, 2]);
  });

  it('leaves the archive reserve where it is', () => {
    expect(proposed(500, 250)).toEqual([50, 2]);
  });

  it('is a dish or more of what a test left', () => {
    expect([dishesFor(6), dishesFor(40), dishesFor(60), dishesFor(400)]).toEqual([1, 2, 2, 4]);
  });
});
