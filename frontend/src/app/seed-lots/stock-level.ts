import { Schemas } from '@api/api';

/** What a lot's stock calls for, the most pressing first. */
export type StockLevel = 'unknown' | 'empty' | 'below_regeneration' | 'below_distribution' | 'below_reserve' | 'enough';

/** A lot with what is left of it and the numbers it is compared to. */
export type Stocked = Pick<
  Schemas['SeedLotItem'],
  'balance' | 'archive_reserve' | 'critical_distribution' | 'critical_regeneration'
>;

export function stockLevel(lot: Stocked): StockLevel {
  const { seeds } = lot.balance;
  if (seeds === null || seeds === undefined) return 'unknown';
  if (seeds === 0) return 'empty';
  const below = (limit: number | null | undefined): boolean => limit !== null && limit !== undefined && seeds < limit;
  if (below(lot.critical_regeneration)) return 'below_regeneration';
  if (below(lot.critical_distribution)) return 'below_distribution';
  return below(lot.archive_reserve) ? 'below_reserve' : 'enough';
}
