import {
  AbstractControl,
  FormArray,
  FormControl,
  FormGroup,
  NonNullableFormBuilder,
  Validators,
} from '@angular/forms';
import type { Schemas } from '@api/api';
import { HowControls, HowValue, fitParts, howBody, howControls } from '../how/how-form';
import { QuantityControls, QuantityValue, quantityBody, quantityControls } from '../quantity/quantity-form';
import type { NewSowing, SourceKind } from '../shared/model';
import { StepForm, StepValue, stepBody, stepForm } from '@app/counting/steps/step-form';
import { ReplicateForm, fitReplicates, sumsTo } from '@app/counting/replicates/share-form';
import { letters } from '@app/counting/replicates/split';

/** Where the seeds come from, as the form has it. */
export type SourceValue = {
  kind: SourceKind;
  lot: string | null;
  place: string | null;
  material: string | null;
  /** The lot whose tests are offered; not sent. */
  test_lot: string | null;
  seed_test: string | null;
  off_stock_reason: string;
};
/** A state in which a sowing may be made. */
export type FirstState = NonNullable<NewSowing['state']>;
export type SourceForm = FormGroup<{ [K in keyof SourceValue]: FormControl<SourceValue[K]> }>;

export type WizardValue = HowValue &
  QuantityValue & {
    source: SourceValue;
    replicates: { sown: number | null }[];
    treatment_steps: StepValue[];
    state: FirstState;
    confirm_overdraw: boolean;
    reserve_override_reason: string | null;
  };
export type WizardForm = FormGroup<
  HowControls &
    QuantityControls & {
      source: SourceForm;
      replicates: FormArray<ReplicateForm>;
      treatment_steps: FormArray<StepForm>;
      state: FormControl<FirstState>;
      confirm_overdraw: FormControl<boolean>;
      reserve_override_reason: FormControl<string | null>;
    }
>;

/** Trays of a sowing, unless one says otherwise. */
const TRAYS = 4;

export function wizardForm(build: NonNullableFormBuilder): WizardForm {
  const source: SourceForm = build.group({
    kind: ['seed_lot' as SourceKind],
    lot: [null as string | null],
    place: [null as string | null],
    material: [null as string | null],
    test_lot: [null as string | null],
    seed_test: [null as string | null],
    off_stock_reason: [''],
  });
  requireFor(source);
  const replicates = build.array<ReplicateForm>([], sumsTo(counted));
  const form: WizardForm = build.group({
    ...howControls(build),
    ...quantityControls(build),
    source,
    replicates,
    treatment_steps: build.array<StepForm>([]),
    state: ['sown' as FirstState],
    confirm_overdraw: [false],
    reserve_override_reason: [null as string | null],
  });
  fitReplicates(build, replicates, TRAYS);
  return form;
}

const NEEDED: Readonly<Record<SourceKind, readonly (keyof SourceValue)[]>> = {
  seed_lot: ['kind', 'lot', 'place'],
  fresh_material: ['kind', 'material'],
  seed_test: ['kind', 'seed_test'],
  off_stock: ['kind', 'material', 'off_stock_reason'],
};

/** Asks what a kind of source needs, and only that. */
export function requireFor(source: SourceForm): void {
  const { kind, seed_test, test_lot } = source.getRawValue();
  // A test that comes with the address needs no lot to be found.
  const byLot = kind === 'seed_test' && (seed_test === null || test_lot !== null);
  const needed: readonly (keyof SourceValue)[] = byLot ? [...NEEDED.seed_test, 'test_lot'] : NEEDED[kind];
  for (const [name, control] of Object.entries(source.controls) as [keyof SourceValue, AbstractControl][]) {
    control.setValidators(needed.includes(name) ? Validators.required : null);
    control.updateValueAndValidity({ emitEvent: false });
  }
  source.updateValueAndValidity({ emitEvent: false });
}

function areCounted({ sown_unit, sown_basis }: QuantityValue): boolean {
  return sown_unit === 'seed' && sown_basis === 'counted';
}

/** What the replicates sum to: counted seeds. */
function counted(form: AbstractControl): number | null {
  const value = (form as WizardForm).getRawValue();
  return areCounted(value) ? value.sown_value : null;
}

/** Puts a value in the form, its lists taking their length. */
export function fillWizard(build: NonNullableFormBuilder, form: WizardForm, value: Partial<WizardValue>): void {
  if (value.substrate) fitParts(build, form.controls.substrate, value.substrate);
  if (value.replicates) fitReplicates(build, form.controls.replicates, value.replicates.length);
  if (value.treatment_steps) {
    const steps = form.controls.treatment_steps;
    while (steps.length > value.treatment_steps.length) steps.removeAt(-1, { emitEvent: false });
    while (steps.length < value.treatment_steps.length) steps.push(stepForm(build), { emitEvent: false });
  }
  form.patchValue(value as Parameters<WizardForm['patchValue']>[0]);
  requireFor(form.controls.source);
}

/** What is sent: one sowing with its replicates and its steps. */
export function wizardBody(value: WizardValue): NewSowing {
  const { sown_value, sown_unit, sown_basis, propagules_per_unit } = value;
  const overridden = value.reserve_override_reason?.trim();
  return {
    ...howBody(value),
    ...quantityBody({ sown_value, sown_unit, sown_basis, propagules_per_unit }),
    source: sourceBody(value.source),
    state: value.state,
    replicates: value.replicates.map(({ sown }, n) => ({ code: letters(n), sown })),
    treatment_steps: value.treatment_steps.map(stepBody),
    confirm_overdraw: value.confirm_overdraw,
    ...(overridden ? { reserve_override_reason: overridden } : {}),
  };
}

export function sourceBody(source: SourceValue): Schemas['SourceInput'] {
  switch (source.kind) {
    case 'seed_lot':
      return { lot: source.lot, place: source.place };
    case 'fresh_material':
      return { material: source.material };
    case 'seed_test':
      return { seed_test: source.seed_test };
    case 'off_stock':
      return { material: source.material, off_stock_reason: source.off_stock_reason };
  }
}

/** The state to propose: what is there to do today. */
export function proposedState(value: Pick<WizardValue, 'treatment_steps' | 'sowing_date'>, today: string): FirstState {
  const first = value.treatment_steps[0];
  if (first !== undefined) return (first.start_date ?? today) <= today ? 'in_pretreatment' : 'prepared';
  return (value.sowing_date ?? today) <= today ? 'sown' : 'prepared';
}
