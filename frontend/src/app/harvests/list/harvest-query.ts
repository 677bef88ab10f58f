import type { ListState } from '@ui/list/list-state';
import type { Bbox } from '@ui/map/features';
import type { HarvestQuery } from '../harvests-api';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The filters of the address, for the list, the map and the file alike. */
export function harvestFilters(state: Pick<ListState, 'text' | 'number' | 'flag'>): HarvestQuery {
  return {
    search: state.text('search'),
    id_dataset: state.number('id_dataset'),
    cd_nom: state.number('cd_nom'),
    area: state.number('area'),
    harvest_type: state.text('harvest_type')?.split(','),
    year_min: state.number('year_min'),
    year_max: state.number('year_max'),
    bbox: readBbox(state.text('bbox')),
    archived: state.flag('archived'),
  };
}

/** West, south, east, north of a text, when it has the four. */
export function readBbox(text: string | undefined): Mutable<Bbox> | undefined {
  const [west, south, east, north, ...more] = (text ?? '').split(',').map((part) => (part === '' ? NaN : Number(part)));
  if (west === undefined || south === undefined || east === undefined || north === undefined) return undefined;
  const bbox: Mutable<Bbox> = [west, south, east, north];
  return more.length === 0 && bbox.every(Number.isFinite) ? bbox : undefined;
}

/** A rectangle in the address: four decimals are ten metres, and the globe ends somewhere. */
export function writeBbox([west, south, east, north]: Bbox): string {
  const within = (value: number, limit: number): number => Math.min(limit, Math.max(-limit, value));
  return [within(west, 180), within(south, 90), within(east, 180), within(north, 90)]
    .map((value) => String(Math.round(value * 1e4) / 1e4))
    .join(',');
}
