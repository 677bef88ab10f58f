import { Component, computed, effect, inject, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Api, Schemas, answer } from '@api/api';
import { Chart } from '@ui/chart/chart';
import { CodePipe, DayPipe, ManyPipe, NumPipe, RatePipe } from '@ui/format';
import { loaded } from '@ui/record/record-loader';
import { Words } from '@ui/words';
import { IntervalPipe } from './interval';
import type { Count, Owner } from '../shared/model';
import { aboutOf } from './about';
import { Viability } from './viability';
import { emergenceCurve } from '@ui/chart/emergence-curve';
import { emergenceFigure } from '@ui/chart/emergence-figure';
import type { Followed } from '../shared/followed';
import { courseFigure } from './course-figure';
import { Reason, figureGroups, formatFigure, reasonOf } from './index-groups';
import { IndexList } from './index-list';
import { Said } from './said';

/** What the counts say: in words first, then the curve, the figures, each replicate. */
@Component({
  selector: 'ex-results-tab',
  imports: [TranslatePipe, CodePipe, DayPipe, ManyPipe, NumPipe, RatePipe, Chart, IndexList, IntervalPipe, Said, Viability],
  templateUrl: './results-tab.html',
  styleUrl: './results-tab.css',
})
export class ResultsTab {
  private readonly api = inject(Api);
  private readonly words = inject(Words);
  readonly owner = input.required<Owner>();
  /** Its code, for the names of files. */
  readonly code = input.required<string>();
  readonly data = input.required<Followed>();
  /** Kind of the test; null for a sowing. */
  readonly kind = input<Schemas['TestKind'] | null>(null);

  /** In a tetrazolium, cut or X-ray test seeds are only examined. */
  protected readonly germinates = computed(() => this.kind() === null || this.kind() === 'germination');
  protected readonly about = computed(() => aboutOf(this.owner().kind));
  protected readonly results = loaded(
    computed(() => this.owner().uuid),
    (uuid, signal) =>
      answer(this.api.GET(`/v1/${this.owner().kind}/{uuid}/results` as const, { params: { path: { uuid } }, signal })),
  );
  /** What a test says more. */
  protected readonly test = computed(() => {
    const results = this.results.value();
    return results !== null && 'viable' in results ? results : null;
  });
  protected readonly figure = computed(() => {
    const results = this.results.value();
    if (!results?.emergence) return null;
    return {
      ...courseFigure(results.emergence, results.curve ?? null, this.words, this.about()),
      name: `${this.about().file}-${this.code()}`,
      band: results.emergence.band,
      noCurve: reasonOf(results.missing, 'curve'),
    };
  });
  /** A sowing has it in a tab of its own. */
  protected readonly byReplicate = computed(() => {
    const [results, replicates, counts] = [this.test(), this.data().replicates.value(), this.data().counts.value()];
    if (!results?.day_zero || !results.emergence || replicates === null || counts === null) return null;
    const curve = emergenceCurve(replicates, counts, results.day_zero);
    return { ...emergenceFigure(curve, this.words, 'germination'), name: `replicats-${this.code()}` };
  });
  protected readonly groups = computed(() => {
    const results = this.results.value();
    return results === null ? [] : figureGroups(results);
  });

  constructor() {
    // A count that is taken back or added in another tab changes all of this.
    let read: Count[] | null = null;
    effect(() => {
      const counts = this.data().counts.value();
      if (read !== null && counts !== null && counts !== read) this.results.refresh();
      read = counts;
    });
  }

  protected days(value: number | null | undefined): string {
    return value === null || value === undefined ? '—' : formatFigure(value, 'day', this.words.language);
  }

  protected why(replicate: Schemas['ReplicateResults']): Reason | null {
    return reasonOf(replicate.missing, 'germination');
  }
}
