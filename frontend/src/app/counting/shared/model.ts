import type { Schemas } from '@api/api';

export type Replicate = Schemas['Replicate'];
export type Count = Schemas['Count'];
export type Step = Schemas['StepToday'];
export type Lot = Schemas['SeedLot'];
export type Movement = Schemas['Movement'];
export type Taxon = Schemas['TaxonRef'];

/**
 * What has replicates, treatment steps, counts and results: the name is that of its routes, in the API
 * as on the screens.
 */
export type OwnerKind = 'sowings' | 'seed-tests';

export interface Owner {
  readonly kind: OwnerKind;
  readonly uuid: string;
}

/** Where its page is. */
export function pageOf({ kind, uuid }: Owner): string[] {
  return [`/${kind}`, uuid];
}
