import type { LineSeriesOption } from 'echarts/charts';
import { formatDay, formatNumber, formatPercent } from '../format';
import type { Words } from '../words';
import { CurveLine, CurvePoint, EmergenceCurve } from './emergence-curve';
import { Figure } from './figure';
import { COLOURS, INK, SYMBOLS } from './option';
import { Cell, ChartTable } from './table';

/** What the curve is called: seedlings emerge from a soil, seeds germinate in a dish. */
const EMERGENCE = {
  days: 'chart.emergence.days',
  rate: 'chart.emergence.rate',
  described_rate: 'chart.emergence.described_rate',
  described_count: 'chart.emergence.described_count',
} as const;
const GERMINATION = {
  days: 'chart.germination.days',
  rate: 'chart.germination.rate',
  described_rate: 'chart.germination.described_rate',
  described_count: 'chart.germination.described_count',
} as const;
type Called = Readonly<Record<keyof typeof EMERGENCE, string>>;

/** The curve of emergence, or of germination: one step line a replicate and the whole in bold. */
export function emergenceFigure(
  curve: EmergenceCurve,
  words: Words,
  what: 'emergence' | 'germination' = 'emergence',
): Figure {
  const called: Called = what === 'emergence' ? EMERGENCE : GERMINATION;
  const figure = (point: CurvePoint | undefined): number | null =>
    (curve.hasRates ? point?.rate : point?.emerged) ?? null;
  const text = (value: number): string =>
    curve.hasRates ? formatPercent(value, words.language) : formatNumber(value, words.language);
  // The code alone: a legend of ten replicates has to fit a phone.
  const name = (line: CurveLine): string => line.code ?? words.of('chart.emergence.whole');
  const seen = curve.replicates.filter((line) => line.points.length > 0);
  const series = seen.map((line, index): LineSeriesOption => ({
    ...STEP,
    name: name(line),
    color: COLOURS[index % COLOURS.length],
    symbol: SYMBOLS[index % SYMBOLS.length],
    data: line.points.map((point) => [point.day, figure(point)]),
  }));
  // With one replicate the whole is that line.
  if (seen.length > 1)
    series.push({
      ...STEP,
      ...WHOLE,
      name: name(curve.whole),
      data: curve.whole.points.map((p) => [p.day, figure(p)]),
    });
  return {
    option: {
      tooltip: { trigger: 'axis', valueFormatter: (value) => (typeof value === 'number' ? text(value) : '') },
      legend: { type: 'scroll', top: 0, show: series.length > 1 },
      grid: { left: 12, right: 24, bottom: 30, top: series.length > 1 ? 40 : 16, containLabel: true },
      xAxis: {
        type: 'value',
        name: words.of(called.days),
        nameLocation: 'middle',
        nameGap: 28,
        minInterval: 1,
        min: 'dataMin',
      },
      yAxis: {
        type: 'value',
        min: 0,
        // A rate over 1 comes from imported counts that do not hold: it must be seen.
        max: curve.hasRates ? ({ max }) => Math.max(1, max) : undefined,
        minInterval: curve.hasRates ? undefined : 1,
        axisLabel: { formatter: text },
      },
      series,
    },
    table: tableOf(curve, seen, words, called),
    description: describe(curve, text, words, called),
  };
}

const STEP: LineSeriesOption = { type: 'line', step: 'end', symbolSize: 7, lineStyle: { width: 1.5 } };
const WHOLE: LineSeriesOption = { color: INK, symbol: 'emptyCircle', lineStyle: { width: 3 } };

/** One row a day of visit; empty where a replicate was not seen that day. */
function tableOf(curve: EmergenceCurve, seen: readonly CurveLine[], words: Words, called: Called): ChartTable {
  const days = [...new Map(curve.whole.points.map((point) => [point.date, point.day]))];
  const at = (line: CurveLine, date: string): CurvePoint | undefined =>
    line.points.find((point) => point.date === date);
  return {
    columns: [
      { label: words.of('chart.emergence.date'), kind: 'day' },
      { label: words.of(called.days), kind: 'number' },
      ...seen.map((line) => ({
        label: words.of('chart.emergence.replicate', { code: line.code }),
        kind: 'number' as const,
      })),
      { label: words.of('chart.emergence.whole'), kind: 'number' },
      { label: words.of(called.rate), kind: 'rate' },
    ],
    rows: days.map(([date, day]): Cell[] => [
      date,
      day,
      ...seen.map((line) => at(line, date)?.emerged ?? null),
      at(curve.whole, date)?.emerged ?? null,
      at(curve.whole, date)?.rate ?? null,
    ]),
  };
}

function describe(
  curve: EmergenceCurve,
  text: (value: number) => string,
  words: Words,
  called: Called,
): string {
  const last = curve.whole.points.at(-1);
  if (last === undefined) return words.of('chart.emergence.nothing');
  const value = text((curve.hasRates ? last.rate : last.emerged) ?? 0);
  const key = curve.hasRates ? called.described_rate : called.described_count;
  const end = words.of(key, { value, date: formatDay(last.date), day: last.day });
  const unseen = curve.neverCounted.join(', ');
  return unseen === '' ? end : `${end} ${words.of('chart.emergence.never_counted', { replicates: unseen })}`;
}
