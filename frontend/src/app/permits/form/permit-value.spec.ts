import type { Permit } from '../permits-api';
import { newPermit, permitChanges, permitForm, permitValue } from './permit-value';

const PERMIT = {
  uuid: 'p',
  kind: 'derogation',
  number: '05-2026-0142',
  valid_from: '2026-01-01',
  id_dataset: 1,
  taxa: [{ cd_nom: 1, cited_name: 'Berardia subacaulis', unit: 'plant', quantity: 50, used: 20, remaining: 30 }],
  version: 1,
} as unknown as Permit;

describe('a permit in its form', () => {
  it('has every field of the form', () => {
    expect(Object.keys(permitValue(PERMIT)).sort()).toEqual(Object.keys(permitForm().controls).sort());
  });

  it('is sent with what it allows, and not what is used', () => {
    expect(newPermit({ ...permitValue(PERMIT), holder: '  ' })).toMatchObject({
      holder: null,
      taxa: [{ cd_nom: 1, cited_name: 'Berardia subacaulis', unit: 'plant', quantity: 50 }],
    });
  });

  it('is changed without what is as it was', () => {
    const read = permitValue(PERMIT);
    expect(permitChanges(read, read)).toEqual({});
    expect(permitChanges({ ...read, valid_to: '2027-12-31' }, read)).toEqual({ valid_to: '2027-12-31' });
    expect(Object.keys(permitChanges({ ...read, taxa: [] }, read))).toEqual(['taxa']);
  });
});
