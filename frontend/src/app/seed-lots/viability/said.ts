import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import type { Schemas } from '@api/api';
import { Session } from '@app/session';
import { daysBetween } from '@app/counting/shared/due';
import { CodePipe, DayPipe, NumPipe, RatePipe } from '@ui/format';
import { reasonOf } from './missing';
import { ModelNote } from './model-note';
import { BetweenPipe, CelsiusPipe, PredictedPipe } from './shares';
import { SpanPipe } from './span';
import { WhatIsIt } from './what-is-it';
import { WhenPredictedPipe } from './when';

const VERDICTS = {
  above: { title: 'viability.above', means: 'viability.above_means', look: 'good', icon: 'fa-check-circle' },
  below: { title: 'viability.below', means: 'viability.below_means', look: 'bad', icon: 'fa-exclamation-triangle' },
  undecided: {
    title: 'viability.undecided',
    means: 'viability.undecided_means',
    look: 'unsure',
    icon: 'fa-question-circle',
  },
} as const;

/** What is known of a lot, a sentence each: how alive, against its threshold, what the model adds, the next test. */
@Component({
  selector: 'ex-viability-said',
  imports: [
    RouterLink,
    TranslatePipe,
    CodePipe,
    DayPipe,
    NumPipe,
    RatePipe,
    BetweenPipe,
    CelsiusPipe,
    ModelNote,
    PredictedPipe,
    SpanPipe,
    WhatIsIt,
    WhenPredictedPipe,
  ],
  templateUrl: './said.html',
  styleUrl: './said.css',
})
export class ViabilitySaid {
  protected readonly session = inject(Session);
  readonly lot = input.required<Schemas['SeedLot']>();
  readonly found = input.required<Schemas['LotViability']>();

  protected readonly ago = computed(() => {
    const last = this.found().last;
    return last ? daysBetween(last.date, this.session.today()) : 0;
  });
  protected readonly kind = computed(() => {
    const { last, tests } = this.found();
    return tests.find((test) => test.uuid === last?.test.uuid)?.kind ?? null;
  });
  protected readonly verdict = computed(() => {
    const { verdict } = this.found();
    return verdict ? VERDICTS[verdict] : null;
  });
  /** The share of the first measure that the threshold is. */
  protected readonly share = computed(() => {
    const { initial, regeneration_threshold: threshold } = this.found();
    return initial && typeof threshold === 'number' ? threshold / initial.share.rate : null;
  });
  protected readonly running = computed(() => this.found().tests.filter((test) => test.state === 'running'));
  /** Days that the next test is late; null when it is not. */
  protected readonly late = computed(() => {
    const next = this.found().next_test;
    const days = next ? daysBetween(next.date, this.session.today()) : 0;
    return days > 0 ? days : null;
  });
  /** What is to do now is to test it. */
  protected readonly isPressing = computed(() => this.late() !== null || (!this.found().next_test && this.found().verdict !== 'below'));
  protected readonly mayTest = computed(
    () => this.session.can('C') && !this.lot().archived_at && this.running().length === 0,
  );
  /** The threshold was to be reached by now. */
  protected readonly isPast = computed(() => (this.found().model.days_to_regeneration?.low ?? Infinity) < this.ago());
  protected readonly place = computed(() => {
    const { place } = this.found().store;
    return place && 'label' in place ? place.label : null;
  });

  protected why(figure: string): Schemas['Unknown'] | null {
    return reasonOf(this.found(), figure);
  }
}
