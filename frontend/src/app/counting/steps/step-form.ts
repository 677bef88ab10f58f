import { FormControl, FormGroup, NonNullableFormBuilder, Validators } from '@angular/forms';
import type { Schemas } from '@api/api';
import type { Step } from '../shared/model';

export type StepKind = Schemas['StepKind'];
/** What a new step and a changed one have in common. */
export type StepBody = Omit<Schemas['NewStep'], 'rank' | 'uuid'> & { readonly rank?: number };

/** A treatment step as a form has it. */
export type StepValue = {
  rank: number | null;
  kind: StepKind | null;
  product: string;
  tool: string;
  concentration: number | null;
  concentration_unit: Schemas['ConcentrationUnit'];
  day_temperature: number | null;
  night_temperature: number | null;
  photoperiod_hours: number | null;
  duration: number | null;
  duration_unit: Schemas['DurationUnit'];
  medium: string;
  start_date: string | null;
  planned_end_date: string | null;
  end_date: string | null;
  quantity_treated: number | null;
  quantity_lost: number | null;
  id_actor: number | null;
  actor_text: string;
  remarks: string;
};

export type StepForm = FormGroup<{ [K in keyof StepValue]: FormControl<StepValue[K]> }>;

export const NO_STEP: StepValue = {
  rank: null,
  kind: null,
  product: '',
  tool: '',
  concentration: null,
  concentration_unit: 'mg_l',
  day_temperature: null,
  night_temperature: null,
  photoperiod_hours: null,
  duration: null,
  duration_unit: 'day',
  medium: '',
  start_date: null,
  planned_end_date: null,
  end_date: null,
  quantity_treated: null,
  quantity_lost: null,
  id_actor: null,
  actor_text: '',
  remarks: '',
};

export function stepForm(build: NonNullableFormBuilder, value: Partial<StepValue> = {}): StepForm {
  const form = build.group({ ...NO_STEP, ...value }) as unknown as StepForm;
  form.controls.kind.addValidators(Validators.required);
  form.controls.kind.updateValueAndValidity({ emitEvent: false });
  return form;
}

/** The form's value of a step of the service. */
export function stepValue(step: Step): StepValue {
  const known = Object.entries(step).filter(([name, value]) => name in NO_STEP && value !== null && value !== undefined);
  return { ...NO_STEP, ...Object.fromEntries(known) };
}

/** What is sent: a unit goes with its value, and an empty text is none. */
export function stepBody(value: StepValue): StepBody {
  const { kind, concentration_unit, duration_unit, rank, ...others } = value;
  const said = Object.entries(others).map(([name, v]) => [name, typeof v === 'string' && v.trim() === '' ? null : v]);
  return {
    ...(Object.fromEntries(said) as Omit<StepBody, 'kind' | 'rank'>),
    kind: kind ?? 'other',
    ...(rank === null ? {} : { rank }),
    concentration_unit: value.concentration === null ? null : concentration_unit,
    duration_unit: value.duration === null ? null : duration_unit,
  };
}

export type StepField = Exclude<keyof StepValue, 'kind' | 'concentration_unit' | 'duration_unit'>;

/** What one fills for a kind of treatment; the rest is there on demand. */
const USUAL: Readonly<Partial<Record<StepKind, readonly StepField[]>>> = {
  mechanical_scarification: ['tool'],
  chemical_scarification: ['product', 'concentration', 'duration'],
  soaking: ['day_temperature', 'duration', 'medium'],
  rinsing: ['duration'],
  leaching: ['duration'],
  hormone_or_salt: ['product', 'concentration', 'duration'],
  sterilisation: ['product', 'concentration', 'duration'],
  cold_stratification: ['day_temperature', 'duration', 'medium'],
  warm_stratification: ['day_temperature', 'night_temperature', 'duration', 'medium'],
  dry_after_ripening: ['day_temperature', 'duration'],
  smoke: ['product', 'duration'],
  inoculation: ['product', 'medium'],
};

export function isUsual(kind: StepKind | null, field: StepField): boolean {
  if (kind === null) return false;
  const usual = USUAL[kind];
  return usual === undefined || usual.includes(field);
}

/** Treatments that come back most often: a start, that one changes. */
export const COMMON: readonly { readonly label: string; readonly step: Partial<StepValue> & { kind: StepKind } }[] = [
  {
    label: 'counting.common.cold',
    step: { kind: 'cold_stratification', day_temperature: 4, duration: 8, duration_unit: 'week' },
  },
  {
    label: 'counting.common.warm',
    step: {
      kind: 'warm_stratification',
      day_temperature: 20,
      night_temperature: 10,
      duration: 4,
      duration_unit: 'week',
    },
  },
  { label: 'counting.common.soaking', step: { kind: 'soaking', duration: 24, duration_unit: 'hour' } },
  { label: 'counting.common.scarification', step: { kind: 'mechanical_scarification' } },
  {
    label: 'counting.common.ga3',
    step: {
      kind: 'hormone_or_salt',
      product: 'GA3',
      concentration: 500,
      concentration_unit: 'mg_l',
      duration: 24,
      duration_unit: 'hour',
    },
  },
  {
    label: 'counting.common.sterilisation',
    step: {
      kind: 'sterilisation',
      product: 'NaOCl',
      concentration: 1,
      concentration_unit: 'percent',
      duration: 10,
      duration_unit: 'minute',
    },
  },
];
