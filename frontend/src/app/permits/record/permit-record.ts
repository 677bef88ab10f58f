import { Component, computed, inject, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Exits } from '@app/exits/exits-api';
import { CodePipe, DayPipe, NumPipe } from '@ui/format';
import { History, HistoryPage } from '@ui/history/history';
import { Fact, Facts } from '@ui/record/facts';
import { Record } from '@ui/record/record';
import { loaded } from '@ui/record/record-loader';
import { Related, RelatedRow } from '@ui/record/related';
import { RecordTab, RecordTabs } from '@ui/record/tabs';
import { Upkeep } from '@ui/record/upkeep';
import { PermitStateBadge } from '../permit-badge';
import { Permits } from '../permits-api';
import { PermitUsed } from '../used';

const SHOWN = 20;

/** A permit: what it allows of each taxon, what is used of it and what is left, and the exits made under it. */
@Component({
  selector: 'ex-permit-record',
  imports: [
    TranslatePipe,
    CodePipe,
    DayPipe,
    NumPipe,
    Record,
    RecordTabs,
    RecordTab,
    Facts,
    Fact,
    Related,
    RelatedRow,
    Upkeep,
    History,
    PermitStateBadge,
    PermitUsed,
  ],
  template: `
    <ex-record [record]="permit" back="/permits" backLabel="nav.permits">
      <h1 exTitle>{{ permit.value()?.number }}</h1>
      <ng-container exBadges>
        @if (permit.value(); as it) {
          <span class="ex-muted">{{ it.kind | code: 'permit_kind' }}</span>
          <ex-permit-state [state]="it.state" />
          @if (it.archived_at) {
            <span class="badge badge-secondary" data-qa="archived">{{ 'record.archived' | translate }}</span>
          }
        }
      </ng-container>
      <ng-container exActions>
        @if (permit.value(); as it) {
          <ex-upkeep
            [name]="it.number"
            [archived]="!!it.archived_at"
            [edit]="['/permits', it.uuid, 'edit']"
            back="/permits"
            [archive]="archive"
            [remove]="remove"
            [refresh]="refresh"
          />
        }
      </ng-container>
      @if (permit.value(); as it) {
        <ex-tabs>
          <ng-template exTab="sheet" label="permits.sheet">
            <div class="sides">
              <section aria-labelledby="permit-taxa">
                <h2 id="permit-taxa">{{ 'permits.taxa' | translate }}</h2>
                <ul class="taxa">
                  @for (line of it.taxa; track $index) {
                    <li>
                      <em>{{ line.name ?? line.cited_name }}</em>
                      @if (line.vernacular_name) {
                        <span class="ex-muted vernacular">{{ line.vernacular_name }}</span>
                      }
                      <ex-permit-used [line]="line" />
                    </li>
                  } @empty {
                    <li class="ex-muted">{{ 'permits.no_taxon' | translate }}</li>
                  }
                </ul>
              </section>
              <div>
                <section aria-labelledby="permit-what">
                  <h2 id="permit-what">{{ 'permits.what' | translate }}</h2>
                  <ex-facts>
                    <ex-fact label="permits.validity"
                      >{{ it.valid_from | day }} –
                      {{ it.valid_to ? (it.valid_to | day) : ('permits.no_end' | translate) }}</ex-fact
                    >
                    <ex-fact label="permits.holder" [present]="it.holder">{{ it.holder }}</ex-fact>
                    <ex-fact label="permits.territory" [present]="territory()">{{ territory() }}</ex-fact>
                    <ex-fact label="permits.remarks" [present]="it.remarks" [optional]="true">{{ it.remarks }}</ex-fact>
                  </ex-facts>
                </section>
                <ex-related
                  name="permit-exits"
                  label="nav.exits"
                  empty="permits.no_exit"
                  [page]="exits"
                  link="/exits"
                  [query]="{ permit: it.uuid }"
                >
                  <ng-template [exRelatedRow]="exits" let-exit>
                    <span class="what">
                      <em>{{ exit.taxon?.name ?? exit.taxon?.cited_name }}</em>
                      <span class="ex-muted">{{ exit.kind | code: 'exit_kind' }} · {{ exit.exit_date | day }}</span>
                    </span>
                    <strong>{{ exit.quantity | num }}</strong>
                  </ng-template>
                </ex-related>
              </div>
            </div>
          </ng-template>
          <ng-template exTab="history" label="history.title">
            <ex-history [load]="history" [version]="it.version" />
          </ng-template>
        </ex-tabs>
      }
    </ex-record>
  `,
  styles: `
    .sides {
      display: grid;
      grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
      align-items: start;
      gap: 1.5em;
    }
    h2 {
      margin: 0 0 0.5em;
      font-size: 1.08em;
    }
    ex-related {
      display: block;
      margin-top: 1.2em;
    }
    .taxa {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    .taxa li {
      padding: 0.6em 0;
      border-bottom: 1px solid var(--ex-line);
    }
    .vernacular {
      margin-left: 0.5em;
    }
    .what {
      display: flex;
      flex-direction: column;
      min-width: 0;
    }
    @media (max-width: 991.98px) {
      .sides {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class PermitRecord {
  private readonly under = inject(Exits);
  private readonly permits = inject(Permits);
  readonly uuid = input.required<string>();

  protected readonly permit = loaded(this.uuid, (uuid, signal) => this.permits.read(uuid, signal));
  protected readonly exits = loaded(this.uuid, (permit, signal) =>
    this.under.list({ permit, count: true, limit: SHOWN }, signal),
  );
  protected readonly territory = computed(() => {
    const it = this.permit.value();
    return [it?.area_name, it?.territory].filter(Boolean).join(' · ');
  });

  protected readonly history = (cursor: string | undefined): Promise<HistoryPage> =>
    this.permits.history(this.uuid(), cursor);

  protected readonly archive = async (archived: boolean): Promise<void> => {
    this.permit.set(await this.permits.change(this.uuid(), this.version(), { archived }));
  };

  protected readonly remove = (): Promise<unknown> => this.permits.remove(this.uuid(), this.version());

  protected readonly refresh = (): void => this.permit.refresh();

  private version(): number {
    return this.permit.value()?.version ?? 0;
  }
}
