import { stockEffect } from '@app/counting/stock/stock-effect';
import type { Lot } from '@app/counting/shared/model';

/** What is proposed to put to test. */
export interface Proposal {
  readonly seeds: number;
  readonly replicates: number;
}

/** The usual dish. */
const DISH = 25;
const DISHES = 4;
/** No more than one seed in five of what may be taken is put to test. */
const SHARE = 5;

/** Four dishes of 25 seeds; fewer, then smaller ones, where the place has little above the archive reserve. */
export function proposalFor(lot: Lot, place: string | null): Proposal {
  const { available, left } = stockEffect(lot, place, 0);
  const free = Math.min(available ?? Infinity, (left ?? Infinity) - lot.archive_reserve);
  const wanted = Math.min(DISH * DISHES, Math.max(0, Math.floor(free / SHARE)));
  if (wanted >= 2 * DISH) {
    const replicates = Math.floor(wanted / DISH);
    return { seeds: replicates * DISH, replicates };
  }
  const each = Math.max(1, Math.floor(wanted / 2));
  return { seeds: 2 * each, replicates: 2 };
}

/** As many dishes of 25 or so as the seeds that a test left fill. */
export function dishesFor(seeds: number): number {
  return Math.max(1, Math.min(DISHES, Math.round(seeds / DISH)));
}
