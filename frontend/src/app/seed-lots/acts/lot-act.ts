import { Schemas } from '@api/api';

/** What the dialogs of a lot are given. */
export interface LotAct {
  readonly lot: Schemas['SeedLot'];
  /** The place it is about, when it was chosen. */
  readonly place?: string;
  /** What was found, when it is known already. */
  readonly found?: { readonly seeds: number; readonly basis: Schemas['NewStockTake']['basis'] };
}
