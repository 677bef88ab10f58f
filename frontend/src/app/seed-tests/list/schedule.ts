import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Problem } from '@api/problem';
import { Session } from '@app/session';
import { DueNote } from '@app/counting/shared/due-note';
import { TaxonName } from '@app/counting/shared/taxon-name';
import { CodePipe, ManyPipe } from '@ui/format';
import { ListQuery } from '@ui/list/list';
import { ListState } from '@ui/list/list-state';
import { Page } from '@ui/list/page-window';
import { Toaster } from '@ui/toast/toaster';
import type { SeedTest } from '../shared/model';
import { agendaOf } from './agenda';

const PAGE = 200;

/** Which tests are to be counted, by when and place by place. */
@Component({
  selector: 'ex-test-schedule',
  imports: [RouterLink, TranslatePipe, CodePipe, ManyPipe, DueNote, TaxonName],
  templateUrl: './schedule.html',
  styleUrl: './schedule.css',
})
export class Schedule {
  private readonly list = inject(ListState);
  private readonly toaster = inject(Toaster);
  protected readonly session = inject(Session);

  /** A page of the tests that run, by the filters of the moment. */
  readonly load = input.required<(query: ListQuery, signal: AbortSignal) => Promise<Page<SeedTest>>>();

  protected readonly first = resource({
    params: () => ({ load: this.load(), key: this.list.key() }),
    loader: async ({ params: { load }, abortSignal }) => {
      this.more.set([]);
      const page = await load({ limit: PAGE }, abortSignal);
      this.next.set(page.next_cursor ?? null);
      return page.items;
    },
  });
  private readonly more = signal<readonly SeedTest[]>([]);
  protected readonly next = signal<string | null>(null);
  protected readonly busy = signal(false);
  protected readonly failed = computed(() => {
    const error = this.first.error();
    return error === undefined ? null : Problem.from(error);
  });
  protected readonly parts = computed(() =>
    this.first.hasValue() ? agendaOf([...this.first.value(), ...this.more()], this.session.today()) : null,
  );

  protected async readOn(cursor: string): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    try {
      const page = await this.load()({ limit: PAGE, cursor }, new AbortController().signal);
      this.more.update((known) => [...known, ...page.items]);
      this.next.set(page.next_cursor ?? null);
    } catch (error) {
      this.toaster.refused(error);
    } finally {
      this.busy.set(false);
    }
  }
}
