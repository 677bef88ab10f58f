import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import type { Schemas } from '@api/api';
import { CodePipe, NumPipe, RatePipe } from '@ui/format';
import { IntervalPipe } from '../../shared/interval';
import { reasonOf } from './index-groups';

const VERDICTS = {
  above: { title: 'sowings.results.above', means: 'sowings.results.above_means', look: 'good', icon: 'fa-check-circle' },
  below: {
    title: 'sowings.results.below',
    means: 'sowings.results.below_means',
    look: 'bad',
    icon: 'fa-exclamation-triangle',
  },
  undecided: {
    title: 'sowings.results.undecided',
    means: 'sowings.results.undecided_means',
    look: 'unsure',
    icon: 'fa-question-circle',
  },
} as const;

/** What the counts say, in words: the emergence, the verdict, whether the replicates agree. */
@Component({
  selector: 'ex-results-said',
  imports: [RouterLink, TranslatePipe, CodePipe, NumPipe, RatePipe, IntervalPipe],
  templateUrl: './said.html',
  styleUrl: './said.css',
})
export class Said {
  readonly results = input.required<Schemas['Results']>();

  protected readonly verdict = computed(() => {
    const verdict = this.results().verdict;
    return verdict ? VERDICTS[verdict] : null;
  });
  protected readonly noGermination = computed(() => reasonOf(this.results().missing, 'germination'));
  protected readonly noTolerance = computed(() => reasonOf(this.results().missing, 'tolerance'));
}
