import { Component, computed, inject, input, resource } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { ReactiveFormsModule } from '@angular/forms';
import { TranslatePipe } from '@ngx-translate/core';
import { map, startWith, switchMap } from 'rxjs';
import { Api, answer } from '@api/api';
import { Problem } from '@api/problem';
import { Session } from '@app/session';
import { CodePipe, DayPipe, ManyPipe } from '@ui/format';
import { Nomenclatures } from '@ui/pickers/nomenclature/nomenclatures';
import { Fact, Facts } from '@ui/record/facts';
import { loaded } from '@ui/record/record-loader';
import { Words } from '@ui/words';
import { sownOf } from '../quantity/quantity-form';
import type { Lot } from '@app/counting/shared/model';
import { QuantityPipe } from '../shared/quantity';
import { StockConsent } from '@app/counting/stock/stock-consent';
import { seedsOf, stockEffect } from '@app/counting/stock/stock-effect';
import { StepTextPipe } from '@app/counting/steps/step-text';
import { FirstState, WizardForm } from './wizard-form';

interface Choice {
  readonly state: FirstState;
  /** Keys of the translations of its name and of what it does. */
  readonly label: string;
  readonly text: string;
}

const CHOICES: readonly Choice[] = [
  { state: 'sown', label: 'sowings.new.as_sown', text: 'sowings.new.as_sown_text' },
  { state: 'in_pretreatment', label: 'sowings.new.as_treated', text: 'sowings.new.as_treated_text' },
  { state: 'prepared', label: 'sowings.new.as_prepared', text: 'sowings.new.as_prepared_text' },
  { state: 'draft', label: 'sowings.new.as_draft', text: 'sowings.new.as_draft_text' },
];

/** All of it once more, and what is to be done with it today. */
@Component({
  selector: 'ex-summary-step',
  imports: [
    ReactiveFormsModule,
    TranslatePipe,
    CodePipe,
    DayPipe,
    ManyPipe,
    Fact,
    Facts,
    QuantityPipe,
    StepTextPipe,
    StockConsent,
  ],
  templateUrl: './summary-step.html',
  styleUrls: ['../../counting/wizard/choices.css', '../../counting/wizard/summary.css'],
})
export class SummaryStep {
  private readonly api = inject(Api);
  private readonly nomenclatures = inject(Nomenclatures);
  private readonly session = inject(Session);
  private readonly words = inject(Words);

  readonly form = input.required<WizardForm>();
  readonly lot = input.required<Lot | null>();
  /** What is sown, and out of what. */
  readonly name = input.required<string>();
  readonly problem = input.required<Problem | null>();

  protected readonly value = toSignal(
    toObservable(this.form).pipe(
      switchMap((form) => form.valueChanges.pipe(startWith(null), map(() => form.getRawValue()))),
    ),
  );
  protected readonly choices = computed(() => {
    const value = this.value();
    const isFuture = (value?.sowing_date ?? '') > this.session.today();
    return CHOICES.filter(({ state }) => state !== 'in_pretreatment' || (value?.treatment_steps.length ?? 0) > 0).map(
      (choice) => ({ ...choice, off: choice.state === 'sown' && isFuture }),
    );
  });
  protected readonly takes = computed(() => {
    const state = this.value()?.state;
    return state === 'sown' || state === 'in_pretreatment';
  });
  protected readonly effect = computed(() => {
    const [lot, value] = [this.lot(), this.value()];
    return lot === null || value === undefined || !this.takes()
      ? null
      : stockEffect(lot, value.source.place, seedsOf(sownOf(value)));
  });
  /** What leaves the lot, in a sentence. */
  protected readonly leaving = computed(() => {
    const [lot, effect] = [this.lot(), this.effect()];
    if (lot === null || effect === null) return null;
    if (effect.asked === null) return this.words.of('sowings.new.leaves_unknown', { lot: lot.code });
    return this.words.many('counting.new.leaves', effect.asked, { lot: lot.code });
  });
  protected readonly shares = computed(() => {
    const sown = this.value()?.replicates.map((one) => one.sown) ?? [];
    return sown.every((n) => n !== null) ? sown.join(' + ') : '';
  });

  private readonly components = resource({
    params: () => ((this.value()?.substrate.length ?? 0) > 0 ? 'EXS_SOWING_SUBSTRATE' : undefined),
    loader: ({ params }) => this.nomenclatures.of(params),
  });
  protected readonly substrate = computed(() => {
    const known = this.components.hasValue() ? this.components.value().values : [];
    return (this.value()?.substrate ?? [])
      .map(({ component, percent }) => {
        const label = known.find(({ code }) => code === component)?.label ?? component ?? '';
        return percent === null ? label : `${label} ${percent} %`;
      })
      .join(', ');
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
