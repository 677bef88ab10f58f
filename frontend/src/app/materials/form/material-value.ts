import { FormControl, FormGroup, Validators } from '@angular/forms';
import type { Schemas } from '@api/api';
import type { Material } from '../materials-api';
import type { OriginShown } from '../origin';
import type { CitedTaxon } from './taxa-field';

export type OriginKind = OriginShown['kind'];

const text = () => new FormControl<string | null>(null);
const yesNo = () => new FormControl<boolean | null>(null);

/** The fields of a material, new or not. */
export function materialForm() {
  return new FormGroup({
    /** The main one first. */
    taxa: new FormControl<readonly CitedTaxon[]>([], { nonNullable: true, validators: Validators.required }),
    material_type: new FormControl<string | null>(null, Validators.required),
    individuals_sampled: new FormControl<number | null>(null),
    individuals_class: text(),
    sampling_method: text(),
    phenology_1: text(),
    phenology_2: text(),
    hybridisation_risk: yesNo(),
    soil_sampling: yesNo(),
    culture_bank_code: text(),
    id_dataset: new FormControl<number | null>(null),
    remarks: text(),
    code: text(),
  });
}

export type MaterialForm = ReturnType<typeof materialForm>;
export type MaterialValue = ReturnType<MaterialForm['getRawValue']>;

/** Where a new material comes from: one of three kinds of records. */
export function originForm() {
  return new FormGroup({
    kind: new FormControl<OriginKind>('harvest', { nonNullable: true, validators: Validators.required }),
    harvest: text(),
    reception: text(),
    parent: text(),
  });
}

export type OriginValue = ReturnType<ReturnType<typeof originForm>['getRawValue']>;
export type NewMaterialValue = MaterialValue & { readonly origin: OriginValue };

/** The fields of a material as its form has them. */
export function materialValue(material: Material): MaterialValue {
  return {
    taxa: material.taxa.map(({ cd_nom, cited_name, name }) => ({ cd_nom, cited_name, name: name ?? null })),
    material_type: material.material_type?.code ?? null,
    individuals_sampled: material.individuals_sampled ?? null,
    individuals_class: material.individuals_class?.code ?? null,
    sampling_method: material.sampling_method?.code ?? null,
    phenology_1: material.phenology_1?.code ?? null,
    phenology_2: material.phenology_2?.code ?? null,
    hybridisation_risk: material.hybridisation_risk ?? null,
    soil_sampling: material.soil_sampling ?? null,
    culture_bank_code: material.culture_bank_code ?? null,
    id_dataset: material.id_dataset,
    remarks: material.remarks ?? null,
    code: material.code,
  };
}

type Body = Omit<Schemas['NewMaterial'], 'uuid' | 'origin' | 'additional_data'>;

/** The fields as the API has them; an empty text is no text. */
function body({ taxa, ...fields }: MaterialValue): Body {
  const texts = Object.entries(fields).map(([name, field]) => [
    name,
    typeof field === 'string' ? field.trim() || null : field,
  ]);
  return {
    ...(Object.fromEntries(texts) as typeof fields),
    material_type: fields.material_type ?? '',
    taxa: taxa.map(({ cd_nom, cited_name }) => ({ cd_nom, cited_name: cited_name.trim() || null })),
  };
}

/** The body that makes a material: of its origins only the one of the kind that was chosen. */
export function newMaterial({ origin, ...value }: NewMaterialValue): Schemas['NewMaterial'] {
  return { ...body(value), origin: { [origin.kind]: origin[origin.kind] } };
}

/** The body that changes a material: only what is not as it was read. Its origin and its code never change. */
export function materialChanges(value: MaterialValue, read: MaterialValue): Schemas['MaterialChanges'] {
  const [now, before] = [body(value), body(read)];
  const changed = (Object.keys(now) as (keyof Body)[]).filter(
    (name) => name !== 'code' && JSON.stringify(now[name]) !== JSON.stringify(before[name]),
  );
  return Object.fromEntries(changed.map((name) => [name, now[name]]));
}
