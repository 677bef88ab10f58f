import { FormControl, FormGroup, Validators } from '@angular/forms';
import type { Schemas } from '@api/api';
import type { Permit } from '../permits-api';

/** A taxon of a permit in its form, with the name to show. */
export interface PermitLine {
  readonly cd_nom: number;
  readonly cited_name: string;
  readonly unit: Schemas['PermitUnit'];
  readonly quantity: number | null;
}

const text = () => new FormControl<string | null>(null);

/** The fields of a permit, new or not. */
export function permitForm() {
  return new FormGroup({
    kind: new FormControl<Schemas['PermitKind']>('derogation', { nonNullable: true, validators: Validators.required }),
    number: new FormControl<string | null>(null, Validators.required),
    holder: text(),
    valid_from: new FormControl<string | null>(null, Validators.required),
    valid_to: text(),
    id_area: new FormControl<number | null>(null),
    territory: text(),
    taxa: new FormControl<readonly PermitLine[]>([], { nonNullable: true }),
    id_dataset: new FormControl<number | null>(null, Validators.required),
    remarks: text(),
  });
}

export type PermitForm = ReturnType<typeof permitForm>;
export type PermitValue = ReturnType<PermitForm['getRawValue']>;

/** What a conflict calls the fields. */
export const LABELS: Readonly<globalThis.Record<keyof PermitValue, string>> = {
  kind: 'permits.kind',
  number: 'permits.number',
  holder: 'permits.holder',
  valid_from: 'permits.valid_from',
  valid_to: 'permits.valid_to',
  id_area: 'permits.area',
  territory: 'permits.territory',
  taxa: 'permits.taxa',
  id_dataset: 'permits.dataset',
  remarks: 'permits.remarks',
};

/** The fields of a permit as its form has them. */
export function permitValue(permit: Permit): PermitValue {
  return {
    kind: permit.kind,
    number: permit.number,
    holder: permit.holder ?? null,
    valid_from: permit.valid_from,
    valid_to: permit.valid_to ?? null,
    id_area: permit.id_area ?? null,
    territory: permit.territory ?? null,
    taxa: permit.taxa.map(({ cd_nom, cited_name, unit, quantity }) => ({
      cd_nom,
      cited_name,
      unit,
      quantity: quantity ?? null,
    })),
    id_dataset: permit.id_dataset,
    remarks: permit.remarks ?? null,
  };
}

/** The body that makes a permit; an empty text is no text. */
export function newPermit(value: PermitValue): Schemas['NewPermit'] {
  const some = (field: string | null): string | null => field?.trim() || null;
  return {
    ...value,
    number: value.number?.trim() ?? '',
    holder: some(value.holder),
    territory: some(value.territory),
    remarks: some(value.remarks),
    valid_from: value.valid_from ?? '',
    id_dataset: value.id_dataset ?? 0,
    taxa: value.taxa.map((line) => ({ ...line })),
  };
}

/** The body that changes a permit: only what is not as it was read. */
export function permitChanges(value: PermitValue, read: PermitValue): Schemas['PermitChanges'] {
  const [now, before] = [newPermit(value), newPermit(read)];
  const names = Object.keys(value) as (keyof PermitValue)[];
  const changed = names.filter((name) => JSON.stringify(now[name]) !== JSON.stringify(before[name]));
  return Object.fromEntries(changed.map((name) => [name, now[name]]));
}
