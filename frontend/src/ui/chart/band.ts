import type { LineSeriesOption } from 'echarts/charts';

export interface BandPoint {
  readonly x: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The interval around a line, which must be drawn after it: an unseen line at the bottom and, stacked
 * on it, the height filled. `name` is the line's, so that the legend hides both.
 */
export function band(name: string, points: readonly BandPoint[], colour: string, step?: 'end'): LineSeriesOption[] {
  const common: LineSeriesOption = {
    type: 'line',
    name,
    stack: `band ${name}`,
    step,
    symbol: 'none',
    silent: true,
    lineStyle: { opacity: 0 },
    tooltip: { show: false },
    emphasis: { disabled: true },
  };
  return [
    { ...common, data: points.map(({ x, low }) => [x, low]) },
    { ...common, areaStyle: { color: colour, opacity: 0.15 }, data: points.map(({ x, low, high }) => [x, high - low]) },
  ];
}
