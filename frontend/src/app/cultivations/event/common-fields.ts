import { Component, input } from '@angular/core';
import { FormControl, ReactiveFormsModule } from '@angular/forms';
import { Field } from '@ui/form/field';
import { DayInput } from '@ui/pickers/day/day';

/** What every event says: its day, and remarks. */
@Component({
  selector: 'ex-event-common',
  imports: [ReactiveFormsModule, Field, DayInput],
  template: `
    <ex-field label="cultivations.event_date" for="event_date" [control]="date()">
      <ex-day inputId="event_date" [formControl]="date()" />
    </ex-field>
    <ng-content />
    @if (remarks(); as remarks) {
    <ex-field label="cultivations.field.remarks" for="event-remarks" [control]="remarks">
      <textarea id="event-remarks" class="form-control" rows="2" [formControl]="remarks" aria-describedby="event-remarks-error"></textarea>
    </ex-field>
    }
  `,
})
export class EventCommon {
  readonly date = input.required<FormControl<string | null>>();
  readonly remarks = input<FormControl<string | null>>();
}
