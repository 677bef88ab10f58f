import {
  AbstractControl,
  FormControl,
  FormGroup,
  NonNullableFormBuilder,
  ValidationErrors,
  Validators,
} from '@angular/forms';
import type { Schemas } from '@api/api';
import type { Sown } from '@app/counting/stock/stock-effect';

export type SownUnit = Schemas['SownUnit'];
export type Basis = Schemas['Basis'];

/** How much is sown. */
export type QuantityValue = {
  sown_value: number | null;
  sown_unit: SownUnit;
  sown_basis: Basis;
  propagules_per_unit: number | null;
};
export type QuantityControls = { [K in keyof QuantityValue]: FormControl<QuantityValue[K]> };
export type QuantityForm = FormGroup<QuantityControls>;

export const UNITS: readonly SownUnit[] = ['seed', 'fruit', 'spore', 'organ', 'g', 'soil_litre', 'pinch'];

/** What is counted by the piece is whole. */
export function isWhole(unit: SownUnit): boolean {
  return unit === 'seed' || unit === 'fruit' || unit === 'spore' || unit === 'organ';
}

export function quantityControls(build: NonNullableFormBuilder): QuantityControls {
  return {
    sown_value: build.control<number | null>(null, [Validators.required, quantityKnown]),
    sown_unit: build.control<SownUnit>('seed', Validators.required),
    sown_basis: build.control<Basis>('counted', Validators.required),
    propagules_per_unit: build.control<number | null>(null),
  };
}

/** A quantity and how it is known go together: an unknown one is left out (disabled). Reads the group it is in. */
export function quantityKnown(control: AbstractControl): ValidationErrors | null {
  const group = control.parent?.value as Partial<QuantityValue> | undefined;
  const value = control.value as number | null;
  const [unit, basis] = [group?.sown_unit ?? 'seed', group?.sown_basis ?? 'counted'];
  if (value === null) return null;
  if (!(value > 0)) return { more_than_zero: true };
  return isWhole(unit) && basis === 'counted' && !Number.isInteger(value) ? { integer: true } : null;
}

export function sownOf(value: QuantityValue): Sown {
  return { value: value.sown_value, unit: value.sown_unit, basis: value.sown_basis, perUnit: perUnit(value) };
}

/** What is in one unit is only said of units that hold seeds. */
function perUnit({ sown_unit, propagules_per_unit }: QuantityValue): number | null {
  return sown_unit === 'seed' ? null : propagules_per_unit;
}

export function quantityBody(value: QuantityValue): QuantityValue {
  const unknown = value.sown_basis === 'unknown';
  return { ...value, sown_value: unknown ? null : value.sown_value, propagules_per_unit: perUnit(value) };
}
