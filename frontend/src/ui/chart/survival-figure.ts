import type { LineSeriesOption } from 'echarts/charts';
import type { Schemas } from '@api/api';
import { formatNumber, formatPercent } from '../format';
import type { Words } from '../words';
import { Figure } from './figure';
import { INK, MUTED } from './option';

type Step = Schemas['SurvivalStep'];

/** The survival as Kaplan and Meier estimate it: all alive at first, then a step a day of deaths, with its band. */
export function survivalFigure(steps: readonly Step[], words: Words): Figure {
  const percent = (value: number): string => formatPercent(value, words.language);
  const line = (name: string, of: (step: Step) => number, style: LineSeriesOption): LineSeriesOption => ({
    type: 'line',
    step: 'end',
    name,
    data: [[0, 1], ...steps.map((step) => [step.day, of(step)])],
    ...style,
  });
  const last = steps.at(-1);
  const bound: LineSeriesOption = { color: MUTED, symbol: 'none', lineStyle: { width: 1, type: 'dashed' } };
  return {
    option: {
      tooltip: { trigger: 'axis', valueFormatter: (value) => (typeof value === 'number' ? percent(value) : '') },
      legend: { show: false },
      grid: { left: 12, right: 24, bottom: 30, top: 16, containLabel: true },
      xAxis: { type: 'value', name: words.of('chart.survival.days'), nameLocation: 'middle', nameGap: 28, min: 0 },
      yAxis: { type: 'value', min: 0, max: 1, axisLabel: { formatter: percent } },
      series: [
        line(words.of('chart.survival.low'), (step) => step.interval.low, bound),
        line(words.of('chart.survival.high'), (step) => step.interval.high, bound),
        line(words.of('chart.survival.survival'), (step) => step.survival, {
          color: INK,
          symbolSize: 7,
          lineStyle: { width: 3 },
        }),
      ],
    },
    table: {
      columns: [
        { label: words.of('chart.survival.days'), kind: 'number' },
        { label: words.of('chart.survival.at_risk'), kind: 'number' },
        { label: words.of('chart.survival.survival'), kind: 'rate' },
        { label: words.of('chart.survival.low'), kind: 'rate' },
        { label: words.of('chart.survival.high'), kind: 'rate' },
      ],
      rows: steps.map((step) => [step.day, step.at_risk, step.survival, step.interval.low, step.interval.high]),
    },
    description:
      last === undefined
        ? words.of('chart.survival.none_died')
        : words.of('chart.survival.described', {
            value: percent(last.survival),
            day: formatNumber(last.day, words.language),
          }),
  };
}
