import { Component, computed, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { Schemas } from '@api/api';
import { CodePipe, NumPipe, RatePipe } from '@ui/format';
import { aboutOf } from './about';
import { IntervalPipe } from './interval';
import { Verdict } from './verdict';
import { WhatIsIt } from './what-is-it';

const VIABLE = {
  title: 'counting.results.test.viability',
  unknown: 'counting.results.test.viability_unknown',
  of: 'counting.results.test.viable_of',
  what: 'counting.results.test.viability_what',
  above: 'counting.results.test.viable_above',
  below: 'counting.results.test.viable_below',
  undecided: 'counting.results.test.viable_undecided',
} as const;
/** A cut and an X-ray see whether a seed is full, not whether it is alive. */
const FULL: Readonly<Record<keyof typeof VIABLE, string>> = {
  title: 'counting.results.test.full',
  unknown: 'counting.results.test.full_unknown',
  of: 'counting.results.test.full_of',
  what: 'counting.results.test.full_what',
  above: 'counting.results.test.full_above',
  below: 'counting.results.test.full_below',
  undecided: 'counting.results.test.full_undecided',
};

/** How many of the filled seeds of a test are alive, and whether that is enough. */
@Component({
  selector: 'ex-viability',
  imports: [TranslatePipe, CodePipe, NumPipe, RatePipe, IntervalPipe, Verdict, WhatIsIt],
  template: `
    @if (results().viable; as viable) {
      <section class="headline" data-qa="results-viability">
        <h2>{{ words().title | translate }}</h2>
        <p class="figure">
          <strong>{{ viable.rate | rate }}</strong>
          ({{ viable.wilson | interval }})
        </p>
        <p class="ex-muted small">
          {{
            words().of
              | translate
                : { count: (viable.count | num), of: (viable.of | num), confidence: (results().confidence | rate) }
          }}
        </p>
        <ex-what-is-it [text]="words().what | translate" />
      </section>
      @if (results().viable_verdict; as verdict) {
        <ex-verdict
          data-qa="results-viable-verdict"
          [verdict]="verdict"
          [threshold]="results().threshold"
          [means]="words()[verdict] | translate: { of: (viable.of | num) }"
        />
      }
    } @else {
      <section class="said unsure" data-qa="results-no-viability">
        <h2>
          <i class="fa fa-question-circle" aria-hidden="true"></i>
          {{ words().unknown | translate }}
        </h2>
        <p>{{ results().viable_reason | code: reasons }}</p>
        <ex-what-is-it [text]="words().what | translate" />
      </section>
    }
  `,
  styles: `
    :host {
      display: contents;
    }
  `,
  styleUrl: './sections.css',
})
export class Viability {
  readonly results = input.required<Schemas['SeedTestResults']>();
  readonly kind = input.required<Schemas['TestKind']>();
  protected readonly words = computed(() => (this.kind() === 'cut' || this.kind() === 'x_ray' ? FULL : VIABLE));
  protected readonly reasons = ['viable_reason', ...aboutOf('seed-tests').unknown];
}
