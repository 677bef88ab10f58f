import { FormBuilder } from '@angular/forms';
import { NO_REGIME } from '../edit/how-form';
import { fillWizard, wizardBody, wizardForm } from './wizard-form';

const build = new FormBuilder().nonNullable;
const filled = (more: Parameters<typeof fillWizard>[2] = {}) => {
  const form = wizardForm(build);
  fillWizard(build, form, {
    source: { lot: 'l', place: 'p', parent: null },
    seeds: 50,
    replicates: [{ sown: 25 }, { sown: 25 }],
    ...more,
  });
  return form;
};

describe('a new test', () => {
  it('has four replicates, which sum to its seeds', () => {
    expect(wizardForm(build).controls.replicates.length).toBe(4);
    expect(filled().controls.replicates.errors).toBeNull();
    expect(filled({ seeds: 60 }).controls.replicates.errors).toEqual({ replicates_sum: { sum: 50, sown: 60 } });
  });

  it('asks a place of the lot, unless its parent left the seeds', () => {
    const place = (parent: string | null) =>
      filled({ source: { lot: 'l', place: null, parent } }).controls.source.controls.place.invalid;
    expect([place(null), place('t')]).toEqual([true, false]);
  });

  it('is sent with its replicates named, from a place or from a parent', () => {
    const body = wizardBody(filled().getRawValue());
    expect(body).toMatchObject({ lot: 'l', source_place: 'p', kind: 'germination', state: 'running', seeds: 50 });
    expect(body).not.toHaveProperty('parent_test');
    expect(body.replicates).toEqual([
      { code: 'A', sown: 25 },
      { code: 'B', sown: 25 },
    ]);
    const second = wizardBody(filled({ source: { lot: 'l', place: 'p', parent: 't' } }).getRawValue());
    expect(second).toMatchObject({ parent_test: 't' });
    expect(second).not.toHaveProperty('source_place');
  });

  it('says nothing of light where seeds are cut', () => {
    const regimes = [{ ...NO_REGIME, day_temperature: 20 }];
    expect(wizardBody(filled({ kind: 'cut', regimes, support: 'agar' }).getRawValue())).toMatchObject({
      support: null,
      regimes: null,
    });
    expect(wizardBody(filled({ regimes }).getRawValue()).regimes).toHaveLength(1);
  });
});
