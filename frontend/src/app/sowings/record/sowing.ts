import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Api, answer, idempotent, ifMatch } from '@api/api';
import { Session } from '@app/session';
import { laterService } from '@ui/later';
import { LineageLink } from '@ui/record/lineage-link';
import { Record } from '@ui/record/record';
import { RecordTab, RecordTabs } from '@ui/record/tabs';
import { Upkeep } from '@ui/record/upkeep';
import { Toaster } from '@ui/toast/toaster';
import { Words } from '@ui/words';
import { SowingRecord, areCountedSeeds, isCountable, isDebited } from '../shared/model';
import { StateBadge } from '../shared/state-badge';
import { StockWords } from '@app/counting/stock/stock-words';
import { sowingData } from '../shared/sowing-data';
import { TaxonName } from '@app/counting/shared/taxon-name';
import { StepsTab } from '@app/counting/steps/steps-tab';
import { Act, actsOf } from './acts';
import { CultivationsOf } from '@app/cultivations/shared/cultivations-of';
import { CountsTab } from './counts-tab';
import { CurveTab } from './curve-tab';
import { FateTab } from '@app/counting/record/fate-tab';
import { Figures } from './figures';
import { HistoryTab } from '@app/counting/record/history-tab';
import { ResultsTab } from '@app/counting/results/results-tab';
import { SheetTab } from './sheet-tab';
import type { Asked } from '@app/counting/record/transition';
import { ActsBar } from '@app/counting/record/acts-bar';
import { ReplicateFigure, ReplicatesTab } from '@app/counting/replicates/replicates-tab';
import type { Owner } from '@app/counting/shared/model';
import { seedsOf } from '@app/counting/stock/stock-effect';
import { seedFate } from '@ui/chart/fate-sankey';
import { visitsOf } from '@app/counting/visits/visits';

const REPLICATE_FIGURES: readonly ReplicateFigure[] = [
  { label: 'counting.figure.emerged', of: (replicate) => replicate.emerged },
  { label: 'sowings.figure.alive', of: (replicate) => replicate.alive },
];

/** A sowing: what stands, what to do now, and all that is known of it. */
@Component({
  selector: 'ex-sowing',
  imports: [
    LineageLink,
    RouterLink,
    TranslatePipe,
    Record,
    RecordTab,
    RecordTabs,
    Upkeep,
    ActsBar,
    CountsTab,
    CultivationsOf,
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
  private readonly transitions = laterService(() => import('@app/counting/record/transition').then((m) => m.Transitions));
  private readonly words = inject(Words);
  protected readonly session = inject(Session);

  readonly uuid = input.required<string>();
  protected readonly data = sowingData(this.uuid);
  protected readonly sowing = this.data.sowing;
  protected readonly owner = computed((): Owner => ({ kind: 'sowings', uuid: this.uuid() }));

  protected readonly mayCount = computed(() => {
    const state = this.sowing.value()?.state;
    return state !== undefined && isCountable(state) && this.session.can('U');
  });
  protected readonly acts = computed(() => {
    const sowing = this.sowing.value();
    return sowing === null || !this.session.can('U') || sowing.archived_at ? [] : actsOf(sowing);
  });
  /** Seedlings that live go to pots until the sowing is closed. */
  protected readonly mayPrickOut = computed(() => {
    const sowing = this.sowing.value();
    return (
      sowing !== null &&
      (isCountable(sowing.state) || sowing.state === 'emergence_ended') &&
      (sowing.emergence.alive ?? 0) > 0 &&
      this.session.can('C')
    );
  });
  protected readonly visits = computed(() => {
    const counts = this.data.counts.value();
    return counts === null ? null : visitsOf(counts).filter((visit) => visit.reversed === null).length || null;
  });
  protected readonly steps = computed(() => this.data.steps.value()?.length || null);
  /** A sowing that is over is left as it was. */
  protected readonly mayTreat = computed(() => {
    const state = this.sowing.value()?.state;
    return this.session.can('U') && state !== 'closed' && state !== 'cancelled';
  });
  protected readonly mayChangeReplicates = computed(
    () => this.session.can('U') && this.sowing.value()?.state !== 'cancelled',
  );
  /** For counted seeds the replicates sum to what is sown, which is fixed after the draft. */
  protected readonly mayAddReplicates = computed(() => {
    const sowing = this.sowing.value();
    if (sowing === null || !this.mayChangeReplicates() || sowing.state === 'closed') return false;
    return sowing.state === 'draft' || !areCountedSeeds(sowing);
  });
  /** What the replicates share, when it is counted. */
  protected readonly seeds = computed(() => {
    const sowing = this.sowing.value();
    return sowing === null || !areCountedSeeds(sowing) ? null : (sowing.sown_value ?? null);
  });
  protected readonly replicateFigures = REPLICATE_FIGURES;
  protected readonly fate = computed(() => {
    const [sowing, replicates] = [this.sowing.value(), this.data.replicates.value()];
    if (sowing === null || replicates === null) return undefined;
    return isDebited(sowing.state) ? seedFate(this.seeds(), sowing.emergence, replicates) : null;
  });
  protected readonly refresh = (): void => this.data.refresh();
  private readonly asking = signal(false);

  protected async go(act: Act): Promise<void> {
    const sowing = this.sowing.value();
    if (sowing === null || this.asking()) return;
    this.asking.set(true);
    try {
      const now = await (await this.transitions())?.ask(this.asked(sowing, act));
      if (!now) return;
      this.sowing.set(now);
      this.toaster.done(await this.said(now, act));
      this.refresh();
    } finally {
      this.asking.set(false);
    }
  }

  private asked(sowing: SowingRecord, act: Act): Asked<SowingRecord> {
    const { uuid, code, version, sown_value, sown_unit, sown_basis, propagules_per_unit, source } = sowing;
    const sown = { value: sown_value ?? null, unit: sown_unit, basis: sown_basis, perUnit: propagules_per_unit ?? null };
    const lot = act.takes && source.lot && 'uuid' in source.lot ? source.lot.uuid : null;
    return {
      uuid,
      code,
      version,
      act,
      out: lot === null ? null : { lot, place: source.place?.uuid ?? null, seeds: seedsOf(sown) },
      send: (value, key) =>
        answer(
          this.api.POST('/v1/sowings/{uuid}/transitions', {
            params: { path: { uuid } },
            body: { to: act.to, ...value },
            headers: idempotent(key),
          }),
        ),
    };
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
