import { Component, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Api, Schemas, answer } from '@api/api';
import { DayPipe } from '@ui/format';
import { Toaster } from '@ui/toast/toaster';

/** Where a place was before: the lots in it went along. */
@Component({
  selector: 'ex-place-moves',
  imports: [RouterLink, TranslatePipe, DayPipe],
  template: `
    <ol data-qa="place-moves" [attr.aria-busy]="loading()">
      @for (move of moves(); track move.uuid) {
        <li>
          <time [attr.datetime]="move.effective_date">{{ move.effective_date | day }}</time>
          <span>
            @if (move.before; as before) {
              <a [routerLink]="['/places', before.uuid]">{{ before.code }}</a>
            } @else {
              {{ 'places.top' | translate }}
            }
            <i class="fa fa-long-arrow-right" aria-hidden="true"></i>
            <span class="sr-only">{{ 'places.moves.to' | translate }}</span>
            @if (move.after; as after) {
              <a [routerLink]="['/places', after.uuid]">{{ after.code }}</a>
            } @else {
              {{ 'places.top' | translate }}
            }
          </span>
          <span class="ex-muted">{{ move.digitiser }}</span>
        </li>
      } @empty {
        <li class="ex-muted">{{ (loading() ? 'list.loading' : 'places.moves.none') | translate }}</li>
      }
    </ol>
    @if (next(); as cursor) {
      <button type="button" class="btn btn-outline-primary" [disabled]="loading()" (click)="read(cursor)">
        {{ 'history.more' | translate }}
      </button>
    }
  `,
  styles: `
    ol {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: 0.2em 1.2em;
      padding: 0.6em 0;
      border-bottom: 1px solid #e4e9ec;
    }
    li:last-child {
      border-bottom: 0;
    }
  `,
})
export class PlaceMoves {
  private readonly api = inject(Api);
  private readonly toaster = inject(Toaster);
  readonly place = input.required<Schemas['Place']>();

  protected readonly moves = signal<readonly Schemas['PlaceMove'][]>([]);
  protected readonly next = signal<string | null>(null);
  protected readonly loading = signal(false);

  constructor() {
    effect(() => {
      this.place();
      untracked(() => void this.read(undefined));
    });
  }

  protected async read(cursor: string | undefined): Promise<void> {
    this.loading.set(true);
    try {
      const { uuid } = this.place();
      const page = await answer(
        this.api.GET('/v1/places/{uuid}/moves', { params: { path: { uuid }, query: { cursor } } }),
      );
      this.moves.update((moves) => (cursor === undefined ? page.items : [...moves, ...page.items]));
      this.next.set(page.next_cursor ?? null);
    } catch (error) {
      this.toaster.refused(error);
    } finally {
      this.loading.set(false);
    }
  }
}
