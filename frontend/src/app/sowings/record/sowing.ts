import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Api, answer, ifMatch } from '@api/api';
import { Session } from '@app/session';
import { laterService } from '@ui/later';
import { Record } from '@ui/record/record';
import { RecordTab, RecordTabs } from '@ui/record/tabs';
import { Upkeep } from '@ui/record/upkeep';
import { Toaster } from '@ui/toast/toaster';
import { Words } from '@ui/words';
import { SowingRecord, isCountable } from '../shared/model';
import { StateBadge } from '../shared/state-badge';
import { StockWords } from '../shared/stock-words';
import { sowingData } from '../shared/sowing-data';
import { TaxonName } from '../shared/taxon-name';
import { StepsTab } from '../steps/steps-tab';
import { Act, actsOf } from './acts';
import { CountsTab } from './counts-tab';
import { CurveTab } from './curve-tab';
import { FateTab } from './fate-tab';
import { Figures } from './figures';
import { HistoryTab } from './history-tab';
import { ReplicatesTab } from './replicates-tab';
import { ResultsTab } from './results/results-tab';
import { SheetTab } from './sheet-tab';
import { visitsOf } from '../shared/visits';

/** A sowing: what stands, what to do now, and all that is known of it. */
@Component({
  selector: 'ex-sowing',
  imports: [
    RouterLink,
    TranslatePipe,
    Record,
    RecordTab,
    RecordTabs,
    Upkeep,
    CountsTab,
    CurveTab,
    FateTab,
    Figures,
    HistoryTab,
    ReplicatesTab,
    ResultsTab,
    SheetTab,
    StateBadge,
    StepsTab,
    TaxonName,
  ],
  templateUrl: './sowing.html',
  styleUrl: './sowing.css',
})
export class SowingPage {
  private readonly api = inject(Api);
  private readonly stock = inject(StockWords);
  private readonly toaster = inject(Toaster);
  private readonly transitions = laterService(() => import('./transition').then((m) => m.Transitions));
  private readonly words = inject(Words);
  protected readonly session = inject(Session);

  readonly uuid = input.required<string>();
  protected readonly data = sowingData(this.uuid);
  protected readonly sowing = this.data.sowing;

  protected readonly mayCount = computed(() => {
    const state = this.sowing.value()?.state;
    return state !== undefined && isCountable(state) && this.session.can('U');
  });
  protected readonly acts = computed(() => {
    const sowing = this.sowing.value();
    return sowing === null || !this.session.can('U') || sowing.archived_at ? [] : actsOf(sowing);
  });
  protected readonly visits = computed(() => {
    const counts = this.data.counts.value();
    return counts === null ? null : visitsOf(counts).filter((visit) => visit.reversed === null).length || null;
  });
  protected readonly steps = computed(() => this.data.steps.value()?.length || null);
  protected readonly refresh = (): void => this.data.refresh();
  private readonly asking = signal(false);

  protected async go(act: Act): Promise<void> {
    const sowing = this.sowing.value();
    if (sowing === null || this.asking()) return;
    this.asking.set(true);
    try {
      const now = await (await this.transitions())?.ask(sowing, act);
      if (!now) return;
      this.sowing.set(now);
      this.toaster.done(await this.said(now, act));
      this.refresh();
    } finally {
      this.asking.set(false);
    }
  }

  /** What was done, and what it did to the lot. */
  private async said(now: SowingRecord, act: Act): Promise<string> {
    const done = this.words.of('sowings.act.done', { code: now.code, state: this.words.code('state', now.state).toLowerCase() });
    try {
      const stock = act.takes ? await this.stock.taken(now.uuid) : null;
      const back = act.givesBack ? await this.stock.givenBack(now.uuid) : null;
      return [done, stock, back].filter((text) => text !== null).join(' ');
    } catch {
      // It is done all the same; the lot's page says what it did.
      return done;
    }
  }

  protected readonly archive = async (archived: boolean): Promise<void> => {
    const { uuid, version } = this.known();
    const call = this.api.PATCH('/v1/sowings/{uuid}', {
      params: { path: { uuid } },
      body: { archived },
      headers: ifMatch(version),
    });
    this.sowing.set(await answer(call));
  };

  protected readonly remove = (): Promise<unknown> => {
    const { uuid, version } = this.known();
    return answer(
      this.api.DELETE('/v1/sowings/{uuid}', { params: { path: { uuid } }, headers: ifMatch(version) }),
    );
  };

  private known(): SowingRecord {
    const sowing = this.sowing.value();
    if (sowing === null) throw new Error('not read yet');
    return sowing;
  }
}
