import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import type { Schemas } from '@api/api';
import { RatePipe } from '@ui/format';
import { WhatIsIt } from './what-is-it';

const VERDICTS = {
  above: { title: 'counting.results.above', look: 'good', icon: 'fa-check-circle' },
  below: { title: 'counting.results.below', look: 'bad', icon: 'fa-exclamation-triangle' },
  undecided: { title: 'counting.results.undecided', look: 'unsure', icon: 'fa-question-circle' },
} as const;

/** Above the threshold, below, or too close to tell. */
@Component({
  selector: 'ex-verdict',
  imports: [RouterLink, TranslatePipe, RatePipe, WhatIsIt],
  template: `
    @let it = seen();
    <section [class]="'said ' + it.look">
      <h2>
        <i class="fa {{ it.icon }}" aria-hidden="true"></i>
        {{ it.title | translate: { threshold: (threshold() | rate) } }}
      </h2>
      <p>{{ means() }}</p>
      <p class="small">
        <a routerLink="/settings">{{ 'counting.results.threshold' | translate }}</a>
      </p>
      <ex-what-is-it [text]="'counting.results.threshold_what' | translate" />
    </section>
  `,
  styles: `
    :host {
      display: grid;
    }
  `,
  styleUrl: './sections.css',
})
export class Verdict {
  readonly verdict = input.required<Schemas['Verdict']>();
  /** Share, 0 to 1. */
  readonly threshold = input.required<number>();
  /** What it means, in words. */
  readonly means = input.required<string>();
  protected readonly seen = computed(() => VERDICTS[this.verdict()]);
}
