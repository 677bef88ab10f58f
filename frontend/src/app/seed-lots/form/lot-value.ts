import { FormControl, FormGroup, Validators } from '@angular/forms';
import { Schemas } from '@api/api';

type SeedLot = Schemas['SeedLot'];

const text = (value: string | null = null) => new FormControl<string | null>(value);
const number = (value: number | null = null) => new FormControl<number | null>(value);
const yesNo = (value: boolean | null = null) => new FormControl<boolean | null>(value);
const codes = (value: readonly string[] = []) =>
  new FormControl<readonly string[]>(value, { nonNullable: true });

/** The traits of the seeds, by the name that the API gives each list. */
export const TRAITS = [
  { name: 'forms', list: 'EXS_FORM' },
  { name: 'growths', list: 'EXS_GROWTH' },
  { name: 'ornaments', list: 'EXS_DECORATION' },
  { name: 'embryo_types', list: 'EXS_EMBRYO_TYPE' },
] as const;

/** The fields of a lot, new or not. */
export function lotForm() {
  return new FormGroup({
    material: new FormControl<string | null>(null, Validators.required),
    code: text(),
    id_dataset: number(),
    status: new FormControl<Schemas['SeedLotStatus']>('active', { nonNullable: true, validators: Validators.required }),
    status_date: text(),
    role: new FormControl<Schemas['SeedLotRole']>('active_collection', {
      nonNullable: true,
      validators: Validators.required,
    }),
    duplicate_location: text(),
    archive_reserve: new FormControl<number | null>(0, Validators.required),
    critical_distribution: number(),
    critical_regeneration: number(),
    packaging_date: text(),
    container: text(),
    dissemination_unit: text(),
    quality: text(),
    atwater_type: text(),
    traits: new FormGroup({ forms: codes(), growths: codes(), ornaments: codes(), embryo_types: codes() }),
    length_mm: number(),
    width_mm: number(),
    thickness_mm: number(),
    measure_note: text(),
    seed_scan_done: new FormControl(false, { nonNullable: true }),
    pre_drying_start: text(),
    pre_drying_end: text(),
    drying_start: text(),
    drying_end: text(),
    drying_kind: text(),
    freeze_dried: yesNo(),
    sorted: yesNo(),
    id_cleaned_by: number(),
    cleaned_by_text: text(),
    moisture_percent: number(),
    equilibrium_humidity: number(),
    oil_content_percent: number(),
    longevity: new FormControl<Schemas['SeedLongevity'] | null>(null),
    remarks: text(),
  });
}

export type LotForm = ReturnType<typeof lotForm>;
export type LotValue = ReturnType<LotForm['getRawValue']>;

/** What a new lot holds. */
export function entryForm(today: string) {
  return new FormGroup({
    place: new FormControl<string | null>(null, Validators.required),
    seeds: new FormControl<number | null>(null, Validators.required),
    basis: new FormControl<Schemas['Basis']>('counted', { nonNullable: true, validators: Validators.required }),
    mass_g: number(),
    effective_date: new FormControl<string | null>(today, Validators.required),
  });
}

export type EntryValue = ReturnType<ReturnType<typeof entryForm>['getRawValue']>;

/** The fields of a lot as its form has them. */
export function lotValue(lot: SeedLot): LotValue {
  const of = (terms: readonly Schemas['Term'][]): string[] => terms.map((term) => term.code);
  return {
    material: 'restricted' in lot.material ? null : lot.material.uuid,
    code: lot.code,
    id_dataset: lot.id_dataset,
    status: lot.status,
    status_date: lot.status_date,
    role: lot.role,
    duplicate_location: lot.duplicate_location ?? null,
    archive_reserve: lot.archive_reserve,
    critical_distribution: lot.critical_distribution ?? null,
    critical_regeneration: lot.critical_regeneration ?? null,
    packaging_date: lot.packaging_date ?? null,
    container: lot.container ?? null,
    dissemination_unit: lot.dissemination_unit?.code ?? null,
    quality: lot.quality?.code ?? null,
    atwater_type: lot.atwater_type?.code ?? null,
    traits: {
      forms: of(lot.traits.forms),
      growths: of(lot.traits.growths),
      ornaments: of(lot.traits.ornaments),
      embryo_types: of(lot.traits.embryo_types),
    },
    length_mm: lot.length_mm ?? null,
    width_mm: lot.width_mm ?? null,
    thickness_mm: lot.thickness_mm ?? null,
    measure_note: lot.measure_note ?? null,
    seed_scan_done: lot.seed_scan_done,
    pre_drying_start: lot.pre_drying_start ?? null,
    pre_drying_end: lot.pre_drying_end ?? null,
    drying_start: lot.drying_start ?? null,
    drying_end: lot.drying_end ?? null,
    drying_kind: lot.drying_kind?.code ?? null,
    freeze_dried: lot.freeze_dried ?? null,
    sorted: lot.sorted ?? null,
    id_cleaned_by: lot.id_cleaned_by ?? null,
    cleaned_by_text: lot.cleaned_by_text ?? null,
    moisture_percent: lot.moisture_percent ?? null,
    equilibrium_humidity: lot.equilibrium_humidity ?? null,
    oil_content_percent: lot.oil_content_percent ?? null,
    longevity: lot.longevity ?? null,
    remarks: lot.remarks ?? null,
  };
}

/** An empty text is no text. */
function cleaned(value: LotValue) {
  const blank = (words: string | null): string | null => words?.trim() || null;
  const { traits, ...fields } = value;
  return {
    ...fields,
    code: blank(value.code),
    duplicate_location: blank(value.duplicate_location),
    container: blank(value.container),
    measure_note: blank(value.measure_note),
    cleaned_by_text: blank(value.cleaned_by_text),
    remarks: blank(value.remarks),
    archive_reserve: value.archive_reserve ?? 0,
    traits: {
      forms: [...traits.forms],
      growths: [...traits.growths],
      ornaments: [...traits.ornaments],
      embryo_types: [...traits.embryo_types],
    },
  };
}

/** The body that makes a lot. */
export function newLot(value: LotValue & { initial_entry: EntryValue }): Schemas['NewSeedLot'] {
  const { initial_entry: entry, ...lot } = value;
  const fields = cleaned(lot);
  return {
    ...fields,
    material: fields.material ?? '',
    initial_entry: {
      place: entry.place ?? '',
      seeds: entry.basis === 'unknown' ? null : entry.seeds,
      basis: entry.basis,
      mass_g: entry.mass_g,
      effective_date: entry.effective_date ?? '',
    },
  };
}

/**
 * The body that changes a lot. What identifies it is only named when it changes, and the day of its
 * state when the user gave it: the service dates a new state of today.
 */
export function lotChanges(value: LotValue, read: LotValue): Schemas['SeedLotChanges'] {
  const { material, code, id_dataset, status_date, ...fields } = cleaned(value);
  const named = { material, code, id_dataset, status_date };
  const changed = Object.entries(named).filter(([name, now]) => now !== null && now !== read[name as keyof typeof named]);
  return { ...fields, ...Object.fromEntries(changed) };
}
