import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Session } from '@app/session';
import { CodePipe, DayPipe, NumPipe } from '@ui/format';
import { loaded } from '@ui/record/record-loader';
import { Related, RelatedRow } from '@ui/record/related';
import { Cultivations } from '../cultivations-api';

const SHOWN = 20;

/** The cultivations of a sowing or of a test, and the way to another one. */
@Component({
  selector: 'ex-cultivations-of',
  imports: [RouterLink, TranslatePipe, CodePipe, DayPipe, NumPipe, Related, RelatedRow],
  template: `
    <ex-related
      name="cultivations-of"
      label="nav.cultivations"
      empty="cultivations_of.none"
      [page]="cultivations"
      link="/cultivations"
      [query]="source()"
    >
      @if (mayPrickOut() && session.can('C')) {
        <a exDo class="btn btn-success" routerLink="/cultivations/new" [queryParams]="source()" data-qa="prick-out">
          <i class="fa fa-pagelines" aria-hidden="true"></i> {{ 'cultivations_of.prick_out' | translate }}
        </a>
      }
      <ng-template [exRelatedRow]="cultivations" let-row>
        <span>
          <strong>{{ row.code }}</strong>
          <span class="ex-muted">{{ row.state | code: 'cultivation_state' }} {{ row.date_start | day }}</span>
        </span>
        <span>{{ row.tally.alive | num }}</span>
      </ng-template>
    </ex-related>
  `,
})
export class CultivationsOf {
  private readonly api = inject(Cultivations);
  protected readonly session = inject(Session);
  readonly source = input.required<Readonly<Record<string, string>>>();
  readonly mayPrickOut = input(true);
  private readonly key = computed(() => this.source(), { equal: (a, b) => JSON.stringify(a) === JSON.stringify(b) });
  protected readonly cultivations = loaded(this.key, (source, signal) =>
    this.api.list({ ...source, count: true, limit: SHOWN }, signal),
  );
}
