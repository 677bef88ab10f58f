import { Component, computed, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { CodePipe, DayPipe, ManyPipe, NumPipe, RatePipe } from '@ui/format';
import { DueNote } from '@app/counting/shared/due-note';
import { SowingRecord, isCountable } from '../shared/model';
import { QuantityPipe } from '../shared/quantity';

/** The figures that matter of a sowing. */
@Component({
  selector: 'ex-sowing-figures',
  imports: [TranslatePipe, CodePipe, DayPipe, ManyPipe, NumPipe, RatePipe, DueNote, QuantityPipe],
  template: `
    <dl data-qa="figures">
      <div>
        <dt>{{ 'counting.figure.sown' | translate }}</dt>
        <dd>{{ sowing() | quantity }}</dd>
        <dd class="note">
          {{ sowing().sown_basis | code: 'basis' }} · {{ sowing().replicates | many: 'counting.replicates' }}
        </dd>
      </div>
      <div>
        <dt>{{ 'counting.figure.emerged' | translate }}</dt>
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
  styleUrl: '../../counting/record/figures.css',
})
export class Figures {
  readonly sowing = input.required<SowingRecord>();
  protected readonly emergence = computed(() => this.sowing().emergence);
  protected readonly isCountable = computed(() => isCountable(this.sowing().state));
}
