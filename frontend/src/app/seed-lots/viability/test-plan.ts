import { Component, computed, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { Schemas } from '@api/api';
import { CodePipe, NumPipe, RatePipe } from '@ui/format';
import { reasonOf } from './missing';
import { BetweenPipe } from './shares';
import { WhatIsIt } from './what-is-it';

/** What each size of test would tell of the lot and take from it. */
@Component({
  selector: 'ex-test-plan',
  imports: [TranslatePipe, CodePipe, NumPipe, RatePipe, BetweenPipe, WhatIsIt],
  template: `
    <section data-qa="test-plan">
      <h2 id="ex-test-plan">{{ 'viability.plan.title' | translate }}</h2>
      @if (found().test_plan; as plan) {
        <p>
          @if (recommended(); as choice) {
            <strong>{{ 'viability.plan.recommended' | translate: { seeds: (choice.seeds | num) } }}</strong>
            {{
              'viability.plan.would_tell'
                | translate: { expected: (expected() | rate), interval: (choice.interval | between) }
            }}
          } @else {
            {{ 'viability.plan.too_dear' | translate }}
          }
        </p>
        <div class="table-responsive" tabindex="0" role="region" aria-labelledby="ex-test-plan">
          <table class="table table-sm">
            <thead>
              <tr>
                <th scope="col" class="ex-numeric">{{ 'viability.plan.seeds' | translate }}</th>
                <th scope="col">{{ 'viability.plan.tells' | translate }}</th>
                <th scope="col" class="ex-numeric">{{ 'viability.plan.takes' | translate }}</th>
                <th scope="col" class="ex-numeric">{{ 'viability.plan.tests' | translate }}</th>
              </tr>
            </thead>
            <tbody>
              @for (choice of plan.choices; track choice.seeds) {
                <tr [class.recommended]="choice.seeds === plan.recommended" [class.dear]="!choice.is_affordable">
                  <th scope="row" class="ex-numeric">{{ choice.seeds | num }}</th>
                  <td class="tells">
                    {{
                      'viability.plan.range'
                        | translate: { low: (choice.interval.low * 100 | num: 0), high: (choice.interval.high * 100 | num: 0) }
                    }}
                  </td>
                  <td class="ex-numeric">
                    {{ choice.share | rate }}
                    @if (!choice.is_affordable) {
                      <span class="small">{{ 'viability.plan.dear' | translate }}</span>
                    }
                  </td>
                  <td class="ex-numeric">{{ choice.tests | num }}</td>
                </tr>
              }
            </tbody>
          </table>
        </div>
      } @else {
        <p>{{ why() | code: 'unknown' }}</p>
      }
      <ex-what-is-it of="viability.plan.title">
        <p>{{ 'viability.plan.help' | translate }}</p>
      </ex-what-is-it>
    </section>
  `,
  styles: `
    h2 {
      margin-bottom: 0.2em;
      font-size: 1.1em;
      font-weight: 600;
    }
    p {
      margin-bottom: 0.5em;
    }
    table {
      max-width: 40em;
      margin-bottom: 0.3em;
    }
    thead th {
      border-top: 0;
    }
    .recommended {
      background: var(--ex-selected);
    }
    .tells {
      white-space: nowrap;
    }
    .dear {
      color: var(--ex-muted);
    }
    .small {
      display: block;
    }
  `,
})
export class TestPlan {
  readonly found = input.required<Schemas['LotViability']>();

  protected readonly recommended = computed(() => {
    const plan = this.found().test_plan;
    return plan?.choices.find((choice) => choice.seeds === plan.recommended) ?? null;
  });
  /** The proportion that a test would find: the last one, half of the seeds when there is none. */
  protected readonly expected = computed(() => this.found().last?.share.rate ?? 0.5);
  protected readonly why = computed(() => reasonOf(this.found(), 'test_plan'));
}
