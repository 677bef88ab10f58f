import { Component, computed, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { CodePipe, ManyPipe, NumPipe } from '@ui/format';
import type { Lot } from '../shared/model';
import { stockEffect } from './stock-effect';

/** What sowing will do to a lot, before it does. */
@Component({
  selector: 'ex-stock-preview',
  imports: [TranslatePipe, CodePipe, ManyPipe, NumPipe],
  template: `
    <div class="preview" [class.bad]="effect().missing > 0" aria-live="polite" data-qa="stock-preview">
      <div>
        <span class="ex-muted">{{ 'counting.stock.there' | translate: { place: placeLabel() } }}</span>&ngsp;
        @if (effect().available !== null) {
          <strong>{{ effect().available! | many: 'counting.seeds' }}</strong>&ngsp;
          @if (basis(); as basis) {
            <span class="ex-muted">({{ basis | code: 'stock_basis' }})</span>
          }
        } @else {
          <strong>{{ 'counting.stock.unknown' | translate }}</strong>
        }
      </div>
      @if (effect().missing > 0) {
        <div class="text-danger">
          <i class="fa fa-exclamation-circle" aria-hidden="true"></i>
          {{ effect().missing | many: 'counting.stock.missing' }}
        </div>
      } @else if (effect().after !== null) {
        <div>
          <i class="fa fa-long-arrow-right" aria-hidden="true"></i>&ngsp;
          <span class="ex-muted">{{ 'counting.stock.after' | translate }}</span>&ngsp;
          <strong data-qa="stock-after">{{ effect().after! | many: 'counting.seeds' }}</strong>&ngsp;
          @if (elsewhere() > 0) {
            <span class="ex-muted">{{ elsewhere() | many: 'counting.stock.elsewhere' }}</span>
          }
        </div>
      } @else if (effect().asked === null) {
        <div class="ex-muted">{{ 'counting.stock.asked_unknown' | translate }}</div>
      }
      @if (effect().breaksReserve) {
        <div class="warn">
          <i class="fa fa-lock" aria-hidden="true"></i>
          {{
            'counting.stock.reserve'
              | translate: { left: (effect().left | num), reserve: (lot().archive_reserve | num) }
          }}
        </div>
      }
    </div>
  `,
  styles: `
    .preview {
      padding: 0.6em 0.9em;
      margin-bottom: 0.8em;
      background: #f1f6f2;
      border-left: 4px solid var(--ex-green);
      border-radius: 3px;
    }
    .bad {
      background: #fbf1f2;
      border-left-color: var(--ex-danger);
    }
    .warn {
      color: var(--ex-warning-ink);
      font-weight: 600;
    }
  `,
})
export class StockPreview {
  readonly lot = input.required<Lot>();
  readonly place = input.required<string | null>();
  /** Seeds that will leave it; null when that is not known. */
  readonly seeds = input.required<number | null>();

  protected readonly effect = computed(() => stockEffect(this.lot(), this.place(), this.seeds()));
  private readonly there = computed(() =>
    this.lot().balances.find(({ place }) => 'uuid' in place && place.uuid === this.place()),
  );
  protected readonly placeLabel = computed(() => {
    const place = this.there()?.place;
    return place !== undefined && 'label' in place ? place.label : '';
  });
  protected readonly basis = computed(() => {
    const basis = this.there()?.basis;
    return basis === undefined || basis === 'counted' || basis === 'unknown' ? null : basis;
  });
  /** Left in the other places of the lot. */
  protected readonly elsewhere = computed(() => {
    const { left, after } = this.effect();
    return left === null || after === null ? 0 : Math.max(0, left - after);
  });
}
