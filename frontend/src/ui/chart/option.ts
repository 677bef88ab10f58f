import type { BarSeriesOption, GraphSeriesOption, LineSeriesOption, SankeySeriesOption } from 'echarts/charts';
import type { GridComponentOption, LegendComponentOption, TooltipComponentOption } from 'echarts/components';
import type { ComposeOption } from 'echarts/core';

/** What may be drawn: the parts of ECharts that `engine.ts` registers. */
export type ChartOption = ComposeOption<
  | BarSeriesOption
  | GraphSeriesOption
  | GridComponentOption
  | LegendComponentOption
  | LineSeriesOption
  | SankeySeriesOption
  | TooltipComponentOption
>;

/** Told apart on white at 3:1, and by colour-blind readers with the symbols. */
export const COLOURS = ['#1a5f94', '#a34d00', '#7a3b8f', '#23662f', '#8a1c4a', '#4d5d00'] as const;
export const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond', 'roundRect', 'arrow'] as const;
export const INK = '#212529';
export const MUTED = '#565e64';
