import { signal } from '@angular/core';

/** A page of a list of the API: rows and where the next ones start. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next_cursor?: string | null;
  readonly count?: number | null;
}

export type LoadPage<T> = (cursor: string | undefined, limit: number, signal: AbortSignal) => Promise<Page<T>>;

/** Where each page starts, once it has been read: enough to come back to the middle of a list. */
export type Cursors = (string | undefined)[];

/**
 * The rows of a keyset list around what is seen. Pages are read one after the other as the reader
 * scrolls; those far from the eye are dropped and read again by their cursor, so that memory does
 * not grow with the list, and every request is for one page.
 */
export class PageWindow<T> {
  /** Sparse: a row that is not here is `undefined`. */
  readonly rows: (T | undefined)[] = [];
  /** Goes up whenever `rows` changes. */
  readonly version = signal(0);
  /** The last row of the list is known. */
  readonly ended = signal(false);
  readonly loading = signal(false);
  readonly problem = signal<unknown>(null);

  private readonly held = new Set<number>();
  private readonly underWay = new Map<number, Promise<void>>();
  private readonly abort = new AbortController();

  constructor(
    private readonly load: LoadPage<T>,
    readonly size = 100,
    /** Pages kept on each side of what is seen. */
    private readonly margin = 2,
    private readonly cursors: Cursors = [undefined],
  ) {
    // Places for the rows of pages already known: a list that is come back to has its length at once.
    this.rows.length = Math.max(0, this.cursors.length - 1) * size;
  }

  get known(): Cursors {
    return [...this.cursors];
  }

  /** Rows `first` to `last` are seen: reads what is missing there, the next page ahead, and drops what is far. */
  async show(first: number, last: number): Promise<void> {
    const from = Math.floor(first / this.size);
    const to = Math.floor(Math.max(first, last) / this.size);
    for (const page of [...this.held]) {
      if (page < from - this.margin || page > to + this.margin) this.drop(page);
    }
    const wanted = [];
    for (let page = from; page <= to + 1; page++) {
      if (page < this.cursors.length && !this.held.has(page)) wanted.push(this.read(page));
    }
    await Promise.all(wanted);
  }

  /** The first page again, after a change or a failure. */
  retry(first: number, last: number): Promise<void> {
    this.problem.set(null);
    return this.show(first, last);
  }

  stop(): void {
    this.abort.abort();
  }

  private read(page: number): Promise<void> {
    const running = this.underWay.get(page);
    if (running) return running;
    const reading = this.fetch(page).finally(() => {
      this.underWay.delete(page);
      this.loading.set(this.underWay.size > 0);
    });
    this.underWay.set(page, reading);
    this.loading.set(true);
    return reading;
  }

  private async fetch(page: number): Promise<void> {
    try {
      const { items, next_cursor } = await this.load(this.cursors[page], this.size, this.abort.signal);
      const start = page * this.size;
      items.forEach((item, i) => (this.rows[start + i] = item));
      this.held.add(page);
      if (next_cursor) {
        this.cursors[page + 1] ??= next_cursor;
      } else {
        this.rows.length = start + items.length;
        this.ended.set(true);
      }
      this.version.update((v) => v + 1);
    } catch (error) {
      if (!this.abort.signal.aborted) this.problem.set(error);
    }
  }

  private drop(page: number): void {
    const start = page * this.size;
    for (let i = start; i < Math.min(start + this.size, this.rows.length); i++) this.rows[i] = undefined;
    this.held.delete(page);
  }

  /** Pages in memory, for the tests. */
  get pagesHeld(): number {
    return this.held.size;
  }
}
