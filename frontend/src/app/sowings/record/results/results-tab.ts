import { Component, computed, effect, inject, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Api, Schemas, answer } from '@api/api';
import { Chart } from '@ui/chart/chart';
import { CodePipe, DayPipe, ManyPipe, NumPipe, RatePipe } from '@ui/format';
import { loaded } from '@ui/record/record-loader';
import { Words } from '@ui/words';
import { IntervalPipe } from '../../shared/interval';
import type { Count } from '../../shared/model';
import { SowingData } from '../../shared/sowing-data';
import { courseFigure } from './course-figure';
import { Reason, figureGroups, formatFigure, reasonOf } from './index-groups';
import { IndexList } from './index-list';
import { Said } from './said';

/** What the counts say: in words first, then the curve, the figures, each replicate. */
@Component({
  selector: 'ex-results-tab',
  imports: [TranslatePipe, CodePipe, DayPipe, ManyPipe, NumPipe, RatePipe, Chart, IndexList, IntervalPipe, Said],
  templateUrl: './results-tab.html',
  styleUrl: './results-tab.css',
})
export class ResultsTab {
  private readonly api = inject(Api);
  private readonly words = inject(Words);
  readonly data = input.required<SowingData>();
  readonly uuid = input.required<string>();

  protected readonly results = loaded(this.uuid, (uuid, signal) =>
    answer(this.api.GET('/v1/sowings/{uuid}/results', { params: { path: { uuid } }, signal })),
  );
  protected readonly figure = computed(() => {
    const results = this.results.value();
    if (!results?.emergence) return null;
    return {
      ...courseFigure(results.emergence, results.curve ?? null, this.words),
      name: `levee-${this.data().sowing.value()?.code ?? ''}`,
      band: results.emergence.band,
      noCurve: reasonOf(results.missing, 'curve'),
    };
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
