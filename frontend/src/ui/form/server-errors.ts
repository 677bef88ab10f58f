import { AbstractControl, FormArray, FormGroup } from '@angular/forms';
import { ProblemDocument } from '@api/problem';

/** An error of the service that no field of the form holds. */
export interface OrphanError {
  readonly pointer: string;
  readonly message: string;
}

/** The control at a JSON pointer, or the nearest one that holds it. */
function controlAt(form: AbstractControl, pointer: string): AbstractControl | null {
  let control: AbstractControl = form;
  for (const part of pointer.split('/').slice(1)) {
    let child: AbstractControl | undefined;
    if (control instanceof FormGroup) child = control.controls[part] as AbstractControl | undefined;
    else if (control instanceof FormArray) child = control.at(Number(part)) as AbstractControl | undefined;
    if (child === undefined) break;
    control = child;
  }
  return control === form ? null : control;
}

/**
 * Puts the errors of the service beside the fields they are about; answers those that no field
 * has. `names` says which control holds a field that the API names otherwise.
 */
export function applyErrors(
  form: FormGroup,
  errors: ProblemDocument['errors'],
  names: Readonly<Record<string, string>> = {},
): OrphanError[] {
  const orphans: OrphanError[] = [];
  for (const { pointer, message } of errors) {
    const [, first = '', ...rest] = pointer.split('/');
    const control = controlAt(form, ['', names[first] ?? first, ...rest].join('/'));
    if (control === null) {
      orphans.push({ pointer, message });
      continue;
    }
    control.setErrors({ ...control.errors, server: message });
    control.markAsTouched();
  }
  return orphans;
}
