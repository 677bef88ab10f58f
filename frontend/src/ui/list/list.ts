import { CdkMenu, CdkMenuItemCheckbox, CdkMenuTrigger } from '@angular/cdk/menu';
import { CdkFixedSizeVirtualScroll, CdkVirtualForOf, CdkVirtualScrollViewport } from '@angular/cdk/scrolling';
import { NgTemplateOutlet } from '@angular/common';
import {
  Component,
  DestroyRef,
  afterRenderEffect,
  computed,
  contentChild,
  contentChildren,
  effect,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { BehaviorSubject } from 'rxjs';
import { Problem } from '@api/problem';
import { ManyPipe } from '../format';
import { isPhone } from '../phone';
import { Card, CardAction, Cell } from './cell';
import { Column, chosenColumns, keepColumns } from './columns';
import { ListMemory } from './list-memory';
import { ListState } from './list-state';
import { LoadPage, Page, PageWindow } from './page-window';

interface Row {
  readonly uuid: string;
}

/** What a list asks the API with, beside its filters. */
export interface ListQuery {
  readonly cursor?: string;
  readonly limit: number;
  readonly sort?: string;
  readonly count?: boolean;
}

const ROW_HEIGHT = 44;
const CARD_HEIGHT = 84;

/**
 * A list of the API, scrolled to its end page by page. Its filters and sort are the screen's
 * `ListState`; when they change it is read anew. Rows lead to `link`/uuid.
 *
 * `<ex-list name="lots" [columns]="columns" [load]="load" link="/seed-lots">` with one
 * `ng-template exCell="key"` a column and one `ng-template exCard` for a phone.
 */
@Component({
  selector: 'ex-list',
  imports: [
    CdkVirtualScrollViewport,
    CdkFixedSizeVirtualScroll,
    CdkVirtualForOf,
    CdkMenu,
    CdkMenuItemCheckbox,
    CdkMenuTrigger,
    NgTemplateOutlet,
    RouterLink,
    TranslatePipe,
    ManyPipe,
  ],
  templateUrl: './list.html',
  styleUrl: './list.css',
})
export class List<T extends Row> {
  private readonly memory = inject(ListMemory);
  private readonly router = inject(Router);
  protected readonly state = inject(ListState);
  protected readonly phone = isPhone();

  /** Name of the list, for what is remembered on this device. */
  readonly name = input.required<string>();
  /** Key of the translation that names it aloud. */
  readonly label = input.required<string>();
  readonly columns = input.required<readonly Column[]>();
  /** One page of the API with the filters of the moment. */
  readonly load = input.required<(query: ListQuery, signal: AbortSignal) => Promise<Page<T>>>();
  /** Where a row leads: this and its uuid. */
  readonly link = input.required<string>();
  /** Height of the list, a length of CSS. */
  readonly height = input<string>();
  /** The row that is selected elsewhere, on a map. */
  readonly selected = input<string | null>(null);
  /** Height of a card on a phone, in pixels at the element's size. */
  readonly cardHeight = input(CARD_HEIGHT);
  /** Rows in all, when the API counted them. */
  readonly counted = output<number | null>();
  readonly hovered = output<string | null>();

  protected readonly cells = contentChildren(Cell);
  protected readonly card = contentChild(Card);
  protected readonly cardAction = contentChild(CardAction);
  protected readonly viewport = viewChild(CdkVirtualScrollViewport);

  protected readonly chosen = linkedSignal(() => chosenColumns(this.name(), this.columns()));
  protected readonly visible = computed(() => this.columns().filter((column) => this.chosen().has(column.key)));
  protected readonly template = computed(() =>
    this.visible()
      .map((column) => `minmax(0, ${column.width})`)
      .join(' '),
  );
  protected readonly templates = computed(() => new Map(this.cells().map((cell) => [cell.exCell(), cell.template])));
  protected readonly itemSize = computed(() => (this.phone() ? this.cardHeight() : ROW_HEIGHT));
  protected readonly count = signal<number | null>(null);
  protected readonly rows = new BehaviorSubject<(T | undefined)[]>([]);
  protected readonly window = signal<PageWindow<T> | null>(null);
  protected readonly isEmpty = computed(() => {
    const window = this.window();
    return window !== null && window.ended() && window.version() > 0 && window.rows.length === 0;
  });
  protected readonly problem = computed(() => {
    const error = this.window()?.problem() ?? null;
    return error === null ? null : Problem.from(error);
  });

  private shownKey = '';
  private offset = 0;

  constructor() {
    effect(() => {
      const key = `${this.name()}?${this.state.key()}`;
      const load = this.load();
      untracked(() => this.restart(key, load));
    });
    // The rows changed: the scroller is told.
    afterRenderEffect(() => {
      const window = this.window();
      if (window === null) return;
      window.version();
      this.rows.next(window.rows);
    });
    effect(() => {
      const selected = this.selected();
      if (selected !== null) untracked(() => this.bringIntoView(selected));
    });
    inject(DestroyRef).onDestroy(() => this.leave());
  }

  /** Reads the list again from where it is, after a change. */
  refresh(): void {
    this.restart(this.shownKey, this.load());
  }

  protected seen(first: number): void {
    const viewport = this.viewport();
    const window = this.window();
    if (!viewport || !window) return;
    const { end } = viewport.getRenderedRange();
    this.offset = viewport.measureScrollOffset();
    void window.show(first, Math.max(first, end));
  }

  protected retry(): void {
    const range = this.viewport()?.getRenderedRange() ?? { start: 0, end: 0 };
    void this.window()?.retry(range.start, range.end);
  }

  protected toggleColumn(key: string): void {
    const chosen = new Set(this.chosen());
    if (!chosen.delete(key)) chosen.add(key);
    if (chosen.size === 0) return;
    this.chosen.set(chosen);
    keepColumns(this.name(), chosen);
  }

  /** A click anywhere on a row follows its link; what is clicked inside keeps its own. */
  protected open(event: MouseEvent, row: T): void {
    const target = event.target as HTMLElement;
    if (target.closest('a, button, input, label') !== null) return;
    void this.router.navigate([this.link(), row.uuid]);
  }

  protected readonly byUuid = (index: number, row: T | undefined): string => row?.uuid ?? `#${index}`;

  private restart(key: string, load: (query: ListQuery, signal: AbortSignal) => Promise<Page<T>>): void {
    this.leave();
    const sort = this.state.sort() ?? undefined;
    const remembered = this.memory.take(key);
    const page: LoadPage<T> = async (cursor, limit, signal) => {
      const first = cursor === undefined;
      const answer = await load({ cursor, limit, sort, count: first ? true : undefined }, signal);
      if (first) {
        this.count.set(answer.count ?? null);
        this.counted.emit(answer.count ?? null);
      }
      return answer;
    };
    const window = new PageWindow<T>(page, 100, 2, remembered?.cursors ?? [undefined]);
    this.shownKey = key;
    this.window.set(window);
    this.rows.next(window.rows);
    const offset = remembered?.offset ?? 0;
    const first = Math.floor(offset / this.itemSize());
    void window.show(first, first + 30).then(() => {
      if (offset > 0) this.viewport()?.scrollToOffset(offset);
      // The count comes with the first page.
      if (first > window.size) void window.show(0, 0).then(() => window.show(first, first + 30));
    });
    if (offset === 0) this.viewport()?.scrollToIndex(0);
  }

  private leave(): void {
    const window = this.window();
    if (window === null) return;
    window.stop();
    if (this.offset > 0) this.memory.keep(this.shownKey, { cursors: window.known, offset: this.offset });
    this.offset = 0;
  }

  /** Scrolls to a row that is read already; one that is not read yet has no known place. */
  private bringIntoView(uuid: string): void {
    const viewport = this.viewport();
    const index = this.window()?.rows.findIndex((row) => row?.uuid === uuid) ?? -1;
    if (!viewport || index < 0) return;
    const top = index * this.itemSize();
    const shown = viewport.measureScrollOffset();
    const height = viewport.getViewportSize();
    if (top < shown || top + this.itemSize() > shown + height) {
      viewport.scrollToOffset(Math.max(0, top - height / 2));
    }
  }
}
