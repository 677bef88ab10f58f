import { Component, computed, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { CodePipe, NumPipe } from '@ui/format';
import { Stocked, stockLevel } from './stock-level';

const ICONS = {
  unknown: 'fa-question-circle-o',
  empty: 'fa-ban',
  below_regeneration: 'fa-exclamation-triangle',
  below_distribution: 'fa-long-arrow-down',
  below_reserve: 'fa-lock',
  enough: '',
} as const;

/** What is left of a lot, in a list: the number, how it is known, and what it calls for, in words too. */
@Component({
  selector: 'ex-stock',
  imports: [TranslatePipe, CodePipe, NumPipe],
  template: `
    @if (level() === 'unknown') {
      <span class="level" [title]="reason() | code: 'no_balance'">
        <i class="fa {{ icon() }}" aria-hidden="true"></i> {{ reason() | code: 'no_balance_short' }}
      </span>
      <strong class="unknown">{{ 'record.unknown' | translate }}</strong>
    } @else {
      @if (level() !== 'enough') {
        <span class="level {{ level() }}">
          <i class="fa {{ icon() }}" aria-hidden="true"></i> {{ level() | code: 'stock_level' }}
        </span>
      } @else if (basis(); as basis) {
        <span class="basis">{{ basis | code: 'stock_basis' }}</span>
      }
      <strong>{{ lot().balance.seeds | num }}</strong>
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      align-items: baseline;
      justify-content: flex-end;
      gap: 0.6em;
      max-width: 100%;
    }
    strong {
      font-variant-numeric: tabular-nums;
    }
    .unknown {
      font-style: italic;
      font-weight: 600;
    }
    .level,
    .basis {
      overflow: hidden;
      color: var(--ex-muted);
      font-size: 0.87em;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .below_regeneration,
    .empty {
      color: var(--ex-danger);
      font-weight: 600;
    }
    .below_distribution,
    .below_reserve {
      color: var(--ex-warning-ink);
    }
  `,
})
export class Stock {
  readonly lot = input.required<Stocked>();
  protected readonly level = computed(() => stockLevel(this.lot()));
  protected readonly icon = computed(() => ICONS[this.level()]);
  protected readonly reason = computed(() => this.lot().balance.reason ?? 'unknown_movement');
  /** A counted number needs no word. */
  protected readonly basis = computed(() => {
    const { basis } = this.lot().balance;
    return basis === 'counted' ? null : basis;
  });
}
