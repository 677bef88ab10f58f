import type * as Leaflet from 'leaflet';
import type {} from 'leaflet-draw';
import type {} from 'leaflet.markercluster';
import { stylesheet } from '../stylesheet';

export type L = typeof Leaflet;

/** GeoNature's page has Leaflet with its plugins; ours has none until a map is shown. */
const page = globalThis as { L?: L };

/** The page's Leaflet, or our own. The plugins look for it in `globalThis.L`, when they load and later. */
export async function loadLeaflet(): Promise<L> {
  if (page.L !== undefined) return page.L;
  const [module] = await Promise.all([import('leaflet/dist/leaflet-src.esm.js'), stylesheet('leaflet')]);
  // A module cannot be added to, which is what the plugins do.
  page.L ??= { ...module };
  return page.L;
}

/** Leaflet with markers that group when they are close. */
export async function loadClusters(): Promise<L> {
  const leaflet = await loadLeaflet();
  if (!('markerClusterGroup' in leaflet)) {
    await Promise.all([import('leaflet.markercluster'), stylesheet('leaflet-markercluster')]);
  }
  return leaflet;
}

/** Leaflet with shapes whose vertices can be moved. */
export async function loadEditing(): Promise<L> {
  const leaflet = await loadLeaflet();
  if (!('EditToolbar' in leaflet)) await Promise.all([import('leaflet-draw'), stylesheet('leaflet-draw')]);
  return leaflet;
}
