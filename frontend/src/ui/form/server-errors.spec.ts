import { FormArray, FormControl, FormGroup } from '@angular/forms';
import { applyErrors } from './server-errors';

const error = (pointer: string) => ({ pointer, code: 'invalid', message: `about ${pointer}` });

describe('applyErrors', () => {
  it('puts an error beside its field, nested ones too', () => {
    const form = new FormGroup({
      sown_value: new FormControl(1),
      steps: new FormArray([new FormGroup({ duration: new FormControl(2) })]),
    });
    expect(applyErrors(form, [error('/sown_value'), error('/steps/0/duration')])).toEqual([]);
    expect(form.controls.sown_value.errors).toEqual({ server: 'about /sown_value' });
    expect(form.get('steps.0.duration')?.errors).toEqual({ server: 'about /steps/0/duration' });
  });

  it('uses the control that holds a field of another name', () => {
    const form = new FormGroup({ dates: new FormControl(null) });
    expect(applyErrors(form, [error('/date_min')], { date_min: 'dates' })).toEqual([]);
    expect(form.controls.dates.errors).toEqual({ server: 'about /date_min' });
  });

  it('answers what no field holds', () => {
    const form = new FormGroup({ a: new FormControl(1) });
    expect(applyErrors(form, [error('/b')])).toEqual([{ pointer: '/b', message: 'about /b' }]);
  });
});
