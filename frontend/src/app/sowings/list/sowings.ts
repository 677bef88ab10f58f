import { Component, computed, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Api, answer } from '@api/api';
import { Session } from '@app/session';
import { DayPipe } from '@ui/format';
import { Card, CardAction, Cell } from '@ui/list/cell';
import { Column } from '@ui/list/columns';
import { List, ListQuery } from '@ui/list/list';
import { ListState } from '@ui/list/list-state';
import { Page } from '@ui/list/page-window';
import { DueNote } from '@app/counting/shared/due-note';
import { EmergenceBar } from '../shared/emergence-bar';
import { COUNTABLE, Sowing, State, isCountable, isDebited } from '../shared/model';
import { QuantityPipe } from '../shared/quantity';
import { StateBadge } from '../shared/state-badge';
import { TaxonName } from '@app/counting/shared/taxon-name';
import { Board } from './board';
import { TODAY, defaultSort, dueBy, filtersOf } from './query';
import { SowingFilters } from './sowing-filters';

/** The sowings, as a table or as a board by state. */
@Component({
  selector: 'ex-sowings',
  imports: [
    RouterLink,
    TranslatePipe,
    DayPipe,
    Cell,
    Card,
    CardAction,
    List,
    Board,
    DueNote,
    EmergenceBar,
    QuantityPipe,
    SowingFilters,
    StateBadge,
    TaxonName,
  ],
  providers: [ListState],
  templateUrl: './sowings.html',
  styleUrl: './sowings.css',
})
export class Sowings {
  private readonly api = inject(Api);
  protected readonly session = inject(Session);
  protected readonly state = inject(ListState);

  protected readonly columns: readonly Column[] = [
    { key: 'code', label: 'counting.code', width: '7em', sort: 'code' },
    { key: 'taxon', label: 'sowings.taxon', width: '2fr', sort: 'taxon' },
    { key: 'state', label: 'sowings.state', width: '10em' },
    { key: 'place', label: 'counting.place', width: '1.4fr' },
    { key: 'sowing_date', label: 'sowings.sowing_date', width: '7em', sort: 'sowing_date' },
    { key: 'sown', label: 'sowings.sown', width: '8.5em', shown: false },
    { key: 'emergence', label: 'sowings.emergence', width: '10em' },
    { key: 'last_count', label: 'counting.last_count', width: '7.5em' },
    { key: 'next_count_due', label: 'sowings.next_count', width: '9.5em', sort: 'next_count_due' },
    { key: 'count', label: 'sowings.count_column', width: '6em' },
  ];

  protected readonly isBoard = computed(() => this.state.get('view') === 'board');
  protected readonly isDue = computed(() => {
    const asked = this.state.get('due_by');
    return asked === TODAY || asked === this.session.today();
  });

  /** How many are to be counted today, whatever the other filters. */
  protected readonly due = resource({
    params: () => ({ due_by: this.session.today(), key: this.state.key() }),
    loader: async ({ params: { due_by }, abortSignal }) => {
      const query = { due_by, state: [...COUNTABLE], limit: 1, count: true };
      return (await answer(this.api.GET('/v1/sowings', { params: { query }, signal: abortSignal }))).count ?? 0;
    },
  });

  protected readonly load = (page: ListQuery, signal: AbortSignal): Promise<Page<Sowing>> => {
    const sort = page.sort ?? defaultSort(dueBy(this.state, this.session.today()));
    const query = { ...filtersOf(this.state, this.session.today()), ...page, sort };
    return answer(this.api.GET('/v1/sowings', { params: { query }, signal }));
  };

  /** The same, of one state. */
  protected readonly loadState = (state: State, page: ListQuery, signal: AbortSignal): Promise<Page<Sowing>> => {
    const query = { ...filtersOf(this.state, this.session.today()), ...page, state: [state] };
    return answer(this.api.GET('/v1/sowings', { params: { query }, signal }));
  };

  protected readonly isCountable = isCountable;
  protected readonly isDebited = isDebited;

  protected show(view: 'table' | 'board'): void {
    void this.state.set({ view: view === 'board' ? view : null });
  }

  protected toggleDue(): void {
    void this.state.set({ due_by: this.isDue() ? null : TODAY });
  }
}
