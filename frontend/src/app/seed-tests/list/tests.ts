import { Component, computed, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Api, answer } from '@api/api';
import { Session } from '@app/session';
import { DueNote } from '@app/counting/shared/due-note';
import { TaxonName } from '@app/counting/shared/taxon-name';
import { TestResultPipe } from '@app/counting/shared/test-result';
import { CodePipe, DayPipe, NumPipe } from '@ui/format';
import { Card, CardAction, Cell } from '@ui/list/cell';
import { Column } from '@ui/list/columns';
import { List, ListQuery } from '@ui/list/list';
import { ListState } from '@ui/list/list-state';
import { Page } from '@ui/list/page-window';
import type { SeedTest } from '../shared/model';
import { StateBadge } from '../shared/state-badge';
import { TODAY, defaultSort, dueBy, filtersOf } from './query';
import { Schedule } from './schedule';
import { TestFilters } from './test-filters';

/** The seed tests, as a table or as a schedule of the counts. */
@Component({
  selector: 'ex-seed-tests',
  imports: [
    RouterLink,
    TranslatePipe,
    CodePipe,
    DayPipe,
    NumPipe,
    Cell,
    Card,
    CardAction,
    List,
    DueNote,
    Schedule,
    StateBadge,
    TaxonName,
    TestFilters,
    TestResultPipe,
  ],
  providers: [ListState],
  templateUrl: './tests.html',
  styleUrl: './tests.css',
})
export class SeedTests {
  private readonly api = inject(Api);
  protected readonly session = inject(Session);
  protected readonly state = inject(ListState);

  protected readonly columns: readonly Column[] = [
    { key: 'code', label: 'seed_tests.code', width: '7em', sort: 'code' },
    { key: 'taxon', label: 'seed_tests.taxon', width: '2fr', sort: 'taxon' },
    { key: 'kind', label: 'seed_tests.kind', width: '7.5em' },
    { key: 'purpose', label: 'seed_tests.purpose', width: '6.5em', shown: false },
    { key: 'state', label: 'seed_tests.state', width: '6.5em' },
    { key: 'lot', label: 'seed_tests.lot', width: '7em' },
    { key: 'place', label: 'seed_tests.place', width: '1fr', shown: false },
    { key: 'date_start', label: 'seed_tests.date_start', width: '7em', sort: 'date_start' },
    { key: 'seeds', label: 'seed_tests.seeds', width: '5.5em' },
    { key: 'result', label: 'seed_tests.result', width: '9.5em' },
    { key: 'next_count_due', label: 'seed_tests.next_count', width: '11.5em', sort: 'next_count_due' },
    { key: 'count', label: 'seed_tests.count', width: '6em' },
  ];

  protected readonly isSchedule = computed(() => this.state.get('view') === 'schedule');
  protected readonly isDue = computed(() => {
    const asked = this.state.get('due_by');
    return asked === TODAY || asked === this.session.today();
  });

  /** How many are to be counted today, whatever the other filters. */
  protected readonly due = resource({
    params: () => ({ due_by: this.session.today(), key: this.state.key() }),
    loader: async ({ params: { due_by }, abortSignal }) => {
      const query = { due_by, state: ['running' as const], limit: 1, count: true };
      return (await answer(this.api.GET('/v1/seed-tests', { params: { query }, signal: abortSignal }))).count ?? 0;
    },
  });

  protected readonly load = (page: ListQuery, signal: AbortSignal): Promise<Page<SeedTest>> => {
    const sort = page.sort ?? defaultSort(dueBy(this.state, this.session.today()));
    const query = { ...filtersOf(this.state, this.session.today()), ...page, sort };
    return answer(this.api.GET('/v1/seed-tests', { params: { query }, signal }));
  };

  /** Those that run, the most urgent first. */
  protected readonly loadRunning = (page: ListQuery, signal: AbortSignal): Promise<Page<SeedTest>> => {
    const filters = filtersOf(this.state, this.session.today());
    const query = { ...filters, ...page, state: ['running' as const], sort: 'next_count_due' };
    return answer(this.api.GET('/v1/seed-tests', { params: { query }, signal }));
  };

  protected show(view: 'table' | 'schedule'): void {
    void this.state.set({ view: view === 'schedule' ? view : null });
  }

  protected toggleDue(): void {
    void this.state.set({ due_by: this.isDue() ? null : TODAY });
  }
}
