import type { Feature, FeatureCollection, Geometry } from 'geojson';
import type { Schemas } from '@api/api';

/** A record on the map; its geometry is null when it has no place. */
export type MapFeature = Feature<Geometry | null, { readonly uuid: string } & Readonly<Record<string, unknown>>>;
export type MapFeatures = FeatureCollection<MapFeature['geometry'], MapFeature['properties']>;

/** West, south, east, north. */
export type Bbox = readonly [number, number, number, number];

/** A list asked in GeoJSON, whose document does not describe the geometries. */
export function mapFeatures(collection: Schemas['FeatureCollection']): MapFeatures {
  return collection as unknown as MapFeatures;
}
