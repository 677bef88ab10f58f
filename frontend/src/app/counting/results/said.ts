import { Component, computed, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { Schemas } from '@api/api';
import { CodePipe, NumPipe, RatePipe } from '@ui/format';
import type { About } from './about';
import { reasonOf } from './index-groups';
import { IntervalPipe } from './interval';
import { Verdict } from './verdict';
import { WhatIsIt } from './what-is-it';

/** What the counts say, in words: how much, the verdict, whether the replicates agree. */
@Component({
  selector: 'ex-results-said',
  imports: [TranslatePipe, CodePipe, NumPipe, RatePipe, IntervalPipe, Verdict, WhatIsIt],
  templateUrl: './said.html',
  styleUrls: ['./said.css', './sections.css'],
})
export class Said {
  readonly results = input.required<Schemas['Results']>();
  readonly about = input.required<About>();
  /** Seeds germinate there: it is said when that is not known. */
  readonly germinates = input(true);

  protected readonly noGermination = computed(() => reasonOf(this.results().missing, 'germination'));
  protected readonly noTolerance = computed(() => reasonOf(this.results().missing, 'tolerance'));

  /** Key of what a verdict means here. */
  protected means(verdict: Schemas['Verdict']): string {
    const { above_means: above, below_means: below, undecided_means: undecided } = this.about();
    return { above, below, undecided }[verdict];
  }
}
