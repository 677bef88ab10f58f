import { Component, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Api, Schemas, answer } from '@api/api';
import { CodePipe, DayPipe, ManyPipe, NumPipe } from '@ui/format';
import { Toaster } from '@ui/toast/toaster';
import { PlaceIcon } from '../place-icon';
import { TreePlace, lotsIn } from '../tree/forest';

const PAGE = 50;

/** What is in a place: the places it holds, then the lots with what is left of each there. */
@Component({
  selector: 'ex-place-contents',
  imports: [RouterLink, TranslatePipe, CodePipe, DayPipe, ManyPipe, NumPipe, PlaceIcon],
  templateUrl: './place-contents.html',
  styleUrl: './place-contents.css',
})
export class PlaceContents {
  private readonly api = inject(Api);
  private readonly toaster = inject(Toaster);
  readonly place = input.required<Schemas['Place']>();
  readonly children = input<readonly TreePlace[]>([]);

  protected readonly lines = signal<readonly Schemas['PlaceContent'][]>([]);
  protected readonly count = signal<number | null>(null);
  protected readonly next = signal<string | null>(null);
  protected readonly loading = signal(false);
  protected readonly lotsIn = lotsIn;

  constructor() {
    effect(() => {
      this.place();
      untracked(() => void this.read(undefined));
    });
  }

  protected async read(cursor: string | undefined): Promise<void> {
    const { uuid } = this.place();
    this.loading.set(true);
    try {
      const page = await answer(
        this.api.GET('/v1/places/{uuid}/contents', {
          params: { path: { uuid }, query: { cursor, limit: PAGE, count: cursor === undefined || undefined } },
        }),
      );
      if (uuid !== this.place().uuid) return;
      this.lines.update((lines) => (cursor === undefined ? page.items : [...lines, ...page.items]));
      if (cursor === undefined) this.count.set(page.count ?? null);
      this.next.set(page.next_cursor ?? null);
    } catch (error) {
      this.toaster.refused(error);
    } finally {
      this.loading.set(false);
    }
  }
}
