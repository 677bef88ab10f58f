import {
  AbstractControl,
  FormArray,
  FormControl,
  FormGroup,
  NonNullableFormBuilder,
  ValidationErrors,
  Validators,
} from '@angular/forms';
import type { Schemas } from '@api/api';
import type { SowingRecord } from '../shared/model';

/** A component of a substrate as a form has it. */
export type PartValue = { component: string | null; percent: number | null; mm: number | null };
export type PartForm = FormGroup<{ [K in keyof PartValue]: FormControl<PartValue[K]> }>;

/** Where, when and how it is sown, and for what. */
export type HowValue = {
  place: string | null;
  sowing_date: string | null;
  next_count_due: string | null;
  expected_emergence_min: string | null;
  expected_emergence_max: string | null;
  container: string | null;
  container_volume_ml: number | null;
  container_cells: number | null;
  container_count: number | null;
  substrate: PartValue[];
  method: string | null;
  depth_mm: number | null;
  covering: string;
  watering: string | null;
  regime: string | null;
  day_temperature: number | null;
  night_temperature: number | null;
  photoperiod_hours: number | null;
  light: string;
  objective: Schemas['Objective'] | null;
  programme: string;
  id_dataset: number | null;
  people: readonly number[];
  people_text: string;
  remarks: string;
};

export type HowControls = {
  [K in keyof HowValue]: K extends 'substrate' ? FormArray<PartForm> : FormControl<HowValue[K]>;
};
export type HowForm = FormGroup<HowControls>;

const NOTHING: Omit<HowValue, 'substrate'> = {
  place: null,
  sowing_date: null,
  next_count_due: null,
  expected_emergence_min: null,
  expected_emergence_max: null,
  container: null,
  container_volume_ml: null,
  container_cells: null,
  container_count: null,
  method: null,
  depth_mm: null,
  covering: '',
  watering: null,
  regime: null,
  day_temperature: null,
  night_temperature: null,
  photoperiod_hours: null,
  light: '',
  objective: null,
  programme: '',
  id_dataset: null,
  people: [],
  people_text: '',
  remarks: '',
};

/** The controls, to be put in a form of their own or in a larger one. */
export function howControls(build: NonNullableFormBuilder): HowControls {
  const controls = Object.fromEntries(Object.entries(NOTHING).map(([name, value]) => [name, build.control(value)]));
  return {
    ...(controls as unknown as Omit<HowControls, 'substrate'>),
    substrate: build.array<PartForm>([], substrateSums),
  };
}

export function partForm(build: NonNullableFormBuilder, value?: Partial<PartValue>): PartForm {
  return build.group({
    component: [value?.component ?? null, Validators.required],
    percent: [value?.percent ?? null],
    mm: [value?.mm ?? null],
  });
}

/** As many parts as the value has. */
export function fitParts(build: NonNullableFormBuilder, array: FormArray<PartForm>, parts: readonly unknown[]): void {
  while (array.length > parts.length) array.removeAt(-1, { emitEvent: false });
  while (array.length < parts.length) array.push(partForm(build), { emitEvent: false });
}

/** Percentages, when given, are all given and sum to 100. */
export function substrateSums(array: AbstractControl): ValidationErrors | null {
  const given = (array.value as PartValue[]).map((part) => part.percent);
  const known = given.filter((percent) => percent !== null);
  if (known.length === 0) return null;
  const sum = known.reduce((total, percent) => total + percent, 0);
  const agrees = known.length === given.length && Math.abs(sum - 100) < 1e-9;
  return agrees ? null : { substrate_sums: { sum: Math.round(sum * 100) / 100 } };
}

/** The form's value of a sowing of the service. */
export function howValue(sowing: SowingRecord): HowValue {
  const { place, container, method, watering, substrate, is_ambient, people, ...others } = sowing;
  const known = Object.entries(others).filter(([name, value]) => name in NOTHING && value !== null && value !== undefined);
  return {
    ...NOTHING,
    ...Object.fromEntries(known),
    place: place?.uuid ?? null,
    container: container?.code ?? null,
    method: method?.code ?? null,
    watering: watering?.code ?? null,
    regime: is_ambient === null || is_ambient === undefined ? null : is_ambient ? 'ambient' : 'controlled',
    people,
    substrate: (substrate ?? []).map((part) => ({
      component: part.component,
      percent: part.percent ?? null,
      mm: part.mm ?? null,
    })),
  };
}

type Sent = Omit<
  Schemas['SowingChanges'],
  'sown_value' | 'sown_unit' | 'sown_basis' | 'propagules_per_unit' | 'archived' | 'people'
> & { people: number[] };

/** What is sent: an empty text is none; no temperature where it is that of the place. */
export function howBody(value: HowValue): Sent {
  const names = Object.keys(NOTHING).filter((name) => !['regime', 'id_dataset', 'people'].includes(name));
  const said = names.map((name) => {
    const one = value[name as keyof typeof NOTHING];
    return [name, typeof one === 'string' && one.trim() === '' ? null : one];
  });
  const ambient = { day_temperature: null, night_temperature: null, photoperiod_hours: null, light: null };
  const { regime, id_dataset } = value;
  return {
    ...(Object.fromEntries(said) as Omit<Sent, 'people' | 'substrate' | 'is_ambient'>),
    ...(regime === 'ambient' ? ambient : {}),
    is_ambient: regime === null ? null : regime === 'ambient',
    substrate: value.substrate.length === 0 ? null : value.substrate.map(partBody),
    people: [...value.people],
    ...(id_dataset === null ? {} : { id_dataset }),
  };
}

function partBody({ component, percent, mm }: PartValue): Schemas['Substrate'] {
  return {
    component: component ?? '',
    ...(percent === null ? {} : { percent }),
    ...(mm === null ? {} : { mm }),
  };
}
