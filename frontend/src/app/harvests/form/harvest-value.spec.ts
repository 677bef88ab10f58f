import type { Harvest } from '../harvests-api';
import { HarvestValue, harvestChanges, harvestForm, harvestValue, newHarvest } from './harvest-value';

const point = { type: 'Point' as const, coordinates: [6.1, 44.5] };
const HARVEST = {
  uuid: 'h',
  code: 'R2026_0001',
  id_dataset: 1,
  harvest_type: { code: 'rin', label: 'In situ' },
  date_min: '2026-08-01',
  date_max: '2026-08-31',
  date_precision: 'month',
  observers: [
    { id_role: 10, name: 'A', is_main: false },
    { id_role: 11, name: 'B', is_main: true },
  ],
  areas: [],
  geometry: point,
  blurred: false,
  warnings: [],
  locality: 'Le Col',
  version: 3,
} as unknown as Harvest;

const read = (): HarvestValue => harvestValue(HARVEST);

describe('a harvest in its form', () => {
  it('has its main observer first', () => {
    expect(read().observers).toEqual([11, 10]);
  });

  it('has every field of the form', () => {
    expect(Object.keys(read()).sort()).toEqual(Object.keys(harvestForm().controls).sort());
  });
});

describe('a new harvest', () => {
  it('is sent as the API has it', () => {
    expect(newHarvest({ ...read(), remarks: '  ', code: null })).toMatchObject({
      id_dataset: 1,
      harvest_type: 'rin',
      date_min: '2026-08-01',
      date_max: '2026-08-31',
      date_precision: 'month',
      observers: [
        { id_role: 11, is_main: true },
        { id_role: 10, is_main: false },
      ],
      geometry: point,
      locality: 'Le Col',
      remarks: null,
      code: null,
    });
  });

  it('has areas only where it has no geometry', () => {
    expect(newHarvest({ ...read(), areas: [7] })).not.toHaveProperty('areas');
    expect(newHarvest({ ...read(), geometry: null, areas: [7] })).toMatchObject({ areas: [7], geometry: null });
  });
});

describe('a harvest that changed', () => {
  it('is sent without what is as it was', () => {
    expect(harvestChanges(read(), read())).toEqual({});
    expect(harvestChanges({ ...read(), locality: 'Le Lac ', crop_share_percent: 18.5 }, read())).toEqual({
      locality: 'Le Lac',
      crop_share_percent: 18.5,
    });
  });

  it('says the emptied fields', () => {
    expect(harvestChanges({ ...read(), locality: '' }, read())).toEqual({ locality: null });
  });

  it('keeps its code whatever its date', () => {
    const date = { date_min: '2025-08-01', date_max: '2025-08-31', date_precision: 'month' as const };
    expect(harvestChanges({ ...read(), date, code: 'R2025_0001' }, read())).toEqual({
      date_min: '2025-08-01',
      date_max: '2025-08-31',
    });
  });

  it('takes areas in place of its geometry, or a geometry in place of its areas', () => {
    expect(harvestChanges({ ...read(), geometry: null, areas: [7] }, read())).toEqual({ geometry: null, areas: [7] });
    const placeless = { ...read(), geometry: null, areas: [7] };
    expect(harvestChanges({ ...placeless, geometry: point, areas: [8] }, placeless)).toEqual({ geometry: point });
  });
});
