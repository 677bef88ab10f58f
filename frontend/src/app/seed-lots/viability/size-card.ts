import { Component, computed, input, output } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { Schemas } from '@api/api';
import { CodePipe, DayPipe, ManyPipe, NumPipe, RatePipe } from '@ui/format';
import { BetweenPipe } from './shares';
import type { SizeOf } from './sowing-sizes';

const FROM = {
  tests: { title: 'viability.size.by_tests', of: 'viability.size.germinated', records: 'viability.size.tests', older: 'viability.size.older_tests' },
  sowings: { title: 'viability.size.by_sowings', of: 'viability.size.emerged', records: 'viability.size.sowings', older: 'viability.size.older_sowings' },
} as const;

/** A number of seeds to sow, what it rests on, and the button that takes it. */
@Component({
  selector: 'ex-size-card',
  imports: [TranslatePipe, CodePipe, DayPipe, ManyPipe, NumPipe, RatePipe, BetweenPipe],
  template: `
    @let size = estimate().size;
    <section [class.main]="main()" [attr.data-qa]="'size-' + from()">
      <h3>{{ words().title | translate }}</h3>
      <p class="answer">
        {{ 'viability.size.sow' | translate }}
        <strong>{{ size.seeds | many: 'viability.size.seeds' }}</strong>
        {{ advice().plants | many: 'viability.size.to_have' : { confidence: (advice().confidence | rate) } }}
      </p>
      <p>
        {{
          words().of
            | translate
              : {
                  count: (estimate().success.count | num),
                  of: (estimate().success.of | num),
                  rate: (estimate().success.rate | rate),
                  interval: (estimate().success.wilson | between),
                }
        }}
        {{ estimate().records | many: words().records : { date: (estimate().date | day) } }}
        @if (estimate().left_out > 0) {
          {{ estimate().left_out | many: words().older }}
        }
      </p>
      <p>
        @if (estimate().alive_reason; as reason) {
          {{ 'viability.size.not_aged' | translate: { reason: (reason | code: 'unknown') } }}
        } @else if (estimate().alive < 0.9995) {
          {{ 'viability.size.aged' | translate: { dead: (1 - estimate().alive | rate) } }}
        } @else {
          {{ 'viability.size.too_recent' | translate }}
        }
      </p>
      <p class="ex-muted">
        {{
          (size.on_average === size.if_the_test_is_exact ? 'viability.size.all_came' : 'viability.size.naive')
            | translate: { seeds: (size.on_average | num), exact: (size.if_the_test_is_exact | num) }
        }}
      </p>
      @if (short(); as left) {
        <p class="short" data-qa="size-short">
          <i class="fa fa-exclamation-triangle" aria-hidden="true"></i>
          {{ left.available | many: 'viability.size.short' }}
        </p>
      }
      @if (then() !== 'read' && takes() > 0) {
        <button
          type="button"
          class="btn"
          [class.btn-success]="main()"
          [class.btn-outline-primary]="!main()"
          [attr.data-qa]="'size-take-' + from()"
          (click)="taken.emit(takes())"
        >
          @if (then() === 'sow') {
            <i class="fa fa-leaf" aria-hidden="true"></i>
          }
          {{ takes() | many: (then() === 'sow' ? 'viability.size.do_sow' : 'viability.size.do_fill') }}
        </button>
      }
    </section>
  `,
  styles: `
    section {
      margin-bottom: 0.7em;
      padding: 0.7em 0.9em;
      border: 1px solid var(--ex-line);
      border-left-width: 4px;
      border-radius: 4px;
    }
    .main {
      border-left-color: var(--ex-green);
      background: #f1f6f2;
    }
    h3 {
      margin-bottom: 0.2em;
      font-size: 1em;
      font-weight: 600;
    }
    p {
      margin-bottom: 0.3em;
      font-size: 0.92em;
    }
    .answer {
      font-size: 1.1em;
    }
    .answer strong {
      font-size: 1.4em;
    }
    .short {
      color: var(--ex-warning-ink);
      font-weight: 600;
    }
    .btn {
      margin-top: 0.3em;
    }
    @media (max-width: 767.98px) {
      .btn {
        width: 100%;
      }
    }
  `,
})
export class SizeCard {
  readonly from = input.required<keyof typeof FROM>();
  readonly estimate = input.required<Schemas['SizeEstimate']>();
  readonly advice = input.required<Schemas['SizeAdvice']>();
  readonly then = input.required<SizeOf['then']>();
  /** The one to follow when there are two. */
  readonly main = input.required<boolean>();
  readonly taken = output<number>();

  protected readonly words = computed(() => FROM[this.from()]);
  /** The lot has fewer. */
  protected readonly short = computed(() => {
    const { available } = this.advice();
    return typeof available === 'number' && available < this.estimate().size.seeds ? { available } : null;
  });
  /** What may be taken: no more than there is. */
  protected readonly takes = computed(() => this.short()?.available ?? this.estimate().size.seeds);
}
