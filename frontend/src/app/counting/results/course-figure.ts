import type { LineSeriesOption } from 'echarts/charts';
import type { Schemas } from '@api/api';
import { formatPercent } from '@ui/format';
import { band } from '@ui/chart/band';
import type { Figure } from '@ui/chart/figure';
import { COLOURS, INK } from '@ui/chart/option';
import type { Words } from '@ui/words';
import type { About } from './about';

type Course = Schemas['EmergenceCourse'];
type Hill = Schemas['Hill'];

const POINTS = 80;
/** The last step is seen for a day: its interval has a width. */
const LAST = 1;

/** Hill's curve, as a proportion of the seeds sown. */
export function hillAt({ a, b, c, y0 }: Hill, day: number): number {
  return day <= 0 ? y0 / 100 : (y0 + a / (1 + (c / day) ** b)) / 100;
}

/** What the counts say without assuming a shape, its band, and the curve that follows them. */
export function courseFigure(course: Course, curve: Hill | null, words: Words, about: About): Figure {
  const text = (rate: number): string => formatPercent(rate, words.language);
  const name = words.of('counting.results.observed');
  const steps = course.steps;
  const seen = steps.slice(-1);
  const end = seen[0]?.by ?? 0;
  const observed: LineSeriesOption = {
    type: 'line',
    name,
    step: 'end',
    color: INK,
    symbol: 'emptyCircle',
    symbolSize: 7,
    lineStyle: { width: 2.5 },
    data: [[0, 0], ...steps.map((step) => [step.by, step.germinated]), ...seen.map(({ germinated }) => [end + LAST, germinated])],
  };
  const around = [
    { x: 0, low: 0, high: 0 },
    ...[...steps, ...seen.map((step) => ({ ...step, by: end + LAST }))].map(({ by, germinated, interval }) => ({
      x: by,
      low: interval?.low ?? germinated,
      high: interval?.high ?? germinated,
    })),
  ];
  const series = [observed, ...band(name, around, INK, 'end')];
  if (curve !== null) series.push(fitted(curve, end, words));
  return {
    option: {
      tooltip: { trigger: 'axis', valueFormatter: (value) => (typeof value === 'number' ? text(value) : '') },
      legend: { top: 0, show: curve !== null, data: curve === null ? [name] : [name, words.of('counting.results.hill')] },
      grid: { left: 12, right: 24, bottom: 30, top: curve === null ? 16 : 40, containLabel: true },
      xAxis: {
        type: 'value',
        name: words.of('counting.results.axis'),
        nameLocation: 'middle',
        nameGap: 28,
        minInterval: 1,
        min: 0,
      },
      yAxis: { type: 'value', min: 0, max: 1, axisLabel: { formatter: text } },
      series,
    },
    table: {
      columns: [
        { label: words.of('counting.results.after'), kind: 'number' },
        { label: words.of('counting.results.by'), kind: 'number' },
        { label: words.of(about.share), kind: 'rate' },
        { label: words.of('counting.results.low'), kind: 'rate' },
        { label: words.of('counting.results.high'), kind: 'rate' },
        ...(curve === null ? [] : [{ label: words.of('counting.results.hill'), kind: 'rate' as const }]),
      ],
      rows: steps.map(({ after, by, germinated, interval }) => [
        after,
        by,
        germinated,
        interval?.low ?? null,
        interval?.high ?? null,
        ...(curve === null ? [] : [hillAt(curve, by)]),
      ]),
    },
    description: describe(course, text, words, about),
  };
}

function fitted(curve: Hill, end: number, words: Words): LineSeriesOption {
  return {
    type: 'line',
    name: words.of('counting.results.hill'),
    color: COLOURS[1],
    symbol: 'none',
    lineStyle: { width: 2, type: 'dashed' },
    data: Array.from({ length: POINTS + 1 }, (_, n) => {
      const day = Math.round((n * end * 100) / POINTS) / 100;
      return [day, hillAt(curve, day)];
    }),
  };
}

function describe({ steps }: Course, text: (rate: number) => string, words: Words, about: About): string {
  const last = steps.at(-1);
  if (last === undefined) return words.of(about.described_none);
  return words.of(about.described, {
    rate: text(last.germinated),
    day: last.by,
    low: text(last.interval?.low ?? last.germinated),
    high: text(last.interval?.high ?? last.germinated),
  });
}
