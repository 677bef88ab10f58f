import { Schemas } from '@api/api';
import { insideOf, placeBody, placeForm, placeValue } from './place-value';

const SHELF = {
  uuid: 'e1',
  kind: 'shelf',
  code: 'CF1-E1',
  label: 'Chambre froide 1, étagère 1',
  expected_temperature: 4,
  path: [],
} as unknown as Schemas['Place'];

describe('a place in a form', () => {
  it('starts from the one that holds it', () => {
    expect(insideOf(SHELF)).toMatchObject({
      kind: 'box',
      code: 'CF1-E1-',
      label: 'Chambre froide 1, étagère 1, ',
      parent: 'e1',
      expected_temperature: 4,
      expected_humidity: null,
    });
  });

  it('is the whole of its form', () => {
    const form = placeForm();
    form.setValue(placeValue(SHELF));
    expect(form.valid).toBe(true);
    expect(placeBody({ ...form.getRawValue(), remarks: ' ', code: ' CF1-E1 ' })).toMatchObject({
      code: 'CF1-E1',
      remarks: null,
      parent: null,
    });
  });
});
