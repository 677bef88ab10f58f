import { AbstractControl, FormArray, FormControl, FormGroup, NonNullableFormBuilder, ValidationErrors, Validators } from '@angular/forms';
import type { Regime, SeedTestRecord, TestPurpose, TestSupport } from '../shared/model';

/** A period of light and temperature, as a form has it. */
export type RegimeValue = {
  from_day: number | null;
  day_temperature: number | null;
  night_temperature: number | null;
  photoperiod_hours: number | null;
  light: string;
};
export type RegimeForm = FormGroup<{ [K in keyof RegimeValue]: FormControl<RegimeValue[K]> }>;

/** Why, where, when and how seeds are tested. */
export type HowValue = {
  purpose: TestPurpose;
  place: string | null;
  date_start: string | null;
  next_count_due: string | null;
  support: TestSupport | null;
  substrate_note: string;
  regimes: RegimeValue[];
  id_dataset: number | null;
  people: readonly number[];
  people_text: string;
  remarks: string;
};
export type HowControls = {
  [K in keyof HowValue]: K extends 'regimes' ? FormArray<RegimeForm> : FormControl<HowValue[K]>;
};
export type HowForm = FormGroup<HowControls>;

const NOTHING: Omit<HowValue, 'regimes'> = {
  purpose: 'monitoring',
  place: null,
  date_start: null,
  next_count_due: null,
  support: null,
  substrate_note: '',
  id_dataset: null,
  people: [],
  people_text: '',
  remarks: '',
};
export const NO_REGIME: RegimeValue = {
  from_day: 0,
  day_temperature: null,
  night_temperature: null,
  photoperiod_hours: null,
  light: '',
};

/** The controls, to be put in a form of their own or in a larger one. */
export function howControls(build: NonNullableFormBuilder): HowControls {
  const controls = Object.fromEntries(Object.entries(NOTHING).map(([name, value]) => [name, build.control(value)]));
  return {
    ...(controls as unknown as Omit<HowControls, 'regimes' | 'purpose'>),
    purpose: build.control(NOTHING.purpose, Validators.required),
    regimes: build.array<RegimeForm>([], regimesFollow),
  };
}

export function regimeForm(build: NonNullableFormBuilder, value: Partial<RegimeValue> = {}): RegimeForm {
  return build.group({ ...NO_REGIME, ...value }) as unknown as RegimeForm;
}

/** As many periods as that. */
export function fitRegimes(build: NonNullableFormBuilder, regimes: FormArray<RegimeForm>, n: number): void {
  while (regimes.length > n) regimes.removeAt(-1, { emitEvent: false });
  while (regimes.length < n) regimes.push(regimeForm(build), { emitEvent: false });
}

/** The first period starts at day 0, the others later and later. */
export function regimesFollow(array: AbstractControl): ValidationErrors | null {
  const days = (array.value as RegimeValue[]).map((one) => one.from_day);
  const follows = days.every((day, n) => day !== null && (n === 0 ? day === 0 : day > (days[n - 1] ?? Infinity)));
  return follows ? null : { regimes_follow: true };
}

/** The form's value of a test of the service. */
export function howValue(test: SeedTestRecord): HowValue {
  const known = Object.entries(test).filter(([name, value]) => name in NOTHING && value !== null && value !== undefined);
  return {
    ...NOTHING,
    ...Object.fromEntries(known),
    place: test.place?.uuid ?? null,
    people: test.people,
    regimes: (test.regimes ?? []).map(regimeValue),
  };
}

export function regimeValue(regime: Regime): RegimeValue {
  const known = Object.entries(regime).filter(([, value]) => value !== null && value !== undefined);
  return { ...NO_REGIME, ...Object.fromEntries(known) };
}

/** What is sent: an empty text is none, no period is no regime. */
export function howBody(value: HowValue) {
  const { substrate_note, people_text, remarks, people, regimes, id_dataset, ...others } = value;
  const text = (said: string): string | null => said.trim() || null;
  return {
    purpose: others.purpose,
    place: others.place,
    date_start: others.date_start,
    next_count_due: others.next_count_due,
    support: others.support,
    substrate_note: text(substrate_note),
    people_text: text(people_text),
    remarks: text(remarks),
    people: [...people],
    regimes: regimes.length === 0 ? null : regimes.map(regimeBody),
    ...(id_dataset === null ? {} : { id_dataset }),
  };
}

function regimeBody({ from_day, light, ...figures }: RegimeValue): Regime {
  const known = Object.entries(figures).filter(([, figure]) => figure !== null);
  return { from_day: from_day ?? 0, ...Object.fromEntries(known), ...(light.trim() === '' ? {} : { light: light.trim() }) };
}

/** Regimes that come back most often: a start, that one changes. */
export const COMMON: readonly { readonly label: string; readonly regime: Partial<RegimeValue> }[] = [
  { label: 'seed_tests.common.alternating', regime: { day_temperature: 20, night_temperature: 10, photoperiod_hours: 12 } },
  { label: 'seed_tests.common.constant', regime: { day_temperature: 20, night_temperature: 20, photoperiod_hours: 12 } },
  { label: 'seed_tests.common.cool', regime: { day_temperature: 15, night_temperature: 5, photoperiod_hours: 12 } },
  { label: 'seed_tests.common.cold', regime: { day_temperature: 4, night_temperature: 4, photoperiod_hours: 0 } },
];
/** Days of a period, unless one says otherwise. */
const PERIOD = 28;

/** First day of one more period. */
export function nextDay(regimes: readonly RegimeValue[]): number {
  const last = regimes.at(-1);
  return last === undefined ? 0 : (last.from_day ?? 0) + PERIOD;
}
