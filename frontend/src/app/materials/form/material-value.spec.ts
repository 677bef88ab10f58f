import type { Material } from '../materials-api';
import { MaterialValue, materialChanges, materialForm, materialValue, newMaterial } from './material-value';

const MATERIAL = {
  uuid: 'm',
  code: '2026_0001',
  id_dataset: 1,
  origin: { harvest: { uuid: 'h', code: 'R2026_0001' } },
  taxa: [
    { cd_nom: 1, cited_name: 'Adonis vernalis L.', name: 'Adonis vernalis' },
    { cd_nom: 2, cited_name: 'Carex alba', name: 'Carex alba' },
  ],
  material_type: { code: 'mdg', label: 'Mélange' },
  hybridisation_risk: false,
  version: 1,
} as unknown as Material;

const read = (): MaterialValue => materialValue(MATERIAL);
const nothing = { harvest: null, reception: null, parent: null };

describe('a material in its form', () => {
  it('has every field of the form', () => {
    expect(Object.keys(read()).sort()).toEqual(Object.keys(materialForm().controls).sort());
  });
});

describe('a new material', () => {
  it('has the one origin that was chosen, whatever else was', () => {
    const origin = { kind: 'reception' as const, harvest: 'h', reception: 'r', parent: 'p' };
    expect(newMaterial({ ...read(), origin }).origin).toEqual({ reception: 'r' });
    expect(newMaterial({ ...read(), origin: { ...nothing, kind: 'parent' } }).origin).toEqual({ parent: null });
  });

  it('has its taxa in order, with the names as cited', () => {
    const taxa = [
      { cd_nom: 2, cited_name: ' ', name: 'Carex alba' },
      { cd_nom: 1, cited_name: ' Adonis ', name: null },
    ];
    expect(newMaterial({ ...read(), taxa, origin: { ...nothing, kind: 'harvest' } }).taxa).toEqual([
      { cd_nom: 2, cited_name: null },
      { cd_nom: 1, cited_name: 'Adonis' },
    ]);
  });
});

describe('a material that changed', () => {
  it('is sent without what is as it was, nor its code', () => {
    expect(materialChanges({ ...read(), code: 'other' }, read())).toEqual({});
    const changes = { hybridisation_risk: null, remarks: ' Fragile ', individuals_sampled: 12 };
    expect(materialChanges({ ...read(), ...changes }, read())).toEqual({
      hybridisation_risk: null,
      remarks: 'Fragile',
      individuals_sampled: 12,
    });
  });

  it('is sent with all its taxa when their order changes', () => {
    expect(materialChanges({ ...read(), taxa: [...read().taxa].reverse() }, read())).toEqual({
      taxa: [
        { cd_nom: 2, cited_name: 'Carex alba' },
        { cd_nom: 1, cited_name: 'Adonis vernalis L.' },
      ],
    });
  });
});
