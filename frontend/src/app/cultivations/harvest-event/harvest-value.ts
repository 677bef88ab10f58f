import { FormControl, FormGroup, Validators } from '@angular/forms';
import type { Schemas } from '@api/api';

export type MotherUnit = 'seeds' | 'mass_g';
export type HarvestSaid = Schemas['HarvestEvent'];

/** What a harvest of a cultivation says. */
export function harvestForm() {
  return new FormGroup({
    material_type: new FormControl<string | null>('gr', Validators.required),
    pollination: new FormControl<Schemas['Pollination'] | null>(null),
    /** What each mother gave, as it is typed: numbers one after the other. */
    mothers: new FormControl('', { nonNullable: true, validators: ({ value }) => mothersError(value as string) }),
    unit: new FormControl<MotherUnit>('mass_g', { nonNullable: true }),
    place: new FormControl<string | null>(null),
    seeds: new FormControl<number | null>(null),
    mass_g: new FormControl<number | null>(null),
    container: new FormControl<string | null>(null),
  });
}

export type HarvestForm = ReturnType<typeof harvestForm>;
export type HarvestValue = ReturnType<HarvestForm['getRawValue']>;

const MOST = 500;

/** The numbers of a text, a comma for the decimals; null when something in it is not a number. */
export function numbersOf(text: string): number[] | null {
  const parts = text.split(/[;\s]+/).filter((part) => part !== '');
  const numbers = parts.map((part) => (/^\d+([.,]\d+)?$/.test(part) ? Number(part.replace(',', '.')) : Number.NaN));
  return numbers.some(Number.isNaN) ? null : numbers;
}

function mothersError(text: string): { wrong_type: true } | null {
  const numbers = numbersOf(text);
  return numbers === null || numbers.length > MOST ? { wrong_type: true } : null;
}

/** How many mothers those numbers are worth, (Σ k)² / Σ k²; null when they say nothing. */
export function effectiveMothers(given: readonly number[]): number | null {
  const sum = given.reduce((all, one) => all + one, 0);
  return sum > 0 ? sum ** 2 / given.reduce((all, one) => all + one ** 2, 0) : null;
}

/** The body of the event; with a place, the seeds make a lot there. */
export function harvestSaid(value: HarvestValue): HarvestSaid {
  const given = numbersOf(value.mothers) ?? [];
  const whole = (n: number): number => Math.round(n);
  return {
    kind: 'harvest',
    material_type: value.material_type ?? '',
    pollination: value.pollination,
    mothers: given.map((n) => (value.unit === 'seeds' ? { seeds: whole(n) } : { mass_g: n })),
    lot:
      value.place === null
        ? null
        : {
            place: value.place,
            seeds: value.seeds,
            basis: value.seeds === null ? 'unknown' : 'counted',
            mass_g: value.mass_g,
            container: value.container,
          },
  };
}
