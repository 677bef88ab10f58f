import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Api, Schemas, answer, ifMatch } from '@api/api';
import { Session } from '@app/session';
import { CodePipe, DayPipe, NumPipe } from '@ui/format';
import { Act } from '@ui/history/acts';
import { History, HistoryPage } from '@ui/history/history';
import { Fact, Facts } from '@ui/record/facts';
import { LineageLink } from '@ui/record/lineage-link';
import { Record } from '@ui/record/record';
import { loaded } from '@ui/record/record-loader';
import { RecordTab, RecordTabs } from '@ui/record/tabs';
import { Upkeep } from '@ui/record/upkeep';
import { LotActs } from '../acts/lot-acts';
import { LotConditions } from '../conditions/lot-conditions';
import { LotStatus } from '../status';
import { SowingSizes } from '../viability/sowing-sizes';
import { ViabilityTab } from '../viability/viability-tab';
import { Ledger } from './ledger';
import { reversibleOperations } from './ledger-lines';
import { LotSowings } from './lot-sowings';
import { LotTests } from './lot-tests';
import { Placements } from './placements';
import { StockCard } from './stock-card';
import { Traits } from './traits';
import { Weighings } from './weighings';

/** A seed lot: what is left of it and where, what was done with it, what one does now. */
@Component({
  selector: 'ex-lot-record',
  imports: [
    LineageLink,
    RouterLink,
    TranslatePipe,
    CodePipe,
    DayPipe,
    NumPipe,
    Record,
    RecordTabs,
    RecordTab,
    Facts,
    Fact,
    History,
    Upkeep,
    LotStatus,
    StockCard,
    Ledger,
    Placements,
    Weighings,
    LotConditions,
    Traits,
    ViabilityTab,
    LotSowings,
    LotTests,
  ],
  templateUrl: './lot-record.html',
  styleUrl: './lot-record.css',
})
export class LotRecord {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly sizes = inject(SowingSizes);
  protected readonly acts = inject(LotActs);
  protected readonly session = inject(Session);
  readonly uuid = input.required<string>();

  protected readonly lot = loaded(this.uuid, (uuid, signal) =>
    answer(this.api.GET('/v1/seed-lots/{uuid}', { params: { path: { uuid } }, signal })),
  );
  protected readonly ledger = loaded(this.uuid, (uuid, signal) =>
    answer(this.api.GET('/v1/seed-lots/{uuid}/ledger', { params: { path: { uuid } }, signal })),
  );
  protected readonly weighings = loaded(this.uuid, (uuid, signal) =>
    answer(this.api.GET('/v1/seed-lots/{uuid}/weighings', { params: { path: { uuid }, query: { limit: 500 } }, signal })),
  );
  protected readonly sowings = loaded(this.uuid, (lot, signal) =>
    answer(
      this.api.GET('/v1/sowings', {
        params: { query: { lot, sort: '-sowing_date', limit: 100, count: true, archived: true } },
        signal,
      }),
    ),
  );

  protected readonly tests = loaded(this.uuid, (lot, signal) =>
    answer(
      this.api.GET('/v1/seed-tests', {
        params: { query: { lot, sort: '-date_start', limit: 100, count: true, archived: true } },
        signal,
      }),
    ),
  );

  /** Codes of what took seeds from it, which name the causes in the ledger. */
  protected readonly causes = computed(() => [
    ...(this.sowings.value()?.items ?? []),
    ...(this.tests.value()?.items ?? []),
  ]);

  /** One may write on it. */
  protected readonly open = computed(() => this.session.can('U') && !this.lot.value()?.archived_at);

  protected readonly history = (cursor: string | undefined): Promise<HistoryPage> =>
    answer(
      this.api.GET('/v1/seed-lots/{uuid}/history', { params: { path: { uuid: this.uuid() }, query: { cursor } } }),
    );
  private readonly reversible = computed(() => reversibleOperations(this.ledger.value() ?? []));
  /** The API takes movements back, one act at a time. */
  protected readonly undoable = computed(() => {
    const [open, reversible] = [this.open(), this.reversible()];
    return (act: Act): boolean => open && operationOf(act, reversible) !== null;
  });

  /** After an act, all that shows the stock is read again. */
  protected readonly changed = (): void => {
    this.lot.refresh();
    this.ledger.refresh();
    this.sowings.refresh();
    this.tests.refresh();
  };
  protected readonly weighed = (): void => {
    this.weighings.refresh();
    this.lot.refresh();
  };

  /** How many seeds to sow; then one sows them. */
  protected async howMany(lot: Schemas['SeedLot']): Promise<void> {
    const maySow = this.open() && this.session.can('C');
    const seeds = await this.sizes.ask({ lot, then: maySow ? 'sow' : 'read' });
    if (seeds !== null) await this.router.navigate(['/sowings/new'], { queryParams: { lot: lot.uuid, seeds } });
  }

  protected undo(act: Act): void {
    const [line] = act.lines.filter((one) => one.table === 't_stock_movements');
    if (line !== undefined) void this.acts.reverse(line.uuid, this.changed);
  }

  protected readonly archive = async (archived: boolean): Promise<void> => {
    const lot = this.lot.value();
    if (lot === null) return;
    this.lot.set(
      await answer(
        this.api.PATCH('/v1/seed-lots/{uuid}', {
          params: { path: { uuid: lot.uuid } },
          body: { archived },
          headers: ifMatch(lot.version),
        }),
      ),
    );
  };

  protected readonly remove = (): Promise<unknown> => {
    const lot = this.lot.value() as Schemas['SeedLot'];
    return this.api.DELETE('/v1/seed-lots/{uuid}', {
      params: { path: { uuid: lot.uuid } },
      headers: ifMatch(lot.version),
    });
  };
}

/** The operation that an act wrote, when it wrote one alone and it can be reversed. */
function operationOf(act: Act, reversible: ReadonlyMap<string, string>): string | null {
  const movements = act.lines.filter((line) => line.table === 't_stock_movements' && line.operation === 'insert');
  const operations = new Set(movements.map((line) => reversible.get(line.uuid)));
  const [operation] = operations;
  return operations.size === 1 && operation !== undefined ? operation : null;
}
