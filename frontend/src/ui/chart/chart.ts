import {
  Component,
  ElementRef,
  afterRenderEffect,
  computed,
  inject,
  input,
  output,
  resource,
  signal,
  viewChild,
} from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { EChartsType } from 'echarts/core';
import { saveFile } from '../save-file';
import { Words } from '../words';
import { ChartOption } from './option';
import { pictureOf } from './picture';
import { ChartTable, cellText, tableCsv } from './table';

let serial = 0;

/**
 * A figure of Apache ECharts, read only when there is one to draw, with its table, its picture and
 * its data: `<ex-chart title="…" name="emergence-S2026_0001" [option]="…" [table]="…" />`.
 */
@Component({
  selector: 'ex-chart',
  imports: [TranslatePipe],
  templateUrl: './chart.html',
  styleUrl: './chart.css',
})
export class Chart {
  private readonly words = inject(Words);

  readonly title = input.required<string>();
  /** Of the files, without their extension. */
  readonly name = input.required<string>();
  readonly option = input.required<ChartOption>();
  readonly table = input.required<ChartTable>();
  /** What the figure shows, for who does not see it. */
  readonly description = input('');
  /** Of the drawing. */
  readonly height = input('22em');
  /** The rank of what was clicked: a bar, a point, a node. */
  readonly picked = output<number>();

  protected readonly id = `ex-chart-${++serial}`;
  protected readonly asTable = signal(false);
  protected readonly engine = resource({ loader: () => import('./engine') });
  protected readonly failed = computed(() => this.engine.error() !== undefined);
  protected readonly rows = computed(() =>
    this.table().rows.map((row) =>
      row.map((cell, index) => cellText(cell, this.table().columns[index]?.kind ?? 'text', this.words.language)),
    ),
  );
  private readonly plot = viewChild<ElementRef<HTMLElement>>('plot');

  constructor() {
    const drawing = computed(() => {
      const element = this.plot()?.nativeElement;
      return element !== undefined && this.engine.hasValue() ? { element, draw: this.engine.value().draw } : null;
    });
    let chart: EChartsType | null = null;
    afterRenderEffect((onCleanup) => {
      const place = drawing();
      if (place === null) return;
      const drawn = place.draw(place.element);
      chart = drawn;
      drawn.on('click', (what) => {
        if (what.dataType !== 'edge') this.picked.emit(what.dataIndex);
      });
      const observer = new ResizeObserver(() => drawn.resize());
      observer.observe(place.element);
      onCleanup(() => {
        observer.disconnect();
        drawn.dispose();
        chart = null;
      });
    });
    afterRenderEffect(() => {
      const option = this.option();
      const animation = !matchMedia('(prefers-reduced-motion: reduce)').matches;
      if (drawing() !== null) chart?.setOption({ animation, ...option }, { notMerge: true });
    });
  }

  protected async savePicture(): Promise<void> {
    const svg = this.plot()?.nativeElement.querySelector('svg');
    if (svg) saveFile(await pictureOf(svg), `${this.name()}.png`);
  }

  protected saveCsv(): void {
    const csv = tableCsv(this.table(), this.words.language);
    saveFile(new Blob([csv], { type: 'text/csv;charset=utf-8' }), `${this.name()}.csv`);
  }
}
