import { FormBuilder } from '@angular/forms';
import { fitParts, howBody, howControls, howValue, substrateSums } from './how-form';

const build = new FormBuilder().nonNullable;

function form() {
  return build.group(howControls(build));
}

describe('how it is sown', () => {
  it('sends no empty text, and no temperature where it is that of the place', () => {
    const value = { ...form().getRawValue(), covering: ' ', light: 'LED', day_temperature: 20, regime: 'ambient' };
    expect(howBody(value)).toMatchObject({
      covering: null,
      light: null,
      day_temperature: null,
      is_ambient: true,
      substrate: null,
      people: [],
    });
    expect('id_dataset' in howBody(value)).toBe(false);
    expect(howBody({ ...value, regime: 'controlled', id_dataset: 3 })).toMatchObject({
      day_temperature: 20,
      light: 'LED',
      is_ambient: false,
      id_dataset: 3,
    });
  });

  it('gives the substrate its shares, when it has some', () => {
    const part = { component: 'te', percent: null, mm: null };
    expect(howBody({ ...form().getRawValue(), substrate: [part] }).substrate).toEqual([{ component: 'te' }]);
  });

  it('asks the shares to be all given and to sum to 100', () => {
    const check = (percents: (number | null)[]) => {
      const { substrate } = form().controls;
      fitParts(build, substrate, percents);
      percents.forEach((percent, n) => substrate.at(n).patchValue({ component: 'te', percent }));
      return substrateSums(substrate);
    };
    expect(check([60, 40])).toBeNull();
    expect(check([33.3, 33.3, 33.4])).toBeNull();
    expect(check([null, null])).toBeNull();
    expect(check([60, 30])).toEqual({ substrate_sums: { sum: 90 } });
    expect(check([100, null])).toEqual({ substrate_sums: { sum: 100 } });
  });

  it('comes back from the service as it was', () => {
    const sowing = {
      place: { uuid: 'p', code: 'S1', label: 'Serre' },
      container: { code: 'ter', label: 'Terrine' },
      substrate: [{ component: 'te', percent: 100 }],
      is_ambient: false,
      depth_mm: 0,
      covering: null,
      people: [4],
      code: 'S2026_0001',
    };
    expect(howValue(sowing as never)).toMatchObject({
      place: 'p',
      container: 'ter',
      regime: 'controlled',
      depth_mm: 0,
      covering: '',
      people: [4],
      substrate: [{ component: 'te', percent: 100, mm: null }],
    });
    expect('code' in howValue(sowing as never)).toBe(false);
  });
});
