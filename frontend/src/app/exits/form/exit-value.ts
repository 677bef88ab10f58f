import { FormControl, FormGroup, Validators } from '@angular/forms';
import type { Geometry } from 'geojson';
import type { Schemas } from '@api/api';

/** The fields of an exit. */
export function exitForm() {
  return new FormGroup({
    exit: new FormControl<Schemas['ExitKind']>('reintroduction', {
      nonNullable: true,
      validators: Validators.required,
    }),
    quantity: new FormControl<number | null>(null, Validators.required),
    partner: new FormControl<string | null>(null),
    site: new FormControl<string | null>(null),
    geometry: new FormControl<Geometry | null>(null),
    permit: new FormControl<string | null>(null),
    permit_waiver: new FormControl<string | null>(null),
  });
}

export type ExitForm = ReturnType<typeof exitForm>;
export type ExitValue = ReturnType<ExitForm['getRawValue']>;

/** What the event says; null while it has no quantity. An empty text is no text. */
export function exitEvent(value: ExitValue): Schemas['ExitEvent'] | null {
  if (value.quantity === null) return null;
  return {
    kind: 'exit',
    exit: value.exit,
    quantity: value.quantity,
    partner: value.partner,
    site: value.site?.trim() || null,
    geometry: value.geometry as unknown as Schemas['ExitEvent']['geometry'],
    permit: value.permit,
    permit_waiver: value.permit_waiver?.trim() || null,
  };
}

/** What is left of a permit in plants of a taxon, when it counts them; the first line that names them. */
export function plantsLeft(permit: Schemas['Permit']): number | null {
  return permit.taxa.find(({ unit }) => unit === 'plant')?.remaining ?? null;
}
