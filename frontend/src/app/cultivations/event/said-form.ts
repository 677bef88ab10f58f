import { FormArray, FormControl, FormGroup, FormRecord, ValidatorFn, Validators } from '@angular/forms';
import { Problem } from '@api/problem';
import { Kind, Said, SaidField } from './kinds';

/** So many plants of a replicate or of a cultivation. */
export type Part = FormGroup<{ source: FormControl<string>; quantity: FormControl<number | null> }>;
export type SaidForm = FormRecord<FormControl<unknown> | FormArray<Part>>;
export type SaidValue = Readonly<Record<string, unknown>>;

/** Where plants may be taken from: a replicate, another cultivation. */
export interface Pool {
  readonly uuid: string;
  readonly code: string;
  readonly alive: number | null;
}

interface PartValue {
  readonly source: string;
  readonly quantity: number | null;
}

const someTaken: ValidatorFn = (control) => {
  const parts = control.value as readonly PartValue[];
  return parts.some((part) => (part.quantity ?? 0) > 0) ? null : { required: true };
};

function controlOf(field: SaidField, pools: readonly Pool[]): FormControl<unknown> | FormArray<Part> {
  const required = field.required === true ? [Validators.required] : [];
  if (field.type === 'replicates' || field.type === 'cultivations') {
    const parts = pools.map(
      ({ uuid }): Part =>
        new FormGroup({ source: new FormControl(uuid, { nonNullable: true }), quantity: new FormControl<number | null>(null) }),
    );
    return new FormArray(parts, someTaken);
  }
  return new FormControl<unknown>(field.type === 'flag' ? false : null, required);
}

export function saidForm(fields: readonly SaidField[], pools: readonly Pool[]): SaidForm {
  return new FormRecord(Object.fromEntries(fields.map((field) => [field.name, controlOf(field, pools)])));
}

/** The rows of a form of which something is taken: those that are sent. */
export function takenRows(value: SaidValue): number[] {
  const parts = Array.isArray(value['from']) ? (value['from'] as readonly PartValue[]) : [];
  return parts.flatMap((part, row) => ((part.quantity ?? 0) > 0 ? [row] : []));
}

/** What is sent: what was left empty is not said. */
export function saidBody(kind: Kind, fields: readonly SaidField[], value: SaidValue): Said {
  const said: Record<string, unknown> = { kind };
  for (const { name, type } of fields) {
    const one = value[name];
    if (type === 'replicates' || type === 'cultivations') {
      const key = type === 'replicates' ? 'replicate' : 'cultivation';
      const parts = one as readonly PartValue[];
      said[name] = takenRows(value).map((row) => ({ [key]: parts[row]?.source, quantity: parts[row]?.quantity }));
    } else if (typeof one === 'string') {
      if (one.trim() !== '') said[name] = one.trim();
    } else if (one !== null && one !== undefined && one !== false) said[name] = one;
  }
  return said as Said;
}

/** What is refused of the third line that was sent is of the row of the form that it was. */
export function atFormRows(error: unknown, list: string, rows: readonly number[]): Problem {
  const problem = Problem.from(error);
  if (problem.document === null) return problem;
  const errors = problem.document.errors.map((one) => {
    const [sent = '', ...rest] = one.pointer.startsWith(`${list}/`) ? one.pointer.slice(list.length + 1).split('/') : [];
    const row = rows[Number(sent)];
    return sent === '' || row === undefined ? one : { ...one, pointer: [list, row, ...rest].join('/') };
  });
  return new Problem(problem.status, { ...problem.document, errors });
}
