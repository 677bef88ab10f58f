import { Component, computed, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { NumPipe, SignedPipe } from '@ui/format';
import { Expected } from '../record/ledger-lines';

/** What the ledger says, what is found, and the correction that makes one of them. */
@Component({
  selector: 'ex-correction',
  imports: [TranslatePipe, NumPipe, SignedPipe],
  template: `
    <dl aria-live="polite" data-qa="correction">
      <div>
        <dt>{{ 'lots.stock_take.expected' | translate }}</dt>
        <dd>{{ expected().isKnown ? (expected().seeds | num) : ('record.unknown' | translate) }}</dd>
      </div>
      <div>
        <dt>{{ 'lots.stock_take.correction' | translate }}</dt>
        <dd [class.changed]="correction()">
          @if (correction() === null) {
            …
          } @else if (!expected().isKnown) {
            {{ 'lots.stock_take.becomes_known' | translate }}
          } @else if (correction() === 0) {
            <i class="fa fa-check" aria-hidden="true"></i> {{ 'lots.stock_take.same' | translate }}
          } @else {
            {{ correction() | signed }}
          }
        </dd>
      </div>
    </dl>
  `,
  styles: `
    dl {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: 0.6em;
      padding: 0.6em 0.9em;
      background: var(--ex-ground);
      border-radius: 4px;
    }
    dt {
      font-size: 0.87em;
      font-weight: 600;
      color: var(--ex-muted);
    }
    dd {
      margin: 0;
      font-size: 1.2em;
      font-variant-numeric: tabular-nums;
    }
    .changed {
      font-weight: 700;
    }
  `,
})
export class Correction {
  readonly expected = input.required<Expected>();
  readonly found = input.required<number | null>();
  protected readonly correction = computed(() => {
    const found = this.found();
    return found === null ? null : found - this.expected().seeds;
  });
}
