import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Api, Schemas, answer } from '@api/api';
import { Session } from '@app/session';
import { CodePipe, DayPipe } from '@ui/format';
import { Card, Cell } from '@ui/list/cell';
import { Column } from '@ui/list/columns';
import { List, ListQuery } from '@ui/list/list';
import { ListState } from '@ui/list/list-state';
import { Page } from '@ui/list/page-window';
import { LotStatus } from '../status';
import { Stock } from '../stock';
import { LotFilters } from './lot-filters';
import { lotQuery } from './lot-query';

type SeedLotItem = Schemas['SeedLotItem'];

const COLUMNS: readonly Column[] = [
  { key: 'code', label: 'lots.code', width: '8em', sort: 'code' },
  { key: 'taxon', label: 'lots.taxon', width: '2fr', sort: 'taxon' },
  { key: 'stock', label: 'lots.stock', width: '14em', sort: 'balance', numeric: true },
  { key: 'status', label: 'lots.status', width: '9.5em' },
  { key: 'place', label: 'lots.place', width: '1.6fr' },
  { key: 'packaging_date', label: 'lots.packaging_date', width: '8em', sort: 'packaging_date' },
  { key: 'role', label: 'lots.role', width: '11em', shown: false },
  { key: 'material', label: 'lots.material', width: '8em', shown: false },
  { key: 'last_movement', label: 'lots.last_movement', width: '9em', shown: false },
];

/** The seed lots: what is left of each, where, in which state. */
@Component({
  selector: 'ex-lot-list',
  imports: [RouterLink, TranslatePipe, CodePipe, DayPipe, List, Cell, Card, LotFilters, LotStatus, Stock],
  providers: [ListState],
  templateUrl: './lot-list.html',
  styleUrl: './lot-list.css',
})
export class LotList {
  private readonly api = inject(Api);
  private readonly state = inject(ListState);
  protected readonly session = inject(Session);
  protected readonly columns = COLUMNS;

  protected readonly load = (query: ListQuery, signal: AbortSignal): Promise<Page<SeedLotItem>> =>
    answer(this.api.GET('/v1/seed-lots', { params: { query: { ...query, ...lotQuery(this.state) } }, signal }));
}
