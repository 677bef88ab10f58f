import { FormBuilder } from '@angular/forms';
import type { SeedTestRecord } from '../shared/model';
import { NO_REGIME, fitRegimes, howBody, howControls, howValue, nextDay } from './how-form';

const build = new FormBuilder().nonNullable;
const at = (from_day: number | null) => ({ ...NO_REGIME, from_day });

describe('the regimes', () => {
  it('start at day 0 and follow each other', () => {
    const { regimes } = build.group(howControls(build)).controls;
    const errors = (...days: (number | null)[]) => {
      fitRegimes(build, regimes, days.length);
      regimes.setValue(days.map(at));
      return regimes.errors;
    };
    expect(errors()).toBeNull();
    expect(errors(0, 28)).toBeNull();
    for (const wrong of [[7], [0, 0], [0, 28, 14], [0, null]]) expect(errors(...wrong)).toEqual({ regimes_follow: true });
  });

  it('go on four weeks after the last one', () => {
    expect([nextDay([]), nextDay([at(0)]), nextDay([at(0), at(56)])]).toEqual([0, 28, 84]);
  });
});

describe('how a test is done', () => {
  it('is sent without what is not said', () => {
    const value = {
      ...build.group(howControls(build)).getRawValue(),
      remarks: '  ',
      regimes: [{ ...NO_REGIME, day_temperature: 20, light: ' Tubes ' }],
    };
    expect(howBody(value)).toMatchObject({
      purpose: 'monitoring',
      remarks: null,
      regimes: [{ from_day: 0, day_temperature: 20, light: 'Tubes' }],
    });
    expect(howBody({ ...value, regimes: [] })).toMatchObject({ regimes: null });
    expect(howBody(value)).not.toHaveProperty('id_dataset');
  });

  it('comes back as it was sent', () => {
    const test = { purpose: 'initial', people: [3], place: { uuid: 'p' }, regimes: [{ from_day: 0, night_temperature: 4 }] };
    expect(howValue(test as unknown as SeedTestRecord)).toMatchObject({
      purpose: 'initial',
      people: [3],
      place: 'p',
      remarks: '',
      regimes: [{ from_day: 0, day_temperature: null, night_temperature: 4, light: '' }],
    });
  });
});
