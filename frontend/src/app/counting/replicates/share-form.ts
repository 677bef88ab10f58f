import { AbstractControl, FormArray, FormControl, FormGroup, NonNullableFormBuilder, ValidatorFn } from '@angular/forms';
import { split, sumOf } from './split';

/** What a replicate gets, in a form that makes them. */
export type ReplicateForm = FormGroup<{ sown: FormControl<number | null> }>;
export type ReplicateForms = FormArray<ReplicateForm>;

/** As many replicates as that. */
export function fitReplicates(build: NonNullableFormBuilder, replicates: ReplicateForms, n: number): void {
  while (replicates.length > n) replicates.removeAt(-1, { emitEvent: false });
  while (replicates.length < n) replicates.push(build.group({ sown: [null as number | null] }), { emitEvent: false });
}

/** Shares seeds evenly among the replicates; they say nothing where there is nothing to share. */
export function share(replicates: ReplicateForms, seeds: number | null): void {
  const shares = split(seeds, replicates.length);
  replicates.controls.forEach((one, n) => one.controls.sown.setValue(shares?.[n] ?? null, { emitEvent: false }));
  replicates.updateValueAndValidity();
}

/** The replicates sum to what is shared, when that is known; `seeds` reads it in the form around them. */
export function sumsTo(seeds: (form: AbstractControl) => number | null): ValidatorFn {
  return (replicates) => {
    const shared = replicates.parent === null ? null : seeds(replicates.parent);
    const sum = sumOf((replicates as ReplicateForms).getRawValue().map((one) => one.sown));
    return shared === null || sum === shared ? null : { replicates_sum: { sum: sum ?? '?', sown: shared } };
  };
}
