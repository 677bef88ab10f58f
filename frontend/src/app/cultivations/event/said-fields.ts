import { Component, computed, input } from '@angular/core';
import { FormArray, FormControl, ReactiveFormsModule } from '@angular/forms';
import { TranslatePipe } from '@ngx-translate/core';
import { CodePipe, DayPipe, ManyPipe } from '@ui/format';
import { Field } from '@ui/form/field';
import { FieldError } from '@ui/form/field-error';
import { DayInput } from '@ui/pickers/day/day';
import { NumberInput } from '@ui/pickers/number/number';
import { PlacePicker } from '@ui/pickers/place/place';
import type { CultivationEvent } from '../cultivations-api';
import type { SaidField } from './kinds';
import type { Part, Pool, SaidForm } from './said-form';

/** The fields of what an event says. */
@Component({
  selector: 'ex-said-fields',
  imports: [
    ReactiveFormsModule, TranslatePipe, CodePipe, DayPipe, ManyPipe, Field, FieldError, DayInput, NumberInput, PlacePicker,
  ],
  templateUrl: './said-fields.html',
  styleUrl: './said-fields.css',
})
export class SaidFields {
  readonly fields = input.required<readonly SaidField[]>();
  readonly form = input.required<SaidForm>();
  /** Where plants may be taken from. */
  readonly pools = input<readonly Pool[]>([]);
  /** Deaths of which plants may be found again. */
  readonly deaths = input<readonly CultivationEvent[]>([]);

  protected readonly shown = computed(() => {
    const { controls } = this.form();
    return this.fields().flatMap((field) => {
      const control = controls[field.name];
      return control === undefined ? [] : [{ field, id: `said-${field.name}`, control }];
    });
  });

  protected one(control: unknown): FormControl<unknown> {
    if (!(control instanceof FormControl)) throw new TypeError('not a field');
    return control;
  }

  protected parts(control: unknown): FormArray<Part> {
    if (!(control instanceof FormArray)) throw new TypeError('not a list');
    return control as FormArray<Part>;
  }

  protected causeOf(event: CultivationEvent): string | null {
    return event.said.kind === 'death' ? event.said.cause : null;
  }
}
