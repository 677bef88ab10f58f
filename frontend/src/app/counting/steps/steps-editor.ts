import { Component, OnInit, computed, inject, input, signal } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { FormArray, FormControl, NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { TranslatePipe } from '@ngx-translate/core';
import { map, startWith, switchMap } from 'rxjs';
import { Session } from '@app/session';
import { CodePipe, DayPipe } from '@ui/format';
import { DayInput } from '@ui/pickers/day/day';
import { StepFields } from './step-fields';
import { COMMON, StepForm, StepValue, stepForm } from './step-form';
import { StepTextPipe } from './step-text';
import { chained } from './chain';

/** What is done to the seeds before, in order. */
@Component({
  selector: 'ex-steps-editor',
  imports: [
    ReactiveFormsModule,
    TranslatePipe,
    CodePipe,
    DayPipe,
    DayInput,
    StepFields,
    StepTextPipe,
  ],
  templateUrl: './steps-editor.html',
  styleUrl: './steps-editor.css',
})
export class StepsEditor implements OnInit {
  private readonly build = inject(NonNullableFormBuilder);
  private readonly session = inject(Session);

  readonly steps = input.required<FormArray<StepForm>>();

  protected readonly common = COMMON;
  /** The step that is being filled. */
  protected readonly open = signal<StepForm | null>(null);
  protected readonly first = new FormControl<string | null>(this.session.today());

  private readonly changes = toSignal(
    toObservable(this.steps).pipe(
      switchMap((steps) => steps.events.pipe(startWith(null), map(() => ({})))),
    ),
  );
  protected readonly lines = computed(() => {
    this.changes();
    return this.steps().controls.map((form) => ({ form, value: form.getRawValue() }));
  });

  protected add(value: Partial<StepValue> = {}): void {
    const step = stepForm(this.build, value);
    this.steps().push(step);
    this.steps().markAsDirty();
    // A common one is ready; another is to be filled.
    this.open.set(value.kind === undefined ? step : null);
    this.chain();
  }

  protected move(n: number, by: 1 | -1): void {
    const steps = this.steps();
    const step = steps.at(n);
    steps.removeAt(n, { emitEvent: false });
    steps.insert(n + by, step);
    steps.markAsDirty();
    this.chain();
  }

  protected remove(n: number): void {
    const steps = this.steps();
    if (this.open() === steps.at(n)) this.open.set(null);
    steps.removeAt(n);
    steps.markAsDirty();
    this.chain();
  }

  protected toggle(step: StepForm): void {
    this.open.update((open) => (open === step ? null : step));
  }

  /** The steps follow each other from the first day; those whose day was chosen keep it. */
  protected chain(): void {
    const first = this.first.value;
    const steps = this.steps().controls;
    if (first === null) return;
    chained(
      steps.map((step) => step.getRawValue()),
      first,
    ).starts.forEach((day, n) => {
      const start = steps[n]?.controls.start_date;
      if (start !== undefined && !start.dirty) start.setValue(day);
    });
  }

  ngOnInit(): void {
    const began = this.steps().getRawValue()[0]?.start_date;
    if (began) this.first.setValue(began);
    this.first.valueChanges.subscribe(() => this.chain());
  }
}
