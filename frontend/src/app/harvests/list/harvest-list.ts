import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import type { Schemas } from '@api/api';
import { ManyPipe, NumPipe } from '@ui/format';
import { Card, Cell } from '@ui/list/cell';
import { Column } from '@ui/list/columns';
import { List, ListQuery } from '@ui/list/list';
import { ListState } from '@ui/list/list-state';
import { Bbox } from '@ui/map/features';
import { FeatureMap } from '@ui/map/map';
import { isPhone } from '@ui/phone';
import { TaxaNames } from '@ui/taxa/taxa-names';
import { Session } from '../../session';
import { HarvestDatePipe } from '../harvest-date';
import { Harvest, Harvests } from '../harvests-api';
import { HarvestExport } from './harvest-export';
import { HarvestFeatures } from './harvest-features';
import { HarvestFilters } from './harvest-filters';
import { harvestFilters, readBbox, writeBbox } from './harvest-query';
import { PickedHarvest } from './picked-harvest';

const COLUMNS: readonly Column[] = [
  { key: 'code', label: 'harvests.code', width: '7.5em', sort: 'code' },
  { key: 'taxa', label: 'harvests.taxa', width: '3fr' },
  { key: 'date', label: 'harvests.date.label', width: '8.5em', sort: 'date' },
  { key: 'place', label: 'harvests.place', width: '3fr' },
  { key: 'observer', label: 'harvests.observer', width: '2fr', shown: false },
  { key: 'type', label: 'harvests.type', width: '2fr', shown: false },
  { key: 'altitude', label: 'harvests.altitude', width: '6em', numeric: true, shown: false },
  { key: 'map', label: 'harvests.on_map', width: '3.2em' },
];

/** The harvests, on a map and in a list that show the same ones. */
@Component({
  selector: 'ex-harvest-list',
  imports: [
    RouterLink,
    TranslatePipe,
    ManyPipe,
    NumPipe,
    List,
    Cell,
    Card,
    FeatureMap,
    TaxaNames,
    HarvestDatePipe,
    HarvestExport,
    HarvestFilters,
    PickedHarvest,
  ],
  providers: [ListState, HarvestFeatures],
  templateUrl: './harvest-list.html',
  styleUrl: './harvest-list.css',
})
export class HarvestList {
  private readonly harvests = inject(Harvests);
  protected readonly state = inject(ListState);
  protected readonly session = inject(Session);
  protected readonly features = inject(HarvestFeatures);
  protected readonly phone = isPhone();
  protected readonly columns = COLUMNS;

  /** On a phone, one or the other. */
  protected readonly view = computed(() => (this.state.get('view') === 'map' ? 'map' : 'list'));
  protected readonly hovered = signal<string | null>(null);
  /** Chosen on the map, or in the list to see where it is. */
  protected readonly picked = signal<string | null>(null);
  protected readonly pickedHarvest = computed(() => {
    const picked = this.picked();
    const feature = this.features.shown().features.find(({ properties }) => properties.uuid === picked);
    // The properties of a feature are the harvest, as in JSON.
    return feature === undefined ? null : (feature.properties as unknown as Harvest);
  });
  /** The list is only what the map shows. */
  protected readonly within = computed(() => this.state.get('bbox') !== null);
  /** Where the map starts: where the address says. */
  protected readonly extent = readBbox(this.state.text('bbox')) ?? null;

  protected readonly load = (query: ListQuery, signal: AbortSignal): Promise<Schemas['Page_Harvest']> =>
    this.harvests.list({ ...harvestFilters(this.state), ...query }, signal);

  protected moved(bounds: Bbox): void {
    if (this.within()) void this.state.set({ bbox: writeBbox(bounds) }, true);
  }

  protected keepWithin(keep: boolean, map: FeatureMap | undefined): void {
    const bounds = map?.looksAt() ?? null;
    void this.state.set({ bbox: keep && bounds !== null ? writeBbox(bounds) : null }, true);
  }

  protected mainObserver(harvest: Harvest): string {
    const main = harvest.observers.find((observer) => observer.is_main) ?? harvest.observers[0];
    return main?.name ?? harvest.observers_text ?? '';
  }
}
