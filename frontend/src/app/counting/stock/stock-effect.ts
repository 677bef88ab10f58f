import type { Schemas } from '@api/api';

type Lot = Pick<Schemas['SeedLot'], 'archive_reserve' | 'balance' | 'balances'>;

/** The quantity sown, as it is entered. */
export interface Sown {
  readonly value: number | null;
  readonly unit: Schemas['SownUnit'];
  readonly basis: Schemas['Basis'];
  /** Seeds in one unit. */
  readonly perUnit: number | null;
}

/** The seeds that leave the lot: the units times what is in one; null when that is not known. */
export function seedsOf({ value, unit, perUnit }: Sown): number | null {
  if (value === null) return null;
  const seeds = unit === 'seed' ? value : perUnit === null ? null : value * perUnit;
  const whole = seeds === null ? null : Math.round(seeds);
  return whole !== null && whole >= 1 ? whole : null;
}

/** What taking seeds out of a place of a lot comes to; null is unknown, never zero. */
export interface StockEffect {
  /** Seeds there before. */
  readonly available: number | null;
  readonly asked: number | null;
  /** Seeds there after. */
  readonly after: number | null;
  /** Seeds left in the lot, wherever they are. */
  readonly left: number | null;
  /** More than there are, and they were counted: it cannot be. */
  readonly missing: number;
  /** More than an estimated balance says: it is to be confirmed. */
  readonly toConfirm: boolean;
  /** Less would be left than the archive reserve. */
  readonly breaksReserve: boolean;
}

/** What the service will say, foreseen: it decides. */
export function stockEffect(lot: Lot, place: string | null, asked: number | null): StockEffect {
  const there = lot.balances.find((balance) => 'uuid' in balance.place && balance.place.uuid === place);
  // Where the lot never was, there is nothing, for sure.
  const available = there === undefined ? 0 : (there.seeds ?? null);
  const isCounted = there === undefined || there.basis === 'counted';
  const over = available !== null && asked !== null ? Math.max(0, asked - available) : 0;
  const corrected = isCounted ? 0 : over;
  const total = lot.balance.seeds ?? null;
  const left = total === null || asked === null ? null : total + corrected - asked;
  return {
    available,
    asked,
    after: available === null || asked === null ? null : Math.max(0, available - asked),
    left,
    missing: isCounted ? over : 0,
    toConfirm: !isCounted && over > 0,
    breaksReserve: left !== null && left < lot.archive_reserve,
  };
}
