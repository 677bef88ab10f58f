import { Component, computed, inject, input } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { TranslatePipe } from '@ngx-translate/core';
import { map, startWith, switchMap } from 'rxjs';
import { Api, answer } from '@api/api';
import { Problem } from '@api/problem';
import { Session } from '@app/session';
import type { Lot } from '@app/counting/shared/model';
import { StepTextPipe } from '@app/counting/steps/step-text';
import { StockConsent } from '@app/counting/stock/stock-consent';
import { stockEffect } from '@app/counting/stock/stock-effect';
import { CodePipe, DayPipe, ManyPipe } from '@ui/format';
import { Fact, Facts } from '@ui/record/facts';
import { loaded } from '@ui/record/record-loader';
import { Words } from '@ui/words';
import { FirstState, WizardForm } from './wizard-form';

interface Choice {
  readonly state: FirstState;
  /** Keys of the translations of its name and of what it does. */
  readonly label: string;
  readonly text: string;
}

const CHOICES: readonly Choice[] = [
  { state: 'running', label: 'seed_tests.new.as_running', text: 'seed_tests.new.as_running_text' },
  { state: 'draft', label: 'seed_tests.new.as_draft', text: 'seed_tests.new.as_draft_text' },
];

/** All of it once more, and whether it begins. */
@Component({
  selector: 'ex-test-summary-step',
  imports: [TranslatePipe, CodePipe, DayPipe, ManyPipe, Fact, Facts, StepTextPipe, StockConsent],
  templateUrl: './summary-step.html',
  styleUrls: ['../../counting/wizard/choices.css', '../../counting/wizard/summary.css'],
})
export class SummaryStep {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly words = inject(Words);

  readonly form = input.required<WizardForm>();
  readonly lot = input.required<Lot | null>();
  /** What is tested, and out of what. */
  readonly name = input.required<string>();
  readonly problem = input.required<Problem | null>();

  protected readonly value = toSignal(
    toObservable(this.form).pipe(
      switchMap((form) => form.valueChanges.pipe(startWith(null), map(() => form.getRawValue()))),
    ),
  );
  protected readonly choices = computed(() => {
    const isFuture = (this.value()?.date_start ?? '') > this.session.today();
    return CHOICES.map((choice) => ({ ...choice, off: choice.state === 'running' && isFuture }));
  });
  protected readonly effect = computed(() => {
    const [lot, value] = [this.lot(), this.value()];
    return lot === null || value?.state !== 'running' ? null : stockEffect(lot, value.source.place, value.seeds);
  });
  /** What leaves the lot, in a sentence. */
  protected readonly leaving = computed(() => {
    const [lot, asked] = [this.lot(), this.effect()?.asked];
    return lot === null || asked === null || asked === undefined
      ? null
      : this.words.many('counting.new.leaves', asked, { lot: lot.code });
  });
  protected readonly shares = computed(() => {
    const sown = this.value()?.replicates.map((one) => one.sown) ?? [];
    return sown.length > 1 && sown.length < 9 && sown.every((n) => n !== null) ? sown.join(' + ') : '';
  });
  protected readonly place = loaded(
    computed(() => this.value()?.place ?? null),
    (uuid, signal) => answer(this.api.GET('/v1/places/{uuid}', { params: { path: { uuid } }, signal })),
  );

  protected choose(state: FirstState): void {
    this.form().controls.state.setValue(state);
    this.form().controls.state.markAsDirty();
  }
}
