import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import type { Schemas } from '@api/api';
import { DayPipe, ManyPipe, NumPipe } from '@ui/format';
import { Card, Cell } from '@ui/list/cell';
import { Column } from '@ui/list/columns';
import { List, ListQuery } from '@ui/list/list';
import { ListState } from '@ui/list/list-state';
import { TaxonName } from '@app/counting/shared/taxon-name';
import { Session } from '@app/session';
import { Cultivation, Cultivations } from '../cultivations-api';
import { CultivationStateBadge } from '../shared/state-badge';
import { CultivationFilters } from './cultivation-filters';
import { queryOf } from './query';

const COLUMNS: readonly Column[] = [
  { key: 'code', label: 'cultivations.code', width: '8em', sort: 'code' },
  { key: 'taxon', label: 'cultivations.taxon', width: '3fr', sort: 'taxon' },
  { key: 'alive', label: 'cultivations.alive_label', width: '6em', sort: 'alive', numeric: true },
  { key: 'place', label: 'cultivations.field.place', width: '2fr' },
  { key: 'state', label: 'cultivations.state', width: '8em' },
  { key: 'start', label: 'cultivations.since', width: '8em', sort: 'date_start' },
];

/** What grows, where, and how many there are. */
@Component({
  selector: 'ex-cultivation-list',
  imports: [
    RouterLink, TranslatePipe, DayPipe, ManyPipe, NumPipe, List, Cell, Card, TaxonName, CultivationStateBadge, CultivationFilters,
  ],
  providers: [ListState],
  template: `
    <section class="ex-page">
      <header class="ex-head">
        <h1>{{ 'nav.cultivations' | translate }}</h1>
        <div class="do">
          @if (session.can('U')) {
            <a class="btn btn-outline-primary" routerLink="/cultivations/group" [queryParams]="asked()" data-qa="cultivations-group">
              <i class="fa fa-check-square-o" aria-hidden="true"></i> {{ 'cultivations.grouped.title' | translate }}
            </a>
          }
          @if (session.can('C')) {
            <a class="btn btn-success" routerLink="/cultivations/new" data-qa="cultivation-new">
              <i class="fa fa-plus" aria-hidden="true"></i> {{ 'cultivations.add' | translate }}
            </a>
          }
        </div>
      </header>
      <ex-cultivation-filters />
      <ex-list name="cultivations" label="nav.cultivations" [columns]="columns" [load]="load" link="/cultivations">
        <ng-template exCell="code" let-row>{{ row.code }}</ng-template>
        <ng-template exCell="taxon" let-row><ex-taxon-name [taxon]="row.taxon" /></ng-template>
        <ng-template exCell="alive" let-row>{{ row.tally.alive | num }}</ng-template>
        <ng-template exCell="place" let-row>{{ placeOf(row) }}</ng-template>
        <ng-template exCell="state" let-row><ex-cultivation-state [it]="row" /></ng-template>
        <ng-template exCell="start" let-row>{{ row.date_start | day }}</ng-template>
        <ng-template exCard let-row>
          <strong class="ex-line"><ex-taxon-name [taxon]="row.taxon" /></strong>
          <span class="ex-line">{{ row.code }} · {{ row.tally.alive | many: 'cultivations.alive' }}</span>
          <span class="ex-line ex-muted"><ex-cultivation-state [it]="row" /> {{ placeOf(row) }}</span>
        </ng-template>
      </ex-list>
    </section>
  `,
  styles: `
    .do {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5em;
    }
  `,
})
export class CultivationList {
  private readonly cultivations = inject(Cultivations);
  private readonly state = inject(ListState);
  protected readonly session = inject(Session);
  protected readonly columns = COLUMNS;

  /** The group is chosen among what the list shows. */
  protected readonly asked = computed(() => queryOf(this.state));

  protected readonly load = (query: ListQuery, signal: AbortSignal): Promise<Schemas['Page_Cultivation']> =>
    this.cultivations.list({ ...query, ...queryOf(this.state) }, signal);

  protected placeOf({ place }: Cultivation): string {
    return place && 'label' in place ? place.label : '';
  }
}
