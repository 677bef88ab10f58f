import { FormBuilder } from '@angular/forms';
import { fitReplicates, share } from '@app/counting/replicates/share-form';
import { NO_STEP } from '@app/counting/steps/step-form';
import { fillWizard, proposedState, requireFor, wizardBody, wizardForm } from './wizard-form';

const build = new FormBuilder().nonNullable;
const TODAY = '2026-11-25';

describe('the replicates of a new sowing', () => {
  it('are four, and share the seeds', () => {
    const form = wizardForm(build);
    form.controls.sown_value.setValue(102);
    share(form.controls.replicates, 102);
    expect(form.getRawValue().replicates.map((one) => one.sown)).toEqual([26, 26, 25, 25]);
    expect(form.controls.replicates.errors).toBeNull();
  });

  it('must sum to the seeds that were counted', () => {
    const form = wizardForm(build);
    form.patchValue({ sown_value: 100 });
    fitReplicates(build, form.controls.replicates, 2);
    form.controls.replicates.setValue([{ sown: 50 }, { sown: 40 }]);
    expect(form.controls.replicates.errors).toEqual({ replicates_sum: { sum: 90, sown: 100 } });
    form.patchValue({ sown_basis: 'estimated' });
    form.controls.replicates.updateValueAndValidity();
    expect(form.controls.replicates.errors).toBeNull();
  });

  it('say nothing of what is not counted', () => {
    const form = wizardForm(build);
    form.patchValue({ sown_value: 3, sown_unit: 'pinch', sown_basis: 'estimated' });
    share(form.controls.replicates, null);
    expect(form.getRawValue().replicates.map((one) => one.sown)).toEqual([null, null, null, null]);
  });
});

describe('the source of a new sowing', () => {
  it('needs what its kind needs', () => {
    const { source } = wizardForm(build).controls;
    const missing = (): string[] =>
      Object.entries(source.controls)
        .filter(([, control]) => control.invalid)
        .map(([name]) => name);
    expect(missing()).toEqual(['lot', 'place']);
    source.controls.kind.setValue('off_stock');
    requireFor(source);
    expect(missing()).toEqual(['material', 'off_stock_reason']);
  });
});

describe('what is sent', () => {
  it('is one sowing with its replicates and its steps', () => {
    const form = wizardForm(build);
    fillWizard(build, form, {
      sown_value: 50,
      replicates: [{ sown: 25 }, { sown: 25 }],
      treatment_steps: [{ ...NO_STEP, kind: 'smoke' }],
      state: 'in_pretreatment',
      depth_mm: 2,
    });
    form.controls.source.patchValue({ lot: 'l', place: 'p', material: 'm', off_stock_reason: 'x' });
    const body = wizardBody(form.getRawValue());
    expect(body).toMatchObject({
      source: { lot: 'l', place: 'p' },
      sown_value: 50,
      sown_unit: 'seed',
      sown_basis: 'counted',
      replicates: [
        { code: 'A', sown: 25 },
        { code: 'B', sown: 25 },
      ],
      state: 'in_pretreatment',
      depth_mm: 2,
    });
    expect(body.treatment_steps?.[0]).toMatchObject({ kind: 'smoke', duration_unit: null });
    expect(Object.keys(body.source)).toEqual(['lot', 'place']);
    expect('reserve_override_reason' in body).toBe(false);
    expect('regime' in body).toBe(false);
  });

  it('comes back from a draft whatever the length of its lists', () => {
    const form = wizardForm(build);
    const draft = {
      ...form.getRawValue(),
      replicates: [{ sown: 1 }, { sown: 2 }, { sown: 3 }, { sown: 4 }, { sown: 5 }],
      treatment_steps: [{ ...NO_STEP, kind: 'soaking' as const }],
      substrate: [{ component: 'te', percent: 100, mm: null }],
    };
    fillWizard(build, form, draft);
    expect(form.getRawValue()).toEqual(draft);
  });
});

describe('the state to propose', () => {
  const step = (start_date: string | null) => ({ ...NO_STEP, kind: 'soaking' as const, start_date });

  it.each([
    [[], TODAY, 'sown'],
    [[], null, 'sown'],
    [[], '2026-12-01', 'prepared'],
    [[step(TODAY)], '2027-01-10', 'in_pretreatment'],
    [[step(null)], null, 'in_pretreatment'],
    [[step('2026-12-01')], null, 'prepared'],
  ])('%#', (treatment_steps, sowing_date, state) =>
    expect(proposedState({ treatment_steps, sowing_date }, TODAY)).toBe(state),
  );
});
