import { Component, computed, effect, inject, resource, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { TranslatePipe } from '@ngx-translate/core';
import { debounceTime } from 'rxjs';
import type { Schemas } from '@api/api';
import { CodePipe, DayPipe, NumPipe } from '@ui/format';
import { Card, Cell } from '@ui/list/cell';
import { Column } from '@ui/list/columns';
import { Filters } from '@ui/list/filters';
import { List, ListQuery } from '@ui/list/list';
import { ListState } from '@ui/list/list-state';
import { MapFeature, mapFeatures } from '@ui/map/features';
import { FeatureMap } from '@ui/map/map';
import { isPhone } from '@ui/phone';
import { NumberInput } from '@ui/pickers/number/number';
import { PartnerPicker } from '@ui/pickers/partner/partner';
import { TaxonPicker } from '@ui/pickers/taxon/taxon';
import { ExitQuery, Exits } from '../exits-api';
import { EXIT_KINDS } from '../kinds';

const COLUMNS: readonly Column[] = [
  { key: 'date', label: 'exits.date', width: '7em', sort: 'date' },
  { key: 'kind', label: 'exits.kind', width: '8em' },
  { key: 'taxon', label: 'exits.taxon', width: '3fr', sort: 'taxon' },
  { key: 'quantity', label: 'exits.quantity', width: '5.5em', numeric: true, sort: 'quantity' },
  { key: 'to', label: 'exits.to', width: '3fr' },
  { key: 'alive', label: 'exits.last_alive', width: '6em', numeric: true },
];
const TYPING_MS = 300;
/** As many as a page of the API may have: more would not be told apart on a map. */
const ON_MAP = 500;

/** The exits, on a map and in a list that show the same ones. */
@Component({
  selector: 'ex-exit-list',
  imports: [
    ReactiveFormsModule,
    TranslatePipe,
    CodePipe,
    DayPipe,
    NumPipe,
    Card,
    Cell,
    Filters,
    List,
    FeatureMap,
    NumberInput,
    PartnerPicker,
    TaxonPicker,
  ],
  providers: [ListState],
  templateUrl: './exit-list.html',
  styleUrl: './exit-list.css',
})
export class ExitList {
  private readonly exits = inject(Exits);
  protected readonly state = inject(ListState);
  protected readonly phone = isPhone();
  protected readonly columns = COLUMNS;
  protected readonly kinds = EXIT_KINDS;
  /** On a phone, one or the other. */
  protected readonly view = computed(() => (this.state.get('view') === 'map' ? 'map' : 'list'));
  protected readonly active = computed(() => this.state.active('search', 'view'));
  protected readonly kept = ['view'];
  protected readonly hovered = signal<string | null>(null);
  protected readonly picked = signal<string | null>(null);

  protected readonly form = new FormGroup({
    kind: new FormControl<Schemas['ExitKind'] | null>(null),
    cd_nom: new FormControl<number | null>(null),
    partner: new FormControl<string | null>(null),
    year_min: new FormControl<number | null>(null),
    year_max: new FormControl<number | null>(null),
    permit: new FormControl<string | null>(null),
  });

  private readonly filters = computed((): ExitQuery => {
    const kind = this.state.text('kind') as Schemas['ExitKind'] | undefined;
    return {
      search: this.state.text('search'),
      kind: kind && [kind],
      cd_nom: this.state.number('cd_nom'),
      partner: this.state.text('partner'),
      permit: this.state.text('permit'),
      year_min: this.state.number('year_min'),
      year_max: this.state.number('year_max'),
    };
  });
  protected readonly features = resource({
    params: () => this.filters(),
    loader: ({ params, abortSignal }) => this.exits.features({ ...params, limit: ON_MAP }, abortSignal),
  });
  protected readonly shown = computed(() =>
    mapFeatures(
      this.features.hasValue() ? this.features.value() : { type: 'FeatureCollection', features: [], next_cursor: null },
    ),
  );
  protected readonly label = (feature: MapFeature): string => {
    const taxon = feature.properties['taxon'] as Schemas['TaxonRef'] | null;
    return taxon?.name ?? taxon?.cited_name ?? '';
  };

  constructor() {
    effect(() => {
      const asked = {
        kind: this.state.get('kind') as Schemas['ExitKind'] | null,
        cd_nom: this.state.number('cd_nom') ?? null,
        partner: this.state.get('partner'),
        year_min: this.state.number('year_min') ?? null,
        year_max: this.state.number('year_max') ?? null,
        permit: this.state.get('permit'),
      };
      untracked(() => {
        if (JSON.stringify(asked) !== JSON.stringify(this.form.getRawValue()))
          this.form.setValue(asked, { emitEvent: false });
      });
    });
    this.form.valueChanges.pipe(debounceTime(TYPING_MS), takeUntilDestroyed()).subscribe(() => {
      if (this.form.valid) void this.state.set(this.form.getRawValue(), true);
    });
  }

  protected readonly load = (query: ListQuery, signal: AbortSignal): Promise<Schemas['Page_Exit']> =>
    this.exits.list({ ...this.filters(), ...query }, signal);
}
