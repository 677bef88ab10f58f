import { FormBuilder } from '@angular/forms';
import { QuantityValue, quantityBody, quantityControls } from './quantity-form';

const build = new FormBuilder().nonNullable;

function errorsOf(value: Partial<QuantityValue>) {
  const form = build.group(quantityControls(build));
  form.patchValue(value);
  if (value.sown_basis === 'unknown') form.controls.sown_value.disable();
  form.controls.sown_value.updateValueAndValidity();
  return form.controls.sown_value.errors;
}

describe('the quantity sown', () => {
  it('is given, above zero and whole when it is counted', () => {
    expect(errorsOf({ sown_value: 100 })).toBeNull();
    expect(errorsOf({ sown_value: null })).toEqual({ required: true });
    expect(errorsOf({ sown_value: 0 })).toEqual({ more_than_zero: true });
    expect(errorsOf({ sown_value: 2.5 })).toEqual({ integer: true });
    expect(errorsOf({ sown_value: 2.5, sown_unit: 'g', sown_basis: 'weighed' })).toBeNull();
    expect(errorsOf({ sown_value: 2.5, sown_unit: 'g', sown_basis: 'counted' })).toBeNull();
  });

  it('is left empty when it is unknown', () => {
    expect(errorsOf({ sown_value: null, sown_basis: 'unknown' })).toBeNull();
    const value: QuantityValue = {
      sown_value: 3,
      sown_unit: 'pinch',
      sown_basis: 'unknown',
      propagules_per_unit: 20,
    };
    expect(quantityBody(value)).toEqual({ ...value, sown_value: null });
    expect(quantityBody({ ...value, sown_unit: 'seed' }).propagules_per_unit).toBeNull();
  });
});
