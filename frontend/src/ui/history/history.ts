import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Schemas } from '@api/api';
import { InstantPipe } from '../format';
import { Toaster } from '../toast/toaster';
import { Words } from '../words';
import { Act, actsOf } from './acts';
import { shown } from './shown';

export type HistoryLine = Schemas['HistoryLine'];
export type HistoryPage = Schemas['Page_HistoryLine'];

/**
 * Who did what to a record, newest first; lines written together are one act. `undoable` says
 * which acts the API can take back; the screen then does it.
 */
@Component({
  selector: 'ex-history',
  imports: [TranslatePipe, InstantPipe],
  templateUrl: './history.html',
  styleUrl: './history.css',
})
export class History {
  private readonly words = inject(Words);
  private readonly toaster = inject(Toaster);

  /** One page of the record's history. */
  readonly load = input.required<(cursor: string | undefined) => Promise<HistoryPage>>();
  /** Changes when the record does: the history is then read anew. */
  readonly version = input<unknown>();
  readonly undoable = input<(act: Act) => boolean>(() => false);
  readonly undo = output<Act>();

  private readonly lines = signal<readonly HistoryLine[]>([]);
  protected readonly next = signal<string | null>(null);
  protected readonly loading = signal(false);
  protected readonly acts = computed(() => actsOf(this.lines()));

  constructor() {
    effect(() => {
      this.load();
      this.version();
      untracked(() => void this.read(undefined));
    });
  }

  protected async read(cursor: string | undefined): Promise<void> {
    this.loading.set(true);
    try {
      const page = await this.load()(cursor);
      this.lines.update((lines) => (cursor === undefined ? page.items : [...lines, ...page.items]));
      this.next.set(page.next_cursor ?? null);
    } catch (error) {
      this.toaster.refused(error);
    } finally {
      this.loading.set(false);
    }
  }

  /** The label of a column, or its own name when it has none. */
  protected field(name: string): string {
    const key = `enum.field.${name}`;
    const label = this.words.of(key);
    return label === key ? name.replaceAll('_', ' ') : label;
  }

  protected show(field: string, value: unknown): string {
    return shown(field, value, this.words);
  }
}
