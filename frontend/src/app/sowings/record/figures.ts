import { Component, computed, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { CodePipe, DayPipe, ManyPipe, NumPipe, RatePipe } from '@ui/format';
import { DueNote } from '../shared/due-note';
import { SowingRecord, isCountable } from '../shared/model';
import { QuantityPipe } from '../shared/quantity';

/** The figures that matter of a sowing. */
@Component({
  selector: 'ex-sowing-figures',
  imports: [TranslatePipe, CodePipe, DayPipe, ManyPipe, NumPipe, RatePipe, DueNote, QuantityPipe],
  template: `
    <dl data-qa="figures">
      <div>
        <dt>{{ 'sowings.figure.sown' | translate }}</dt>
        <dd>{{ sowing() | quantity }}</dd>
        <dd class="note">
          {{ sowing().sown_basis | code: 'basis' }} · {{ sowing().replicates | many: 'sowings.replicates' }}
        </dd>
      </div>
      <div>
        <dt>{{ 'sowings.figure.emerged' | translate }}</dt>
        <dd data-qa="emerged">{{ (emergence().emerged | num) || '—' }}</dd>
        <dd class="note">
          @if (emergence().first_date; as date) {
            {{ 'sowings.figure.since' | translate: { date: (date | day) } }}
          }
          @if (emergence().surplus > 0) {
            {{ emergence().surplus | many: 'sowings.figure.surplus' }}
          }
        </dd>
      </div>
      <div>
        <dt>{{ 'sowings.figure.alive' | translate }}</dt>
        <dd data-qa="alive">{{ (emergence().alive | num) || '—' }}</dd>
        <dd class="note">
          @if (emergence().dead > 0) {
            {{ emergence().dead | many: 'sowings.figure.dead' }}
          }
          @if (emergence().removed > 0) {
            {{ emergence().removed | many: 'sowings.figure.removed' }}
          }
          @if (emergence().pricked_out > 0) {
            {{ emergence().pricked_out | many: 'sowings.figure.pricked_out' }}
          }
        </dd>
      </div>
      <div>
        <dt>{{ 'sowings.figure.rate' | translate }}</dt>
        <dd data-qa="rate">{{ (emergence().rate | rate) || '—' }}</dd>
        <dd class="note">
          @if (emergence().rate_reason; as reason) {
            {{ reason | code: 'no_rate' }}
          } @else if (emergence().not_emerged; as rest) {
            {{ rest | many: 'sowings.figure.not_emerged' }}
          }
        </dd>
      </div>
      <div>
        <dt>{{ 'sowings.figure.next_count' | translate }}</dt>
        <dd data-qa="next-count">
          @if (isCountable()) {
            {{ (sowing().next_count_due | day) || '—' }}
          } @else {
            —
          }
        </dd>
        <dd class="note">
          @if (isCountable()) {
            @if (sowing().next_count_due; as due) {
              <ex-due [due]="due" relative />
            } @else {
              {{ 'sowings.figure.no_next_count' | translate }}
            }
          } @else {
            {{ 'sowings.figure.not_countable' | translate }}
          }
        </dd>
      </div>
    </dl>
  `,
  styles: `
    dl {
      display: grid;
      grid-template-columns: repeat(5, 1fr);
      gap: 1px;
      margin: 0 0 1em;
      overflow: hidden;
      background: #dee2e6;
      border: 1px solid #dee2e6;
      border-radius: 5px;
    }
    dl > div {
      padding: 0.6em 0.9em;
      background: var(--ex-surface);
      min-width: 0;
    }
    dt {
      font-size: 0.87em;
      font-weight: 600;
      color: var(--ex-muted);
    }
    dd {
      margin: 0;
      font-size: 1.35em;
      font-weight: 600;
      line-height: 1.25;
      overflow-wrap: anywhere;
    }
    dd.note {
      font-size: 0.87em;
      font-weight: 400;
      color: var(--ex-muted);
    }
    @media (max-width: 991.98px) {
      dl {
        grid-template-columns: repeat(6, 1fr);
      }
      dl > div {
        grid-column: span 2;
      }
      dl > div:nth-child(n + 4) {
        grid-column: span 3;
      }
    }
    @media (max-width: 767.98px) {
      dl > div {
        padding: 0.5em 0.6em;
      }
      dd {
        font-size: 1.15em;
      }
    }
  `,
})
export class Figures {
  readonly sowing = input.required<SowingRecord>();
  protected readonly emergence = computed(() => this.sowing().emergence);
  protected readonly isCountable = computed(() => isCountable(this.sowing().state));
}
