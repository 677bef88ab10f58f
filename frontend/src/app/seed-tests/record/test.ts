import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Api, answer, ifMatch } from '@api/api';
import { Session } from '@app/session';
import { ActsBar } from '@app/counting/record/acts-bar';
import { FateTab } from '@app/counting/record/fate-tab';
import { HistoryTab } from '@app/counting/record/history-tab';
import { ReplicateFigure, ReplicatesTab } from '@app/counting/replicates/replicates-tab';
import { ResultsTab } from '@app/counting/results/results-tab';
import type { Owner } from '@app/counting/shared/model';
import { TaxonName } from '@app/counting/shared/taxon-name';
import { StepsTab } from '@app/counting/steps/steps-tab';
import { visitsOf } from '@app/counting/visits/visits';
import { CodePipe } from '@ui/format';
import { loaded } from '@ui/record/record-loader';
import { LineageLink } from '@ui/record/lineage-link';
import { Record } from '@ui/record/record';
import { RecordTab, RecordTabs } from '@ui/record/tabs';
import { Upkeep } from '@ui/record/upkeep';
import { SeedTestRecord, germinates, mayHaveSecondChance } from '../shared/model';
import { StateBadge } from '../shared/state-badge';
import { testData } from '../shared/test-data';
import { Act, actsOf } from './acts';
import { ChangeState } from './change-state';
import { Conclusions } from './conclusion';
import { CultivationsOf } from '@app/cultivations/shared/cultivations-of';
import { CountsTab } from './counts-tab';
import { fateOf } from './fate';
import { Figures } from './figures';
import { SheetTab } from './sheet-tab';

const GERMINATED: ReplicateFigure = { label: 'seed_tests.germinated', of: (replicate) => replicate.emerged };
const EXAMINED: ReplicateFigure = { label: 'seed_tests.examined', of: (replicate) => replicate.dissected };

/** A seed test: what stands, what to do now, and all that is known of it. */
@Component({
  selector: 'ex-seed-test',
  imports: [
    LineageLink,
    RouterLink,
    TranslatePipe,
    CodePipe,
    ActsBar,
    CountsTab,
    CultivationsOf,
    FateTab,
    Figures,
    HistoryTab,
    Record,
    RecordTab,
    RecordTabs,
    ReplicatesTab,
    ResultsTab,
    SheetTab,
    StateBadge,
    StepsTab,
    TaxonName,
    Upkeep,
  ],
  templateUrl: './test.html',
  styleUrl: './test.css',
})
export class SeedTestPage {
  private readonly api = inject(Api);
  private readonly changeState = inject(ChangeState);
  private readonly conclusions = inject(Conclusions);
  protected readonly session = inject(Session);

  readonly uuid = input.required<string>();
  protected readonly data = testData(this.uuid);
  protected readonly test = this.data.test;
  protected readonly owner = computed((): Owner => ({ kind: 'seed-tests', uuid: this.uuid() }));
  /** Tests that took what this one left. */
  protected readonly children = loaded(this.uuid, async (parent_test, signal) => {
    const query = { parent_test, archived: true, limit: 100 };
    return (await answer(this.api.GET('/v1/seed-tests', { params: { query }, signal }))).items;
  });

  private readonly mayChange = computed(() => this.session.can('U') && !this.test.value()?.archived_at);
  protected readonly mayCount = computed(() => this.test.value()?.state === 'running' && this.session.can('U'));
  /** What did not germinate is still to be examined. */
  protected readonly mayExamine = computed(() => {
    const test = this.test.value();
    return test !== null && this.mayCount() && germinates(test) && test.tally.visits > 0 && test.tally.missing !== 0;
  });
  protected readonly acts = computed(() => {
    const test = this.test.value();
    return test === null || !this.mayChange() ? [] : actsOf(test);
  });
  protected readonly mayFollow = computed(() => {
    const test = this.test.value();
    return test !== null && this.session.can('C') && !test.archived_at && mayHaveSecondChance(test);
  });
  /** Its seedlings may be potted. */
  protected readonly maySow = computed(() => {
    const test = this.test.value();
    return test !== null && this.session.can('C') && germinates(test) && (test.tally.emerged ?? 0) > 0;
  });
  protected readonly mayTreat = computed(() => {
    const state = this.test.value()?.state;
    return this.mayChange() && (state === 'draft' || state === 'running');
  });
  protected readonly visits = computed(() => {
    const counts = this.data.counts.value();
    return counts === null ? null : visitsOf(counts).filter((visit) => visit.reversed === null).length || null;
  });
  protected readonly steps = computed(() => this.data.steps.value()?.length || null);
  protected readonly germinates = computed(() => {
    const test = this.test.value();
    return test !== null && germinates(test);
  });
  protected readonly replicateFigures = computed(() => (this.germinates() ? [GERMINATED, EXAMINED] : [EXAMINED]));
  protected readonly fate = computed(() => {
    const [test, replicates] = [this.test.value(), this.data.replicates.value()];
    return test === null || replicates === null ? undefined : fateOf(test, replicates);
  });
  protected readonly refresh = (): void => {
    this.data.refresh();
    this.children.refresh();
  };
  private readonly asking = signal(false);

  protected go(act: Act): Promise<void> {
    return this.once(async (test) => {
      const now = await this.changeState.ask(test, act);
      if (now === null) return;
      this.test.set(now);
      this.refresh();
    });
  }

  protected conclude(): Promise<void> {
    return this.once(async (test) => {
      const now = await this.conclusions.ask(test);
      if (now === null) return;
      this.test.set(now);
      this.refresh();
    });
  }

  /** One dialog at a time. */
  private async once(act: (test: SeedTestRecord) => Promise<void>): Promise<void> {
    const test = this.test.value();
    if (test === null || this.asking()) return;
    this.asking.set(true);
    try {
      await act(test);
    } finally {
      this.asking.set(false);
    }
  }

  protected readonly archive = async (archived: boolean): Promise<void> => {
    const { uuid, version } = this.known();
    const call = this.api.PATCH('/v1/seed-tests/{uuid}', {
      params: { path: { uuid } },
      body: { archived },
      headers: ifMatch(version),
    });
    this.test.set(await answer(call));
  };

  protected readonly remove = (): Promise<unknown> => {
    const { uuid, version } = this.known();
    return answer(
      this.api.DELETE('/v1/seed-tests/{uuid}', { params: { path: { uuid } }, headers: ifMatch(version) }),
    );
  };

  private known(): SeedTestRecord {
    const test = this.test.value();
    if (test === null) throw new Error('not read yet');
    return test;
  }
}
