import { DIALOG_DATA, Dialog, DialogRef } from '@angular/cdk/dialog';
import { Component, Injectable, Signal, computed, inject, linkedSignal, signal } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { Api, Schemas, answer, ifMatch } from '@api/api';
import { Problem } from '@api/problem';
import { Outage } from '@ui/outage';
import { Toaster } from '@ui/toast/toaster';
import { Words } from '@ui/words';
import { TreePlace, firstOpen, forestOf, sifted, withinPlace } from '../tree/forest';
import { PlaceTree } from '../tree/place-tree';

type Place = Schemas['Place'];

/** Every place, null until they are read. */
type Nodes = Signal<readonly Schemas['PlaceNode'][] | null>;

interface Moving {
  readonly place: Place;
  readonly nodes: Nodes;
}

/** Puts a place into another, with all that is in it. */
@Injectable({ providedIn: 'root' })
export class MovePlace {
  private readonly api = inject(Api);
  private readonly dialog = inject(Dialog);
  private readonly outage = inject(Outage);
  private readonly toaster = inject(Toaster);
  private readonly words = inject(Words);

  async ask(place: Place, nodes: Nodes, changed: () => void): Promise<void> {
    const ref = this.dialog.open<Place, Moving>(MovePlaceDialog, {
      data: { place, nodes },
      ariaLabelledBy: 'ex-move-title',
      backdropClass: 'cdk-overlay-dark-backdrop',
    });
    const moved = await firstValueFrom(ref.closed);
    if (moved === undefined) return;
    changed();
    this.toaster.done(this.words.of('places.move.done', { code: moved.code }), () => {
      void this.putBack(moved, place.parent?.uuid ?? null, changed);
    });
  }

  private async putBack(moved: Place, parent: string | null, changed: () => void): Promise<void> {
    try {
      await answer(
        this.api.PATCH('/v1/places/{uuid}', {
          params: { path: { uuid: moved.uuid } },
          body: { parent },
          headers: ifMatch(moved.version),
        }),
      );
    } catch (error) {
      const problem = Problem.from(error);
      this.outage.say(problem);
      this.toaster.refused(problem);
    }
    changed();
  }
}

/** Chooses the place that is to hold another, in the tree. */
@Component({
  selector: 'ex-move-place',
  imports: [TranslatePipe, PlaceTree],
  template: `
    <section class="ex-dialog" data-qa="move-place">
      <header>
        <h2 id="ex-move-title">{{ 'places.move.title' | translate: { code: moving.place.code } }}</h2>
      </header>
      <div class="ex-dialog-body">
        <p class="ex-muted">{{ 'places.move.text' | translate }}</p>
        @if (problem(); as refused) {
          <div class="alert alert-danger" role="alert" data-qa="move-problem">
            {{ refused.document?.detail ?? ('shell.unreachable_detail' | translate) }}
          </div>
        }
        <label class="sr-only" for="ex-move-search">{{ 'list.search' | translate }}</label>
        <input
          #search
          id="ex-move-search"
          class="form-control"
          type="search"
          autocomplete="off"
          [placeholder]="'places.search_hint' | translate"
          (input)="text.set(search.value.trim())"
        />
        <div class="custom-control custom-radio">
          <input
            id="ex-move-top"
            type="radio"
            class="custom-control-input"
            [checked]="chosen() === null"
            (change)="chosen.set(null)"
          />
          <label class="custom-control-label" for="ex-move-top">{{ 'places.top' | translate }}</label>
        </div>
        @if (moving.nodes() === null) {
          <p class="ex-muted" aria-live="polite">{{ 'list.loading' | translate }}</p>
        } @else {
          <ex-place-tree
            [label]="'places.move.where' | translate"
            [places]="shown().places"
            [open]="open()"
            [disabled]="disabled()"
            [chosen]="chosen()?.uuid ?? null"
            (openChange)="open.set($event)"
            (activated)="choose($event)"
          />
        }
      </div>
      <footer>
        <p class="ex-muted where" aria-live="polite">
          @if (chosen(); as place) {
            {{ 'places.move.into' | translate: { place: place.label } }}
          } @else if (chosen() === null) {
            {{ 'places.move.to_top' | translate }}
          }
        </p>
        <button type="button" class="btn btn-outline-secondary" (click)="ref.close()">
          {{ 'action.cancel' | translate }}
        </button>
        <button
          type="button"
          class="btn btn-success"
          data-qa="move-send"
          [disabled]="busy() || chosen() === undefined || same()"
          (click)="send()"
        >
          {{ 'places.act.move' | translate }}
        </button>
      </footer>
    </section>
  `,
  styles: `
    input[type='search'] {
      margin-bottom: 0.6em;
    }
    .where {
      flex: 1 1 100%;
      margin: 0;
    }
    .custom-radio {
      padding-top: 0.5em;
      padding-bottom: 0.5em;
    }
  `,
})
export class MovePlaceDialog {
  private readonly api = inject(Api);
  private readonly outage = inject(Outage);
  protected readonly moving = inject<Moving>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<Place>>(DialogRef);

  private readonly nodes = computed(() => this.moving.nodes() ?? []);
  private readonly forest = computed(() => forestOf(this.nodes().filter((node) => !node.archived)));
  /** It does not go into itself, nor into what it holds. */
  protected readonly disabled = computed(() => withinPlace(this.nodes(), this.moving.place.uuid));
  protected readonly text = signal('');
  protected readonly shown = computed(() =>
    this.text() === '' ? { places: this.forest(), open: firstOpen(this.forest()) } : sifted(this.forest(), this.text()),
  );
  protected readonly open = linkedSignal<ReadonlySet<string>>(() => this.shown().open);
  /** Null for the top, undefined until something is chosen. */
  protected readonly chosen = signal<TreePlace | null | undefined>(undefined);
  protected readonly same = computed(() => (this.chosen()?.uuid ?? null) === (this.moving.place.parent?.uuid ?? null));
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  protected choose(place: TreePlace): void {
    if (!this.disabled().has(place.uuid)) this.chosen.set(place);
  }

  protected async send(): Promise<void> {
    const { place } = this.moving;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const moved = await answer(
        this.api.PATCH('/v1/places/{uuid}', {
          params: { path: { uuid: place.uuid } },
          body: { parent: this.chosen()?.uuid ?? null },
          headers: ifMatch(place.version),
        }),
      );
      this.ref.close(moved);
    } catch (error) {
      const problem = Problem.from(error);
      this.outage.say(problem);
      this.problem.set(problem);
    } finally {
      this.busy.set(false);
    }
  }
}
