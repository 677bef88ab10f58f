import { Component, computed, inject, linkedSignal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Api, answer } from '@api/api';
import { Session } from '@app/session';
import { ManyPipe } from '@ui/format';
import { Filters } from '@ui/list/filters';
import { ListState } from '@ui/list/list-state';
import { loaded } from '@ui/record/record-loader';
import { firstOpen, forestOf, sifted, TreePlace } from './forest';
import { OpenPlaces } from './open-places';
import { PlaceTree } from './place-tree';

/** The tree of places, searched by code or name. */
@Component({
  selector: 'ex-places',
  imports: [RouterLink, TranslatePipe, ManyPipe, Filters, PlaceTree],
  providers: [ListState],
  template: `
    <section class="ex-page">
      <header class="ex-head">
        <h1>{{ 'nav.places' | translate }}</h1>
        @if (session.can('C')) {
          <a class="btn btn-success" routerLink="/places/new" data-qa="place-new">
            <i class="fa fa-plus" aria-hidden="true"></i> {{ 'places.new' | translate }}
          </a>
        }
      </header>
      <ex-filters hint="places.search_hint" [active]="archived() ? 1 : 0">
        <div class="custom-control custom-checkbox">
          <input
            id="places-archived"
            type="checkbox"
            class="custom-control-input"
            [checked]="archived()"
            (change)="state.set({ archived: !archived() })"
          />
          <label for="places-archived" class="custom-control-label">{{ 'places.with_archived' | translate }}</label>
        </div>
      </ex-filters>
      <p class="ex-muted count" aria-live="polite">
        @if (searching()) {
          {{ shown().found | many: 'places.found' }}
        }
      </p>
      @if (nodes.value() === null) {
        <p class="ex-muted" aria-live="polite">
          @if (nodes.problem(); as problem) {
            {{ problem.document?.detail ?? ('shell.unreachable_detail' | translate) }}
          } @else {
            {{ 'list.loading' | translate }}
          }
        </p>
      } @else if (shown().places.length === 0) {
        <p class="ex-muted">{{ (searching() ? 'list.empty' : 'places.none') | translate }}</p>
      } @else {
        <div class="card">
          <ex-place-tree
            [label]="'nav.places' | translate"
            [places]="shown().places"
            [open]="open()"
            [linked]="true"
            (openChange)="keep($event)"
            (activated)="go($event)"
          />
        </div>
      }
    </section>
  `,
  styles: `
    .count {
      min-height: 1.5em;
      margin: 0.4em 0;
    }
  `,
})
export class Places {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly memory = inject(OpenPlaces);
  protected readonly session = inject(Session);
  protected readonly state = inject(ListState);

  protected readonly archived = computed(() => this.state.flag('archived') ?? false);
  private readonly asked = computed(() => ({ archived: this.archived() }));
  protected readonly nodes = loaded(this.asked, (query, signal) =>
    answer(this.api.GET('/v1/places/tree', { params: { query }, signal })),
  );
  private readonly forest = computed(() => forestOf(this.nodes.value() ?? []));
  protected readonly searching = computed(() => this.state.get('search') !== null);
  protected readonly shown = computed(() => {
    const text = this.state.get('search');
    return text === null ? { places: this.forest(), open: null, found: 0 } : sifted(this.forest(), text);
  });
  /** A search opens what it finds; without one, what was open stays. */
  protected readonly open = linkedSignal<ReadonlySet<string>>(
    () => this.shown().open ?? this.memory.open() ?? firstOpen(this.forest()),
  );

  protected keep(open: ReadonlySet<string>): void {
    if (this.searching()) this.open.set(open);
    else this.memory.open.set(open);
  }

  protected go(place: TreePlace): void {
    void this.router.navigate(['/places', place.uuid]);
  }
}
