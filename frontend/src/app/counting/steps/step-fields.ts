import { Component, computed, inject, input, signal } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { ReactiveFormsModule } from '@angular/forms';
import { TranslatePipe } from '@ngx-translate/core';
import { map, startWith, switchMap } from 'rxjs';
import type { Schemas } from '@api/api';
import { CodePipe } from '@ui/format';
import { Field } from '@ui/form/field';
import { DayInput } from '@ui/pickers/day/day';
import { NumberInput } from '@ui/pickers/number/number';
import { ObserverPicker } from '@ui/pickers/people/observer';
import { People } from '../shared/people';
import { StepField, StepForm, StepKind, isUsual } from './step-form';

const KINDS: readonly StepKind[] = [
  'cold_stratification',
  'warm_stratification',
  'soaking',
  'mechanical_scarification',
  'chemical_scarification',
  'hormone_or_salt',
  'sterilisation',
  'rinsing',
  'leaching',
  'dry_after_ripening',
  'smoke',
  'inoculation',
  'other',
];
const CONCENTRATION_UNITS: readonly Schemas['ConcentrationUnit'][] = ['mg_l', 'mmol_l', 'percent', 'mpa'];
const DURATION_UNITS: readonly Schemas['DurationUnit'][] = ['minute', 'hour', 'day', 'week', 'month'];

/** The fields of a treatment step: those its kind needs, the others on demand. */
@Component({
  selector: 'ex-step-fields',
  imports: [ReactiveFormsModule, TranslatePipe, CodePipe, Field, DayInput, NumberInput, ObserverPicker],
  templateUrl: './step-fields.html',
  styles: `
    .with-unit {
      display: flex;
      gap: 0.4em;
    }
    .with-unit > * {
      flex: 1 1 6em;
      min-width: 0;
    }
    .more {
      padding-left: 0;
    }
  `,
})
export class StepFields {
  private readonly people = inject(People);
  readonly form = input.required<StepForm>();
  /** Before the identifiers of its fields. */
  readonly prefix = input.required<string>();
  /** What is only known of a step that exists: its rank, its end, what was lost. */
  readonly followed = input(false);

  protected readonly kinds = KINDS;
  protected readonly concentrationUnits = CONCENTRATION_UNITS;
  protected readonly durationUnits = DURATION_UNITS;
  protected readonly all = signal(false);

  protected readonly value = toSignal(
    toObservable(this.form).pipe(
      switchMap((form) => form.valueChanges.pipe(startWith(null), map(() => form.getRawValue()))),
    ),
  );
  /** Who did it, whose key only the step has. */
  protected readonly actor = computed(
    () => this.people.all().find((one) => one.id_role === this.value()?.id_actor) ?? null,
  );
  protected readonly shows = computed(() => {
    const value = this.value();
    const all = this.all();
    return (field: StepField): boolean => {
      if (all || value === undefined || isUsual(value.kind, field)) return true;
      const said = value[field];
      return said !== null && said !== '';
    };
  });
}
