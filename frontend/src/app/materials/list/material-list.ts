import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import type { Schemas } from '@api/api';
import { DayPipe } from '@ui/format';
import { Card, Cell } from '@ui/list/cell';
import { Column } from '@ui/list/columns';
import { Filters } from '@ui/list/filters';
import { List, ListQuery } from '@ui/list/list';
import { ListState } from '@ui/list/list-state';
import { TaxaNames } from '@ui/taxa/taxa-names';
import { Session } from '../../session';
import { Materials } from '../materials-api';
import { OriginLink } from '../origin-link';
import { MaterialFilters } from './material-filters';

const COLUMNS: readonly Column[] = [
  { key: 'code', label: 'materials.code', width: '8em', sort: 'code' },
  { key: 'taxa', label: 'materials.taxa', width: '3fr' },
  { key: 'type', label: 'materials.type', width: '2fr' },
  { key: 'origin', label: 'materials.origin.label', width: '2fr' },
  { key: 'mothers', label: 'materials.individuals_sampled', width: '7em', numeric: true, shown: false },
  { key: 'created', label: 'materials.created', width: '8em', sort: 'created' },
];

/** The materials: what was taken at each harvest, received, or taken from another material. */
@Component({
  selector: 'ex-material-list',
  imports: [RouterLink, TranslatePipe, DayPipe, List, Cell, Card, TaxaNames, OriginLink, MaterialFilters],
  providers: [ListState],
  templateUrl: './material-list.html',
})
export class MaterialList {
  private readonly materials = inject(Materials);
  private readonly state = inject(ListState);
  protected readonly session = inject(Session);
  protected readonly columns = COLUMNS;

  protected readonly load = (query: ListQuery, signal: AbortSignal): Promise<Schemas['Page_Material']> =>
    this.materials.list(
      {
        ...query,
        search: this.state.text('search'),
        id_dataset: this.state.number('id_dataset'),
        cd_nom: this.state.number('cd_nom'),
        harvest: this.state.text('harvest'),
        reception: this.state.text('reception'),
        parent: this.state.text('parent'),
        material_type: this.state.text('material_type')?.split(','),
        archived: this.state.flag('archived'),
      },
      signal,
    );
}
