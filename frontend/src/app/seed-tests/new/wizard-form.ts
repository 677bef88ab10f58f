import { AbstractControl, FormArray, FormControl, FormGroup, NonNullableFormBuilder, Validators } from '@angular/forms';
import { ReplicateForm, fitReplicates, sumsTo } from '@app/counting/replicates/share-form';
import { letters } from '@app/counting/replicates/split';
import { StepForm, StepValue, stepBody, stepForm } from '@app/counting/steps/step-form';
import { HowControls, HowValue, fitRegimes, howBody, howControls } from '../edit/how-form';
import type { NewSeedTest, TestKind } from '../shared/model';

/** Where the seeds come from: a place of a lot, or what another test left. */
export type SourceValue = { lot: string | null; place: string | null; parent: string | null };
export type SourceForm = FormGroup<{ [K in keyof SourceValue]: FormControl<SourceValue[K]> }>;
/** A state in which a test may be made. */
export type FirstState = NonNullable<NewSeedTest['state']>;

export type WizardValue = HowValue & {
  source: SourceValue;
  kind: TestKind;
  seeds: number | null;
  replicates: { sown: number | null }[];
  treatment_steps: StepValue[];
  state: FirstState;
  confirm_overdraw: boolean;
  reserve_override_reason: string | null;
};
export type WizardForm = FormGroup<
  HowControls & {
    source: SourceForm;
    kind: FormControl<TestKind>;
    seeds: FormControl<number | null>;
    replicates: FormArray<ReplicateForm>;
    treatment_steps: FormArray<StepForm>;
    state: FormControl<FirstState>;
    confirm_overdraw: FormControl<boolean>;
    reserve_override_reason: FormControl<string | null>;
  }
>;

/** Dishes of a test, unless one says otherwise. */
const DISHES = 4;

export function wizardForm(build: NonNullableFormBuilder): WizardForm {
  const replicates = build.array<ReplicateForm>([], sumsTo(seedsOf));
  const form: WizardForm = build.group({
    ...howControls(build),
    source: build.group({
      lot: [null as string | null, Validators.required],
      place: [null as string | null, Validators.required],
      parent: [null as string | null],
    }),
    kind: ['germination' as TestKind, Validators.required],
    seeds: [null as number | null, [Validators.required, Validators.min(1)]],
    replicates,
    treatment_steps: build.array<StepForm>([]),
    state: ['running' as FirstState],
    confirm_overdraw: [false],
    reserve_override_reason: [null as string | null],
  });
  fitReplicates(build, replicates, DISHES);
  return form;
}

function seedsOf(form: AbstractControl): number | null {
  return (form as WizardForm).controls.seeds.value;
}

/** The seeds are those that a test left: no place of the lot is asked. */
export function followParent({ source }: WizardForm['controls']): void {
  const hasParent = source.controls.parent.value !== null;
  source.controls.place.setValidators(hasParent ? null : Validators.required);
  source.controls.place.updateValueAndValidity({ emitEvent: false });
}

/** Puts a value in the form, its lists taking their length. */
export function fillWizard(build: NonNullableFormBuilder, form: WizardForm, value: Partial<WizardValue>): void {
  if (value.regimes) fitRegimes(build, form.controls.regimes, value.regimes.length);
  if (value.replicates) fitReplicates(build, form.controls.replicates, value.replicates.length);
  if (value.treatment_steps) {
    const steps = form.controls.treatment_steps;
    while (steps.length > value.treatment_steps.length) steps.removeAt(-1, { emitEvent: false });
    while (steps.length < value.treatment_steps.length) steps.push(stepForm(build), { emitEvent: false });
  }
  form.patchValue(value as Parameters<WizardForm['patchValue']>[0]);
  followParent(form.controls);
}

/** What is sent: one test with its replicates and its steps. */
export function wizardBody(value: WizardValue): NewSeedTest {
  const { lot, place, parent } = value.source;
  const overridden = value.reserve_override_reason?.trim();
  const isIncubated = value.kind === 'germination' || value.kind === 'tetrazolium';
  const how = howBody(value);
  return {
    ...how,
    // What is not asked of a cut or of an X-ray is not sent.
    ...(isIncubated ? {} : { support: null, substrate_note: null, regimes: null }),
    lot: lot ?? '',
    ...(parent === null ? { source_place: place } : { parent_test: parent }),
    kind: value.kind,
    state: value.state,
    seeds: value.seeds ?? 0,
    replicates: value.replicates.map(({ sown }, n) => ({ code: letters(n), sown })),
    treatment_steps: value.treatment_steps.map(stepBody),
    confirm_overdraw: value.confirm_overdraw,
    ...(overridden ? { reserve_override_reason: overridden } : {}),
  };
}
