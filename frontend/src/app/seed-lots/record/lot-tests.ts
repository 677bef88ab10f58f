import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Schemas } from '@api/api';
import { Session } from '@app/session';
import { TestResultPipe } from '@app/counting/shared/test-result';
import { CodePipe, DayPipe } from '@ui/format';
import { Loaded } from '@ui/record/record-loader';
import { Related, RelatedRow } from '@ui/record/related';

/** The tests of a lot, and what each found. */
@Component({
  selector: 'ex-lot-tests',
  imports: [RouterLink, TranslatePipe, CodePipe, DayPipe, Related, RelatedRow, TestResultPipe],
  template: `
    <ex-related
      name="lot-tests"
      label="lots.tab.tests"
      empty="lots.tests.none"
      [page]="tests()"
      link="/seed-tests"
      [query]="query()"
    >
      @if (session.can('C') && !lot().archived_at) {
        <a exDo class="btn btn-outline-primary" routerLink="/seed-tests/new" [queryParams]="{ lot: lot().uuid }">
          <i class="fa fa-flask" aria-hidden="true"></i> {{ 'lots.act.test' | translate }}
        </a>
      }
      <ng-template [exRelatedRow]="tests()" let-test>
        <span class="row-line">
          <strong>{{ test.code }}</strong>
          <span>{{ test.date_start | day }}</span>
          <span>{{ test.kind | code: 'test_kind' }}</span>
          <span class="badge badge-secondary">{{ test.state | code: 'test_state' }}</span>
          <span class="result">{{ test | testResult }}</span>
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
    .result {
      margin-left: auto;
      font-weight: 600;
    }
  `,
})
export class LotTests {
  protected readonly session = inject(Session);
  readonly lot = input.required<Schemas['SeedLot']>();
  readonly tests = input.required<Loaded<Schemas['Page_SeedTest']>>();
  protected readonly query = computed(() => ({ lot: this.lot().uuid }));
}
