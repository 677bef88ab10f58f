import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Schemas } from '@api/api';
import { DayPipe } from '@ui/format';

/** Where a lot stands: its last check there, its silica pellets, when it is due. */
@Component({
  selector: 'ex-standing-card',
  imports: [RouterLink, TranslatePipe, DayPipe],
  template: `
    @let it = stop();
    <p class="place">
      <a [routerLink]="['/places', it.place.uuid]">{{ it.place.label }}</a>
      @if (it.is_due) {
        <span class="badge badge-warning"><i class="fa fa-clock-o" aria-hidden="true"></i> {{ 'lots.humidity.due' | translate }}</span>
      } @else {
        <span class="ex-muted small">{{ 'lots.humidity.due_on' | translate: { date: (it.due_on | day) } }}</span>
      }
    </p>
    <dl>
      <div>
        <dt>{{ 'lots.humidity.last' | translate }}</dt>
        <dd>
          @if (it.last_check; as last) {
            @if (last.level; as level) {
              <strong>{{ level.label }}</strong>
            }
            <span class="ex-muted">{{ last.check_date | day }}</span>
          } @else {
            <span class="ex-muted">{{ 'lots.humidity.never' | translate }}</span>
          }
        </dd>
      </div>
      <div>
        <dt>{{ 'lots.humidity.silica' | translate }}</dt>
        <dd>
          @if (it.silica.indicator; as indicator) {
            <strong>{{ indicator.label }}</strong>
            <span class="ex-muted">{{ it.silica.seen_on | day }}</span>
          }
          @if (it.silica.changed_on; as changed) {
            <span class="ex-muted">{{ 'lots.humidity.changed' | translate: { date: (changed | day) } }}</span>
          }
          @if (it.silica.is_spent) {
            <span class="spent"><i class="fa fa-exclamation-triangle" aria-hidden="true"></i> {{ 'lots.humidity.spent' | translate }}</span>
          }
          @if (!it.silica.indicator && !it.silica.changed_on) {
            <span class="ex-muted">{{ 'record.none' | translate }}</span>
          }
        </dd>
      </div>
    </dl>
  `,
  styles: `
    .place {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0 0.8em;
      margin: 0 0 0.2em;
    }
    dl {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(14em, 100%), 1fr));
      gap: 0.4em 1.2em;
      margin: 0;
    }
    dt {
      font-size: 0.87em;
      font-weight: 600;
      color: var(--ex-muted);
    }
    dd {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0 0.6em;
      margin: 0;
    }
    .spent {
      color: var(--ex-warning-ink);
    }
  `,
})
export class StandingCard {
  readonly stop = input.required<Schemas['RoundStop']>();
}
