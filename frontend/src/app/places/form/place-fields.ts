import { Component, input } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { TranslatePipe } from '@ngx-translate/core';
import { Field } from '@ui/form/field';
import { CodePipe } from '@ui/format';
import { NumberInput } from '@ui/pickers/number/number';
import { PlacePicker } from '@ui/pickers/place/place';
import { KINDS, PlaceForm } from './place-value';

/** The fields of a place. */
@Component({
  selector: 'ex-place-fields',
  imports: [ReactiveFormsModule, TranslatePipe, CodePipe, Field, NumberInput, PlacePicker],
  template: `
    @let form = this.form();
    <div class="card" [formGroup]="form">
      <div class="grid">
        @if (withParent()) {
          <ex-field class="wide" label="places.parent" for="parent" hint="places.parent_hint" [control]="form.controls.parent">
            <ex-pick-place inputId="parent" formControlName="parent" />
          </ex-field>
        }
        <ex-field label="places.kind" for="kind" [control]="form.controls.kind">
          <select id="kind" class="form-control" formControlName="kind" aria-describedby="kind-error">
            <option [ngValue]="null" disabled>{{ 'pickers.choose' | translate }}</option>
            @for (kind of kinds; track kind) {
              <option [ngValue]="kind">{{ kind | code: 'place_kind' }}</option>
            }
          </select>
        </ex-field>
        <ex-field label="places.code" for="code" hint="places.code_hint" [control]="form.controls.code">
          <input id="code" class="form-control" formControlName="code" autocomplete="off" aria-describedby="code-error" />
        </ex-field>
        <ex-field class="wide" label="places.label" for="label" [control]="form.controls.label">
          <input id="label" class="form-control" formControlName="label" autocomplete="off" aria-describedby="label-error" />
        </ex-field>
        <ex-field label="places.expected_temperature" for="expected_temperature" [control]="form.controls.expected_temperature">
          <ex-number inputId="expected_temperature" formControlName="expected_temperature" unit="°C" [min]="-200" [max]="110" />
        </ex-field>
        <ex-field label="places.expected_humidity" for="expected_humidity" [control]="form.controls.expected_humidity">
          <ex-number inputId="expected_humidity" formControlName="expected_humidity" unit="%" [min]="0" [max]="100" />
        </ex-field>
        <ex-field label="places.capacity" for="capacity" hint="places.capacity_hint" [control]="form.controls.capacity">
          <ex-number inputId="capacity" formControlName="capacity" integer [min]="1" />
        </ex-field>
        <ex-field class="wide" label="places.remarks" for="remarks" [control]="form.controls.remarks">
          <textarea id="remarks" class="form-control" rows="3" formControlName="remarks" aria-describedby="remarks-error"></textarea>
        </ex-field>
      </div>
    </div>
  `,
  styles: `
    .card {
      margin-bottom: 1em;
      padding: 1em 1.1em 0.4em;
    }
    .grid {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(15em, 100%), 1fr));
      gap: 0 1.4em;
    }
    .wide {
      grid-column: 1 / -1;
    }
  `,
})
export class PlaceFields {
  readonly form = input.required<PlaceForm>();
  /** Where it is can be chosen; one that exists is moved in the tree. */
  readonly withParent = input(false);
  protected readonly kinds = KINDS;
}
