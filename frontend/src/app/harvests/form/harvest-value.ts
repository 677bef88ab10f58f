import { FormControl, FormGroup, Validators } from '@angular/forms';
import type { Geometry } from 'geojson';
import type { Schemas } from '@api/api';
import type { ImpreciseDate } from '@ui/pickers/day/imprecise';
import type { Harvest } from '../harvests-api';

const text = () => new FormControl<string | null>(null);
const number = () => new FormControl<number | null>(null);

/** The fields of a harvest, new or not. */
export function harvestForm() {
  return new FormGroup({
    id_dataset: new FormControl<number | null>(null, Validators.required),
    harvest_type: new FormControl<string | null>(null, Validators.required),
    date: new FormControl<ImpreciseDate | null>(null, Validators.required),
    /** The main one first. */
    observers: new FormControl<readonly number[]>([], { nonNullable: true }),
    observers_text: text(),
    geometry: new FormControl<Geometry | null>(null),
    areas: new FormControl<readonly number[]>([], { nonNullable: true }),
    locality: text(),
    geographical_precision: text(),
    precision_m: number(),
    altitude_min: number(),
    altitude_max: number(),
    slope_degrees: number(),
    exposure: text(),
    cd_hab: number(),
    surface_m2: number(),
    landowner_consent: text(),
    population_size: number(),
    individuals_seen: number(),
    individuals_fruiting: number(),
    crop_share_percent: number(),
    associated_species: text(),
    protocol_note: text(),
    herbarium_voucher: text(),
    remarks: text(),
    code: text(),
  });
}

export type HarvestForm = ReturnType<typeof harvestForm>;
export type HarvestValue = ReturnType<HarvestForm['getRawValue']>;

/** Controls that hold fields the API names otherwise. */
export const NAMES = { date_min: 'date', date_max: 'date', date_precision: 'date' } as const;

/** What says where the harvest is: who sees it blurred cannot change it. */
export const PLACE_FIELDS = [
  'geometry',
  'areas',
  'locality',
  'geographical_precision',
  'precision_m',
  'altitude_min',
  'altitude_max',
  'slope_degrees',
  'exposure',
  'landowner_consent',
] as const satisfies readonly (keyof HarvestValue)[];

/** What another harvest does not have in common with the last one. */
export const UNIQUE = [
  ...PLACE_FIELDS,
  'code',
  'cd_hab',
  'surface_m2',
  'population_size',
  'individuals_seen',
  'individuals_fruiting',
  'crop_share_percent',
  'associated_species',
  'herbarium_voucher',
  'remarks',
] as const satisfies readonly (keyof HarvestValue)[];

/** The fields of a harvest as its form has them. */
export function harvestValue(harvest: Harvest): HarvestValue {
  const main = harvest.observers.filter((observer) => observer.is_main);
  const others = harvest.observers.filter((observer) => !observer.is_main);
  return {
    id_dataset: harvest.id_dataset,
    harvest_type: harvest.harvest_type?.code ?? null,
    date: {
      date_min: harvest.date_min ?? null,
      date_max: harvest.date_max ?? null,
      date_precision: harvest.date_precision,
    },
    observers: [...main, ...others].map(({ id_role }) => id_role),
    observers_text: harvest.observers_text ?? null,
    geometry: (harvest.geometry ?? null) as unknown as Geometry | null,
    areas: harvest.areas,
    locality: harvest.locality ?? null,
    geographical_precision: harvest.geographical_precision?.code ?? null,
    precision_m: harvest.precision_m ?? null,
    altitude_min: harvest.altitude_min ?? null,
    altitude_max: harvest.altitude_max ?? null,
    slope_degrees: harvest.slope_degrees ?? null,
    exposure: harvest.exposure?.code ?? null,
    cd_hab: harvest.cd_hab ?? null,
    surface_m2: harvest.surface_m2 ?? null,
    landowner_consent: harvest.landowner_consent ?? null,
    population_size: harvest.population_size ?? null,
    individuals_seen: harvest.individuals_seen ?? null,
    individuals_fruiting: harvest.individuals_fruiting ?? null,
    crop_share_percent: harvest.crop_share_percent ?? null,
    associated_species: harvest.associated_species ?? null,
    protocol_note: harvest.protocol_note ?? null,
    herbarium_voucher: harvest.herbarium_voucher ?? null,
    remarks: harvest.remarks ?? null,
    code: harvest.code,
  };
}

type Body = Omit<Schemas['NewHarvest'], 'uuid' | 'additional_data'>;

/** The fields as the API has them; an empty text is no text. */
function body(value: HarvestValue): Body {
  const { date, observers, geometry, areas, ...fields } = value;
  const texts = Object.entries(fields).map(([name, field]) => [
    name,
    typeof field === 'string' ? field.trim() || null : field,
  ]);
  return {
    ...(Object.fromEntries(texts) as typeof fields),
    id_dataset: value.id_dataset ?? 0,
    harvest_type: value.harvest_type ?? '',
    ...(date ?? { date_min: null, date_max: null, date_precision: 'unknown' as const }),
    observers: observers.map((id_role, n) => ({ id_role, is_main: n === 0 })),
    geometry: geometry as unknown as Body['geometry'],
    areas: [...areas],
  };
}

/** The body that makes a harvest: areas are chosen only where there is no geometry. */
export function newHarvest(value: HarvestValue): Schemas['NewHarvest'] {
  const { areas, ...fields } = body(value);
  return value.geometry === null ? { ...fields, areas } : fields;
}

/** The body that changes a harvest: only what is not as it was read. A code never changes. */
export function harvestChanges(value: HarvestValue, read: HarvestValue): Schemas['HarvestChanges'] {
  const [now, before] = [body(value), body(read)];
  const changed = (Object.keys(now) as (keyof Body)[]).filter(
    (name) => name !== 'code' && JSON.stringify(now[name]) !== JSON.stringify(before[name]),
  );
  const changes = Object.fromEntries(changed.map((name) => [name, now[name]])) as Schemas['HarvestChanges'];
  if (value.geometry !== null) delete changes.areas;
  return changes;
}
