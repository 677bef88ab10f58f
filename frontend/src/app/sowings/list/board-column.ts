import { Component, computed, effect, inject, input, linkedSignal, output, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Problem } from '@api/problem';
import { Session } from '@app/session';
import { CodePipe, DayPipe, NumPipe } from '@ui/format';
import { ListQuery } from '@ui/list/list';
import { ListState } from '@ui/list/list-state';
import { Page } from '@ui/list/page-window';
import { Toaster } from '@ui/toast/toaster';
import { DueNote } from '@app/counting/shared/due-note';
import { EmergenceBar } from '../shared/emergence-bar';
import { Sowing, State, isCountable } from '../shared/model';
import { TaxonName } from '@app/counting/shared/taxon-name';

const CARDS = 30;

/** The sowings of one state, those whose count is the most urgent first. */
@Component({
  selector: 'ex-board-column',
  imports: [RouterLink, TranslatePipe, CodePipe, DayPipe, NumPipe, DueNote, EmergenceBar, TaxonName],
  templateUrl: './board-column.html',
  styleUrl: './board-column.css',
})
export class BoardColumn {
  private readonly list = inject(ListState);
  private readonly toaster = inject(Toaster);
  protected readonly session = inject(Session);

  readonly state = input.required<State>();
  readonly load = input.required<(state: State, query: ListQuery, signal: AbortSignal) => Promise<Page<Sowing>>>();
  /** Without its head, which is said elsewhere. */
  readonly bare = input(false);
  readonly counted = output<number | null>();

  protected readonly first = resource({
    params: () => ({ key: this.list.key(), state: this.state(), load: this.load() }),
    loader: ({ params: { state, load }, abortSignal }) =>
      load(state, { limit: CARDS, count: true, sort: 'next_count_due' }, abortSignal),
  });
  /** Pages read after the first one, until it is read anew. */
  private readonly more = linkedSignal<Page<Sowing> | null, readonly Page<Sowing>[]>({
    source: () => (this.first.hasValue() ? this.first.value() : null),
    computation: () => [],
  });
  private readonly pages = computed(() => (this.first.hasValue() ? [this.first.value(), ...this.more()] : []));
  protected readonly cards = computed(() => this.pages().flatMap((page) => page.items));
  protected readonly next = computed(() => this.pages().at(-1)?.next_cursor ?? null);
  protected readonly count = computed(() => (this.first.hasValue() ? (this.first.value().count ?? null) : null));
  protected readonly failed = computed(() => {
    const error = this.first.error();
    return error === undefined ? null : Problem.from(error.cause ?? error);
  });
  protected readonly busy = signal(false);
  protected readonly isCountable = computed(() => isCountable(this.state()));

  constructor() {
    effect(() => this.counted.emit(this.count()));
  }

  protected async readOn(cursor: string): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    const before = this.first.value();
    try {
      const query = { limit: CARDS, cursor, sort: 'next_count_due' };
      const page = await this.load()(this.state(), query, new AbortController().signal);
      if (this.first.value() === before) this.more.update((pages) => [...pages, page]);
    } catch (error) {
      this.toaster.refused(error);
    } finally {
      this.busy.set(false);
    }
  }
}
