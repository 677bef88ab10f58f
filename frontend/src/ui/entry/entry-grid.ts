import { Grid, GridCell, GridRow } from '@angular/aria/grid';
import {
  Component,
  computed,
  input,
  inject,
  linkedSignal,
  model,
  signal,
  untracked,
  viewChildren,
} from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { formatNumber } from '../format';
import { Words } from '../words';
import { EntryColumn, EntryErrors, EntryRow, EntryValues, total, valueAt, withValue } from './cells';
import { Place, Shape, next, previous, tray } from './moves';
import { press, startTyping } from './typing';

let serial = 0;

/**
 * Where trays are counted: a row a replicate, a column a class, whole numbers or nothing. With a
 * keyboard in the cells; with a thumb on the pad, which writes in the current cell.
 */
@Component({
  selector: 'ex-entry-grid',
  imports: [TranslatePipe, Grid, GridRow, GridCell],
  templateUrl: './entry-grid.html',
  styleUrl: './entry-grid.css',
})
export class EntryGrid {
  private readonly words = inject(Words);

  /** What is counted, for who does not see the screen. */
  readonly name = input.required<string>();
  /** What a row is: « Terrine ». */
  readonly rowName = input.required<string>();
  readonly rows = input.required<readonly EntryRow[]>();
  readonly columns = input.required<readonly EntryColumn[]>();
  readonly values = model<EntryValues>({});
  readonly errors = input<EntryErrors>({});
  /** Cells that are not to be counted. */
  readonly closed = input<(row: string, column: string) => boolean>(() => false);
  /** Whether a row sums up: emerged and dead do not, the classes of a test do. */
  readonly sumsRows = input(true);

  protected readonly id = `ex-entry-${++serial}`;
  protected readonly digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] as const;
  private readonly cells = viewChildren(GridCell);

  /** The grid's own, which follows the focus and stays when it leaves for the pad. */
  protected readonly current = computed<Place>(() => {
    const index = Math.max(
      this.cells().findIndex((cell) => cell.active()),
      0,
    );
    const columns = this.columns().length;
    return { row: Math.floor(index / columns), column: index % columns };
  });
  protected readonly currentRow = computed(() => this.rows()[this.current().row]);
  protected readonly currentColumn = computed(() => this.columns()[this.current().column]);
  /** Where one is, whatever becomes of the lists meanwhile: they may be made anew at each key. */
  private readonly here = computed(() => `${this.currentRow()?.key} ${this.currentColumn()?.key}`);
  private readonly typing = linkedSignal({
    source: this.here,
    computation: () => startTyping(untracked(() => this.currentValue())),
  });
  protected readonly currentValue = computed(() => {
    const [row, column] = [this.currentRow(), this.currentColumn()];
    return row === undefined || column === undefined ? null : valueAt(this.values(), row.key, column.key);
  });
  protected readonly isOpen = computed(() => this.shape().isOpen(this.current()));
  protected readonly before = computed(() => this.trayAt(-1));
  protected readonly after = computed(() => this.trayAt(1));

  private readonly shape = computed<Shape>(() => {
    const [rows, columns, closed] = [this.rows(), this.columns(), this.closed()];
    return {
      rows: rows.length,
      columns: columns.length,
      isOpen: ({ row, column }) => !closed(rows[row]?.key ?? '', columns[column]?.key ?? ''),
    };
  });

  protected readonly lines = computed(() =>
    this.rows().map((row) => {
      const cells = this.columns().map((column) => ({
        key: column.key,
        value: valueAt(this.values(), row.key, column.key),
        isClosed: this.closed()(row.key, column.key),
        error: this.errors()[row.key]?.[column.key],
        errorId: `${this.id}-error-${row.key}-${column.key}`,
        label: column.label,
      }));
      return {
        ...row,
        cells,
        errors: cells.filter((cell) => cell.error !== undefined),
        total: total(cells.map((cell) => cell.value)),
      };
    }),
  );
  protected readonly totals = computed(() =>
    this.columns().map((column) => ({
      key: column.key,
      total: total(this.rows().map((row) => valueAt(this.values(), row.key, column.key))),
    })),
  );
  protected readonly whole = computed(() => total(this.totals().map((column) => column.total)));
  /** Read aloud: what was just written. */
  protected readonly said = signal('');

  protected text(value: number | null): string {
    return formatNumber(value, this.words.language);
  }

  protected onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Enter') this.go(event.shiftKey ? previous(this.current(), this.shape()) : this.nextPlace());
    else if (!this.write(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** A key of the pad. */
  protected tap(key: string): void {
    this.write(key);
  }

  /** Who comes to a cell, even to the one that was left, starts a number. */
  protected comeBack(): void {
    this.typing.set(startTyping(this.currentValue()));
  }

  protected goNext(): void {
    this.go(this.nextPlace());
  }

  protected go(place: Place | null): void {
    if (place !== null) this.cells()[place.row * this.columns().length + place.column]?.element.focus();
  }

  private nextPlace(): Place {
    return next(this.current(), this.shape());
  }

  /** False when the key is not the cell's. */
  private write(key: string): boolean {
    const [row, column] = [this.currentRow(), this.currentColumn()];
    if (row === undefined || column === undefined || !this.isOpen()) return false;
    // The value may have been changed from outside since.
    const typed = press({ ...this.typing(), value: this.currentValue() }, key);
    if (typed === null) return false;
    this.typing.set(typed);
    this.values.set(withValue(this.values(), row.key, column.key, typed.value));
    const value = typed.value === null ? this.words.of('entry.not_counted') : this.text(typed.value);
    this.said.set(this.words.of('entry.said', { row: row.label, column: column.label, value }));
    return true;
  }

  private trayAt(step: 1 | -1): { readonly place: Place; readonly label: string } | null {
    const place = tray(this.current(), this.shape(), step);
    const row = place === null ? undefined : this.rows()[place.row];
    return place === null || row === undefined ? null : { place, label: row.label };
  }
}
