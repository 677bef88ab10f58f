import type { LineSeriesOption } from 'echarts/charts';
import type { Schemas } from '@api/api';
import { BandPoint, band } from '@ui/chart/band';
import type { Figure } from '@ui/chart/figure';
import { COLOURS, INK, MUTED } from '@ui/chart/option';
import type { Cell } from '@ui/chart/table';
import { formatDay, formatPercent } from '@ui/format';
import type { Words } from '@ui/words';
import { betweenText } from './shares';
import { speciesOf } from './species';

type Found = Schemas['LotViability'];

/** What a test measured of the lot. */
interface Measure {
  readonly date: string;
  readonly code: string;
  readonly share: Schemas['Proportion'];
}

const [MODEL] = COLOURS;
const THRESHOLD = '#a71d2a';
/** In the legend too. */
const NO_DOT = { opacity: 0 };
const STEPS = [1, 2, 5, 10, 20];
const YEAR = 365.2425 * 86_400_000;

/** A day on an axis of years. */
export function yearOf(day: string): number {
  return 1970 + Date.parse(day) / YEAR;
}

function measuresOf({ tests }: Found): Measure[] {
  return tests.flatMap(({ is_measure, date_start: date, code, viable, germination }) => {
    const share = viable ?? germination;
    return is_measure && date && share ? [{ date, code, share }] : [];
  });
}

/** The measures of a lot, the model from the last one on, its threshold and today; null without a measure. */
export function viabilityFigure(found: Found, today: string, words: Words): Figure | null {
  const measures = measuresOf(found);
  const [first, last] = [measures[0], measures.at(-1)];
  if (first === undefined || last === undefined) return null;
  const { course } = found.model;
  const ends = wholeYears(yearOf(first.date), yearOf(course.at(-1)?.date ?? today));
  const text = (rate: number): string => formatPercent(rate, words.language);
  const drawn = [...thresholdLine(found, ends, words), todayLine(today, words), ...modelBand(found, words)];
  return {
    option: {
      tooltip: { trigger: 'item', formatter: (point) => (Array.isArray(point) ? '' : point.name) },
      legend: { top: 0, type: 'scroll' },
      grid: { left: 12, right: 24, bottom: 12, top: 40, containLabel: true },
      xAxis: {
        type: 'value',
        min: ends.from,
        max: ends.to,
        interval: ends.step,
        // A year is written without the space of thousands.
        axisLabel: { formatter: (year: number) => String(year), hideOverlap: true },
      },
      yAxis: { type: 'value', min: 0, max: 1, axisLabel: { formatter: text } },
      series: [...drawn, ...measured(measures, words)],
    },
    table: {
      columns: [
        { label: words.of('viability.chart.date'), kind: 'day' },
        { label: words.of('viability.chart.test'), kind: 'text' },
        { label: words.of('viability.chart.measure'), kind: 'rate' },
        { label: words.of('viability.chart.low'), kind: 'rate' },
        { label: words.of('viability.chart.high'), kind: 'rate' },
        { label: words.of('viability.chart.model_low'), kind: 'rate' },
        { label: words.of('viability.chart.model_high'), kind: 'rate' },
      ],
      rows: [
        ...measures.map(({ date, code, share }): Cell[] => [
          date,
          code,
          share.rate,
          share.wilson.low,
          share.wilson.high,
          null,
          null,
        ]),
        ...course.map(({ date, low, high }): Cell[] => [date, null, null, null, null, low, high]),
      ],
    },
    description: words.of('viability.chart.described', {
      n: measures.length,
      rate: text(last.share.rate),
      date: formatDay(last.date),
      interval: betweenText(last.share.wilson, words),
    }),
  };
}

interface Years {
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

/** As many years as it takes, some seven to read. */
export function wholeYears(first: number, last: number): Years {
  const step = STEPS.find((years) => (last - first) / years <= 7) ?? 25;
  return { from: Math.floor(first / step) * step, to: Math.ceil(last / step) * step, step };
}

/** The points, and around each its interval: a stroke between two caps. */
function measured(measures: readonly Measure[], words: Words): LineSeriesOption[] {
  const name = words.of('viability.chart.measures');
  return [
    {
      type: 'line',
      name,
      color: INK,
      symbol: 'circle',
      symbolSize: 10,
      lineStyle: { width: 1, opacity: 0.35 },
      data: measures.map(({ date, code, share }) => ({
        value: [yearOf(date), share.rate],
        name: `${code}, ${formatDay(date)} : ${formatPercent(share.rate, words.language)} (${betweenText(share.wilson, words)})`,
      })),
    },
    {
      type: 'line',
      name,
      color: INK,
      silent: true,
      symbol: 'rect',
      symbolSize: [11, 2],
      lineStyle: { width: 1.5 },
      data: measures.flatMap(({ date, share }) => {
        const x = yearOf(date);
        return [[x, share.wilson.low], [x, share.wilson.high], [x, null]];
      }),
    },
  ];
}

/** Between the lowest and the highest of the rows of constants; a line when there is one. */
function modelBand({ model: { course, now } }: Found, words: Words): LineSeriesOption[] {
  if (course.length === 0) return [];
  const name = words.of('viability.chart.model', { species: now ? speciesOf(now).join(', ') : '' });
  const points: BandPoint[] = course.map(({ date, low, high }) => ({ x: yearOf(date), low, high }));
  const edge = (of: 'low' | 'high'): LineSeriesOption => ({
    type: 'line',
    name,
    color: MODEL,
    silent: true,
    symbol: 'none',
    itemStyle: NO_DOT,
    lineStyle: { width: 2, type: 'dashed' },
    data: points.map((point) => [point.x, point[of]]),
  });
  const isOne = points.every(({ low, high }) => high - low < 0.001);
  return isOne ? [edge('low')] : [edge('low'), edge('high'), ...band(name, points, MODEL)];
}

function thresholdLine(
  { regeneration_threshold: threshold }: Found,
  { from, to }: Years,
  words: Words,
): LineSeriesOption[] {
  if (typeof threshold !== 'number') return [];
  return [
    {
      type: 'line',
      name: words.of('viability.threshold'),
      color: THRESHOLD,
      silent: true,
      symbol: 'none',
      itemStyle: NO_DOT,
      lineStyle: { width: 1.5 },
      data: [
        [from, threshold],
        [to, threshold],
      ],
    },
  ];
}

function todayLine(today: string, words: Words): LineSeriesOption {
  const x = yearOf(today);
  return {
    type: 'line',
    name: words.of('viability.chart.today'),
    color: MUTED,
    silent: true,
    symbol: 'none',
    itemStyle: NO_DOT,
    lineStyle: { width: 1.5, type: 'dotted' },
    data: [
      [x, 0],
      [x, 1],
    ],
  };
}
