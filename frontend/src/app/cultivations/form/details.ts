import { Component, input } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import type { Schemas } from '@api/api';
import { CodePipe } from '@ui/format';
import { Field } from '@ui/form/field';
import type { Cultivation } from '../cultivations-api';

const OBJECTIVES: readonly Schemas['Objective'][] = [
  'multiplication', 'lot_renewal', 'reintroduction', 'emergence_test', 'collection', 'training',
];
const ISOLATIONS: readonly Schemas['Isolation'][] = [
  'none', 'distance', 'cage', 'bagging', 'hand_pollination', 'relatives_removed',
];

export type Details = FormGroup<{
  objective: FormControl<Schemas['Objective'] | null>;
  isolation: FormControl<Schemas['Isolation'] | null>;
  programme: FormControl<string | null>;
  mother_line: FormControl<string | null>;
  ipen: FormControl<string | null>;
  responsible_text: FormControl<string | null>;
  remarks: FormControl<string | null>;
}>;
export type DetailsValue = ReturnType<Details['getRawValue']>;

export function detailsForm(it?: Cultivation): Details {
  return new FormGroup({
    objective: new FormControl(it?.objective ?? null),
    isolation: new FormControl(it?.isolation ?? null),
    programme: new FormControl(it?.programme ?? null),
    mother_line: new FormControl(it?.mother_line ?? null),
    ipen: new FormControl(it?.ipen ?? null),
    responsible_text: new FormControl(it?.responsible_text ?? null),
    remarks: new FormControl(it?.remarks ?? null),
  });
}

/** An empty text is no text. */
export function detailsBody(value: DetailsValue): DetailsValue {
  const text = (one: string | null): string | null => one?.trim() || null;
  return {
    objective: value.objective,
    isolation: value.isolation,
    programme: text(value.programme),
    mother_line: text(value.mother_line),
    ipen: text(value.ipen),
    responsible_text: text(value.responsible_text),
    remarks: text(value.remarks),
  };
}

/** What is said of a cultivation beside its plants. */
@Component({
  selector: 'ex-cultivation-details',
  imports: [ReactiveFormsModule, CodePipe, Field],
  template: `
    <div class="fields" [formGroup]="form()">
      <ex-field label="cultivations.field.objective" for="objective" [control]="form().controls.objective">
        <select id="objective" class="form-control" formControlName="objective" aria-describedby="objective-error">
          <option [ngValue]="null"></option>
          @for (code of objectives; track code) {
            <option [ngValue]="code">{{ code | code: 'objective' }}</option>
          }
        </select>
      </ex-field>
      <ex-field label="cultivations.field.isolation" for="isolation" [control]="form().controls.isolation">
        <select id="isolation" class="form-control" formControlName="isolation" aria-describedby="isolation-error">
          <option [ngValue]="null"></option>
          @for (code of isolations; track code) {
            <option [ngValue]="code">{{ code | code: 'isolation' }}</option>
          }
        </select>
      </ex-field>
      <ex-field label="cultivations.field.programme" for="programme" [control]="form().controls.programme">
        <input id="programme" class="form-control" maxlength="200" formControlName="programme" aria-describedby="programme-error" />
      </ex-field>
      <ex-field label="cultivations.field.mother_line" for="mother_line" [control]="form().controls.mother_line">
        <input id="mother_line" class="form-control" maxlength="200" formControlName="mother_line" aria-describedby="mother_line-error" />
      </ex-field>
      <ex-field label="cultivations.field.ipen" for="ipen" [control]="form().controls.ipen">
        <input id="ipen" class="form-control" maxlength="50" formControlName="ipen" aria-describedby="ipen-error" />
      </ex-field>
      <ex-field label="cultivations.field.responsible" for="responsible_text" [control]="form().controls.responsible_text">
        <input id="responsible_text" class="form-control" maxlength="200" formControlName="responsible_text" aria-describedby="responsible_text-error" />
      </ex-field>
      <ex-field class="wide" label="cultivations.field.remarks" for="remarks" [control]="form().controls.remarks">
        <textarea id="remarks" class="form-control" rows="3" formControlName="remarks" aria-describedby="remarks-error"></textarea>
      </ex-field>
    </div>
  `,
  styleUrl: '../event/said-fields.css',
})
export class CultivationDetails {
  readonly form = input.required<Details>();
  protected readonly objectives = OBJECTIVES;
  protected readonly isolations = ISOLATIONS;
}
