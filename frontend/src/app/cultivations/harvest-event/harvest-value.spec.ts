import { effectiveMothers, harvestForm, harvestSaid, numbersOf } from './harvest-value';

describe('what each mother gave', () => {
  it('is read as it is typed', () => {
    expect(numbersOf('12; 3;0 25,5\n8')).toEqual([12, 3, 0, 25.5, 8]);
    expect(numbersOf('')).toEqual([]);
    expect(numbersOf('12 x')).toBeNull();
    expect(numbersOf('-1')).toBeNull();
  });

  it('says how many mothers it is worth', () => {
    expect(effectiveMothers([12, 3, 0, 25, 8, 8, 4])).toBeCloseTo(3.9046, 4);
    expect(effectiveMothers([5, 5])).toBe(2);
    expect(effectiveMothers([0])).toBeNull();
  });
});

describe('the harvest of a cultivation', () => {
  it('makes no lot without a place', () => {
    const form = harvestForm();
    expect(harvestSaid(form.getRawValue())).toEqual({
      kind: 'harvest',
      material_type: 'gr',
      pollination: null,
      mothers: [],
      lot: null,
    });
  });

  it('says its mothers in their unit, and the lot that it makes', () => {
    const form = harvestForm();
    form.patchValue({ mothers: '12 3', unit: 'seeds', place: 'p', seeds: 15 });
    const said = harvestSaid(form.getRawValue());
    expect(said.mothers).toEqual([{ seeds: 12 }, { seeds: 3 }]);
    expect(said.lot).toEqual({ place: 'p', seeds: 15, basis: 'counted', mass_g: null, container: null });
    form.patchValue({ unit: 'mass_g', seeds: null });
    expect(harvestSaid(form.getRawValue()).mothers).toEqual([{ mass_g: 12 }, { mass_g: 3 }]);
    expect(harvestSaid(form.getRawValue()).lot?.basis).toBe('unknown');
  });

  it('is not ready while a mother is not a number', () => {
    const form = harvestForm();
    form.controls.mothers.setValue('12 x');
    expect(form.valid).toBe(false);
  });
});
