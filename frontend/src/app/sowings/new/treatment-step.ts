import { Component, OnInit, computed, inject, input, output, signal } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { FormControl, NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { map, startWith, switchMap } from 'rxjs';
import { Session } from '@app/session';
import { CodePipe, DayPipe, ManyPipe, RatePipe } from '@ui/format';
import { DayInput } from '@ui/pickers/day/day';
import { loaded } from '@ui/record/record-loader';
import { IntervalPipe } from '../shared/interval';
import { StepFields } from '../steps/step-fields';
import { COMMON, StepForm, StepValue, stepForm } from '../steps/step-form';
import { StepTextPipe } from '../steps/step-text';
import { chained } from './chain';
import { Itineraries, Trial } from './itineraries';
import { WizardForm } from './wizard-form';

/** What is done to the seeds before, in order. */
@Component({
  selector: 'ex-treatment-step',
  imports: [
    ReactiveFormsModule,
    RouterLink,
    TranslatePipe,
    CodePipe,
    DayPipe,
    ManyPipe,
    RatePipe,
    DayInput,
    IntervalPipe,
    StepFields,
    StepTextPipe,
  ],
  templateUrl: './treatment-step.html',
  styleUrl: './treatment-step.css',
})
export class TreatmentStep implements OnInit {
  private readonly build = inject(NonNullableFormBuilder);
  private readonly itineraries = inject(Itineraries);
  private readonly session = inject(Session);

  readonly form = input.required<WizardForm>();
  /** What is sown, to show what was tried for it and its kin. */
  readonly cdNom = input.required<number | null>();
  /** Start from what was done in a sowing or a test. */
  readonly taken = output<Trial>();

  protected readonly common = COMMON;
  /** The step that is being filled. */
  protected readonly open = signal<StepForm | null>(null);
  protected readonly first = new FormControl<string | null>(this.session.today());
  protected readonly tried = loaded(this.cdNom, (cdNom, abort) => this.itineraries.of(cdNom, abort));

  private readonly changes = toSignal(
    toObservable(this.form).pipe(
      switchMap((form) => form.controls.treatment_steps.events.pipe(startWith(null), map(() => ({})))),
    ),
  );
  protected readonly steps = computed(() => {
    this.changes();
    return this.form().controls.treatment_steps.controls.map((form) => ({ form, value: form.getRawValue() }));
  });

  protected add(value: Partial<StepValue> = {}): void {
    const step = stepForm(this.build, value);
    this.form().controls.treatment_steps.push(step);
    this.form().controls.treatment_steps.markAsDirty();
    // A common one is ready; another is to be filled.
    this.open.set(value.kind === undefined ? step : null);
    this.chain();
  }

  protected move(n: number, by: 1 | -1): void {
    const steps = this.form().controls.treatment_steps;
    const step = steps.at(n);
    steps.removeAt(n, { emitEvent: false });
    steps.insert(n + by, step);
    steps.markAsDirty();
    this.chain();
  }

  protected remove(n: number): void {
    const steps = this.form().controls.treatment_steps;
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
    const steps = this.form().controls.treatment_steps.controls;
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
    const began = this.form().getRawValue().treatment_steps[0]?.start_date;
    if (began) this.first.setValue(began);
    this.first.valueChanges.subscribe(() => this.chain());
  }
}
