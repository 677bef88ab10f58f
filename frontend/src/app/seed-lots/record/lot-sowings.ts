import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Schemas } from '@api/api';
import { Session } from '@app/session';
import { CodePipe, DayPipe, NumPipe, RatePipe } from '@ui/format';
import { Loaded } from '@ui/record/record-loader';
import { Related, RelatedRow } from '@ui/record/related';

/** What was sown of a lot, and what came of it. */
@Component({
  selector: 'ex-lot-sowings',
  imports: [RouterLink, TranslatePipe, CodePipe, DayPipe, NumPipe, RatePipe, Related, RelatedRow],
  template: `
    <ex-related
      name="lot-sowings"
      label="lots.tab.sowings"
      empty="lots.sowings.none"
      [page]="sowings()"
      link="/sowings"
      [query]="query()"
    >
      @if (session.can('C') && !lot().archived_at) {
        <a exDo class="btn btn-outline-primary" routerLink="/sowings/new" [queryParams]="{ lot: lot().uuid }">
          <i class="fa fa-leaf" aria-hidden="true"></i> {{ 'lots.act.sow' | translate }}
        </a>
      }
      <ng-template [exRelatedRow]="sowings()" let-sowing>
        <span class="row-line">
          <strong>{{ sowing.code }}</strong>
          <span>{{ sowing.sowing_date | day }}</span>
          <span class="badge badge-secondary">{{ sowing.state | code: 'state' }}</span>
          <span>
            @if (sowing.sown_value !== null && sowing.sown_value !== undefined) {
              {{ sowing.sown_value | num }} {{ sowing.sown_unit | code: 'sown_unit' }}
            }
          </span>
          <span class="rate">
            @if (sowing.emergence.rate !== null && sowing.emergence.rate !== undefined) {
              {{ 'lots.sowings.emerged' | translate: { rate: (sowing.emergence.rate | rate) } }}
            } @else {
              <span class="ex-muted">{{ sowing.emergence.rate_reason | code: 'no_rate' }}</span>
            }
          </span>
        </span>
      </ng-template>
    </ex-related>
  `,
  styles: `
    .row-line {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0.2em 1em;
    }
    .rate {
      margin-left: auto;
    }
  `,
})
export class LotSowings {
  protected readonly session = inject(Session);
  readonly lot = input.required<Schemas['SeedLot']>();
  readonly sowings = input.required<Loaded<Schemas['Page_Sowing']>>();
  protected readonly query = computed(() => ({ lot: this.lot().uuid }));
}
