import type { Schemas } from '@api/api';

type Feature = Schemas['Feature'];
type FeatureCollection = Schemas['FeatureCollection'];

/** One page of the API, from this cursor. */
export type LoadFeatures = (cursor: string | undefined) => Promise<FeatureCollection>;

/** What was read so far. */
export interface ReadFeatures {
  readonly features: readonly Feature[];
  /** How many there are, when the first page said it. */
  readonly count: number | null;
  /** There are others, which were not read. */
  readonly more: boolean;
}

/** Reads page after page, until the end or once there are `limit` of them; tells what it has after each. */
export async function* featurePages(load: LoadFeatures, limit = Infinity): AsyncGenerator<ReadFeatures> {
  const features: Feature[] = [];
  let count: number | null = null;
  let cursor: string | null | undefined;
  do {
    const page = await load(cursor ?? undefined);
    features.push(...page.features);
    count ??= page.count ?? null;
    cursor = page.next_cursor;
    yield { features: [...features], count, more: Boolean(cursor) };
  } while (cursor && features.length < limit);
}
