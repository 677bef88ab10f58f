import { Schemas } from '@api/api';

/** What is left of a lot in a place that one may see. */
export interface HeldIn {
  readonly uuid: string;
  readonly code: string;
  readonly label: string;
  /** Null when unknown. */
  readonly seeds: number | null;
  readonly basis: Schemas['StockBasis'];
}

/** The places of a lot, those that hold some first; `held` leaves out the others. */
export function lotPlaces(lot: Pick<Schemas['SeedLot'], 'balances'>, held = false): HeldIn[] {
  return lot.balances.flatMap(({ place, seeds, basis }) => {
    if ('restricted' in place || (held && seeds === 0)) return [];
    return [{ uuid: place.uuid, code: place.code, label: place.label, seeds: seeds ?? null, basis }];
  });
}
