import { Component, effect, inject, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import type { Schemas } from '@api/api';
import { CodePipe, DayPipe, ManyPipe } from '@ui/format';
import { Card, Cell } from '@ui/list/cell';
import { Column } from '@ui/list/columns';
import { Filters } from '@ui/list/filters';
import { List, ListQuery } from '@ui/list/list';
import { ListState } from '@ui/list/list-state';
import { TaxonPicker } from '@ui/pickers/taxon/taxon';
import { Session } from '../../session';
import { PermitStateBadge } from '../permit-badge';
import { Permit, Permits } from '../permits-api';

const COLUMNS: readonly Column[] = [
  { key: 'number', label: 'permits.number', width: '2fr', sort: 'number' },
  { key: 'kind', label: 'permits.kind', width: '2fr' },
  { key: 'holder', label: 'permits.holder', width: '2fr' },
  { key: 'taxa', label: 'permits.taxa', width: '8em' },
  { key: 'valid_to', label: 'permits.validity', width: '13em', sort: 'valid_to' },
  { key: 'state', label: 'permits.state', width: '6.5em' },
];

type Kind = Schemas['PermitKind'];
type State = Schemas['PermitState'];

/** The permits, with those that are valid today. */
@Component({
  selector: 'ex-permit-list',
  imports: [
    ReactiveFormsModule,
    RouterLink,
    TranslatePipe,
    CodePipe,
    DayPipe,
    ManyPipe,
    Card,
    Cell,
    Filters,
    List,
    TaxonPicker,
    PermitStateBadge,
  ],
  providers: [ListState],
  template: `
    <section class="ex-page">
      <header class="ex-head">
        <h1>{{ 'nav.permits' | translate }}</h1>
        @if (session.can('C')) {
          <a class="btn btn-success" routerLink="/permits/new" data-qa="permit-new">
            <i class="fa fa-plus" aria-hidden="true"></i> {{ 'permits.add' | translate }}
          </a>
        }
      </header>
      <ex-filters hint="permits.search_hint" [active]="state.active('search')">
        <ng-container [formGroup]="form">
          <div>
            <label for="permits-taxon" id="permits-taxon-label">{{ 'permits.allows' | translate }}</label>
            <ex-pick-taxon inputId="permits-taxon" formControlName="cd_nom" />
          </div>
          <div>
            <label for="permits-kind">{{ 'permits.kind' | translate }}</label>
            <select id="permits-kind" class="form-control" formControlName="kind">
              <option [ngValue]="null">{{ 'list.all' | translate }}</option>
              @for (kind of kinds; track kind) {
                <option [ngValue]="kind">{{ kind | code: 'permit_kind' }}</option>
              }
            </select>
          </div>
          <div>
            <label for="permits-state">{{ 'permits.state' | translate }}</label>
            <select id="permits-state" class="form-control" formControlName="state">
              <option [ngValue]="null">{{ 'list.all' | translate }}</option>
              @for (state of states; track state) {
                <option [ngValue]="state">{{ state | code: 'permit_state' }}</option>
              }
            </select>
          </div>
          <div class="custom-control custom-checkbox">
            <input id="permits-archived" type="checkbox" class="custom-control-input" formControlName="archived" />
            <label for="permits-archived" class="custom-control-label">{{ 'list.archived_too' | translate }}</label>
          </div>
        </ng-container>
      </ex-filters>
      <ex-list name="permits" label="nav.permits" [columns]="columns" [load]="load" link="/permits">
        <ng-template exCell="number" let-permit>{{ permit.number }}</ng-template>
        <ng-template exCell="kind" let-permit>{{ permit.kind | code: 'permit_kind' }}</ng-template>
        <ng-template exCell="holder" let-permit>{{ permit.holder }}</ng-template>
        <ng-template exCell="taxa" let-permit>{{ taxa(permit) | many: 'permits.many_taxa' }}</ng-template>
        <ng-template exCell="valid_to" let-permit>
          {{ permit.valid_from | day }} –
          {{ permit.valid_to ? (permit.valid_to | day) : ('permits.no_end' | translate) }}
        </ng-template>
        <ng-template exCell="state" let-permit><ex-permit-state [state]="permit.state" /></ng-template>
        <ng-template exCard let-permit>
          <span class="ex-line"
            ><strong>{{ permit.number }}</strong>&ngsp;<ex-permit-state [state]="permit.state"
          /></span>
          <span class="ex-line">{{ permit.kind | code: 'permit_kind' }}</span>
          <span class="ex-line ex-muted"
            >{{ permit.valid_from | day }} –
            {{ permit.valid_to ? (permit.valid_to | day) : ('permits.no_end' | translate) }} ·
            {{ taxa(permit) | many: 'permits.many_taxa' }}</span
          >
        </ng-template>
      </ex-list>
    </section>
  `,
  styles: `
    label {
      margin-bottom: 0.2em;
      font-weight: 600;
    }
    .custom-control-label {
      font-weight: 400;
    }
  `,
})
export class PermitList {
  private readonly permits = inject(Permits);
  protected readonly state = inject(ListState);
  protected readonly session = inject(Session);
  protected readonly columns = COLUMNS;
  protected readonly kinds: readonly Kind[] = [
    'derogation',
    'protected_area',
    'owner',
    'nagoya',
    'cites',
    'phytosanitary_passport',
  ];
  protected readonly states: readonly State[] = ['valid', 'to_come', 'expired'];

  protected readonly form = new FormGroup({
    cd_nom: new FormControl<number | null>(null),
    kind: new FormControl<Kind | null>(null),
    state: new FormControl<State | null>(null),
    archived: new FormControl(false, { nonNullable: true }),
  });

  constructor() {
    effect(() => {
      const asked = {
        cd_nom: this.state.number('cd_nom') ?? null,
        kind: this.state.get('kind') as Kind | null,
        state: this.state.get('state') as State | null,
        archived: this.state.flag('archived') ?? false,
      };
      untracked(() => this.form.setValue(asked, { emitEvent: false }));
    });
    this.form.valueChanges.pipe(takeUntilDestroyed()).subscribe(() => {
      void this.state.set(this.form.getRawValue(), true);
    });
  }

  protected readonly load = (query: ListQuery, signal: AbortSignal): Promise<Schemas['Page_Permit']> => {
    const kind = this.state.text('kind') as Kind | undefined;
    const state = this.state.text('state') as State | undefined;
    return this.permits.list(
      {
        ...query,
        search: this.state.text('search'),
        cd_nom: this.state.number('cd_nom'),
        kind: kind && [kind],
        state: state && [state],
        archived: this.state.flag('archived'),
      },
      signal,
    );
  };

  /** A taxon counts once, whatever its units. */
  protected taxa(permit: Permit): number {
    return new Set(permit.taxa.map(({ cd_nom }) => cd_nom)).size;
  }
}
