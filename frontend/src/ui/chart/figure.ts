import type { ChartOption } from './option';
import type { ChartTable } from './table';

/** What `<ex-chart>` needs to draw a figure and to say it. */
export interface Figure {
  readonly option: ChartOption;
  readonly table: ChartTable;
  /** What the figure shows, in a sentence or two. */
  readonly description: string;
}
