import { Schemas } from '@api/api';
import { entryForm, lotChanges, lotForm, lotValue, newLot } from './lot-value';

const LOT = {
  uuid: 'u',
  code: 'L2026_0001',
  id_dataset: 1,
  status: 'active',
  status_date: '2026-01-01',
  role: 'base_collection',
  archive_reserve: 50,
  seed_scan_done: true,
  material: { uuid: 'm', code: '2026_0001' },
  traits: { forms: [{ code: 'ren', label: 'Réniforme' }], growths: [], ornaments: [], embryo_types: [] },
  quality: { code: 'be', label: 'Bon état' },
  container: 'Sachet',
} as unknown as Schemas['SeedLot'];

describe('the value of a lot', () => {
  it('is the whole of its form', () => {
    const form = lotForm();
    form.setValue(lotValue(LOT));
    expect(form.getRawValue()).toMatchObject({ code: 'L2026_0001', quality: 'be', traits: { forms: ['ren'] } });
  });

  it('names what identifies it only when that changes', () => {
    const read = lotValue(LOT);
    const same = lotChanges(read, read);
    expect(same).not.toHaveProperty('material');
    expect(same).not.toHaveProperty('code');
    expect(same).toMatchObject({ status: 'active', container: 'Sachet', remarks: null });
    expect(lotChanges({ ...read, code: 'L2026_0002' }, read)).toMatchObject({ code: 'L2026_0002' });
  });

  it('lets the service date a new state, unless its day is given', () => {
    const read = lotValue(LOT);
    expect(lotChanges({ ...read, status: 'to_retest' }, read)).not.toHaveProperty('status_date');
    const dated = lotChanges({ ...read, status: 'to_retest', status_date: '2026-03-01' }, read);
    expect(dated).toMatchObject({ status: 'to_retest', status_date: '2026-03-01' });
  });

  it('empties a text that is blanked', () => {
    const read = lotValue(LOT);
    expect(lotChanges({ ...read, container: '  ' }, read)).toMatchObject({ container: null });
  });
});

describe('a new lot', () => {
  const value = { ...lotForm().getRawValue(), material: 'm', initial_entry: entryForm('2026-11-25').getRawValue() };

  it('says an unknown quantity is unknown, not zero', () => {
    const entry = { ...value.initial_entry, place: 'p', basis: 'unknown' as const, seeds: 12, mass_g: 3.2 };
    expect(newLot({ ...value, initial_entry: entry }).initial_entry).toEqual({
      place: 'p',
      seeds: null,
      basis: 'unknown',
      mass_g: 3.2,
      effective_date: '2026-11-25',
    });
  });

  it('leaves its code to the service', () => expect(newLot(value).code).toBeNull());
});
