import { Component, input } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import type { Schemas } from '@api/api';
import { CodePipe } from '@ui/format';
import { Field } from '@ui/form/field';
import { AreaPicker } from '@ui/pickers/area/area';
import { DatasetPicker } from '@ui/pickers/dataset/dataset';
import { DayInput } from '@ui/pickers/day/day';
import { PermitLines } from './permit-lines';
import { PermitForm } from './permit-value';

const KINDS: readonly Schemas['PermitKind'][] = [
  'derogation',
  'protected_area',
  'owner',
  'nagoya',
  'cites',
  'phytosanitary_passport',
];

/** The fields of a permit. */
@Component({
  selector: 'ex-permit-fields',
  imports: [ReactiveFormsModule, CodePipe, Field, AreaPicker, DatasetPicker, DayInput, PermitLines],
  template: `
    @let fields = form().controls;
    <div class="card essential">
      <div class="grid">
        <ex-field label="permits.kind" for="kind" [control]="fields.kind">
          <select id="kind" class="form-control" [formControl]="fields.kind" aria-describedby="kind-error">
            @for (kind of kinds; track kind) {
              <option [ngValue]="kind">{{ kind | code: 'permit_kind' }}</option>
            }
          </select>
        </ex-field>
        <ex-field label="permits.number" for="number" [control]="fields.number">
          <input
            id="number"
            class="form-control"
            maxlength="200"
            autocomplete="off"
            [formControl]="fields.number"
            aria-describedby="number-error"
          />
        </ex-field>
        <ex-field label="permits.valid_from" for="valid_from" [control]="fields.valid_from">
          <ex-day inputId="valid_from" [formControl]="fields.valid_from" />
        </ex-field>
        <ex-field label="permits.valid_to" for="valid_to" hint="permits.hint.valid_to" [control]="fields.valid_to">
          <ex-day inputId="valid_to" [formControl]="fields.valid_to" />
        </ex-field>
        <ex-field label="permits.holder" for="holder" [control]="fields.holder">
          <input
            id="holder"
            class="form-control"
            maxlength="200"
            [formControl]="fields.holder"
            aria-describedby="holder-error"
          />
        </ex-field>
        <ex-field label="permits.dataset" for="id_dataset" [control]="fields.id_dataset">
          <ex-pick-dataset inputId="id_dataset" [formControl]="fields.id_dataset" create />
        </ex-field>
        <ex-field label="permits.area" for="id_area" [control]="fields.id_area">
          <ex-pick-area inputId="id_area" [formControl]="fields.id_area" />
        </ex-field>
        <ex-field label="permits.territory" for="territory" [control]="fields.territory">
          <input
            id="territory"
            class="form-control"
            maxlength="1000"
            [formControl]="fields.territory"
            aria-describedby="territory-error"
          />
        </ex-field>
        <ex-field class="wide" label="permits.taxa" for="taxa" hint="permits.hint.taxa" [control]="fields.taxa">
          <ex-permit-lines inputId="taxa" [formControl]="fields.taxa" />
        </ex-field>
        <ex-field class="wide" label="permits.remarks" for="remarks" [control]="fields.remarks">
          <textarea
            id="remarks"
            class="form-control"
            rows="2"
            maxlength="10000"
            [formControl]="fields.remarks"
            aria-describedby="remarks-error"
          ></textarea>
        </ex-field>
      </div>
    </div>
  `,
  styles: `
    .essential {
      margin-bottom: 1em;
      padding: 1em 1.1em 0.4em;
    }
    .grid {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(20em, 100%), 1fr));
      gap: 0 1.4em;
    }
    .wide {
      grid-column: 1 / -1;
    }
  `,
})
export class PermitFields {
  readonly form = input.required<PermitForm>();
  protected readonly kinds = KINDS;
}
