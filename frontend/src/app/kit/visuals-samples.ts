import { band } from '@ui/chart/band';
import { Figure } from '@ui/chart/figure';
import { COLOURS } from '@ui/chart/option';
import { Words } from '@ui/words';

const LONGEVITY = [
  { x: 0, rate: 0.96, low: 0.92, high: 0.99 },
  { x: 5, rate: 0.93, low: 0.88, high: 0.97 },
  { x: 10, rate: 0.84, low: 0.77, high: 0.9 },
  { x: 20, rate: 0.52, low: 0.41, high: 0.63 },
];

/** A line in its interval, as the tests will draw theirs. */
export function bandSample(words: Words): Figure {
  const name = words.of('kit.visuals.viability');
  return {
    option: {
      tooltip: { trigger: 'axis' },
      grid: { left: 12, right: 24, bottom: 12, top: 20, containLabel: true },
      xAxis: { type: 'value' },
      yAxis: { type: 'value', min: 0, max: 1 },
      series: [
        { type: 'line', name, color: COLOURS[0], data: LONGEVITY.map(({ x, rate }) => [x, rate]) },
        ...band(name, LONGEVITY, COLOURS[0]),
      ],
    },
    table: {
      columns: [
        { label: words.of('kit.visuals.years'), kind: 'number' },
        { label: name, kind: 'rate' },
      ],
      rows: LONGEVITY.map(({ x, rate }) => [x, rate]),
    },
    description: '',
  };
}

const DEATHS = [
  ['2025', 12],
  ['2026', 7],
] as const;

export function barSample(words: Words): Figure {
  return {
    option: {
      tooltip: { trigger: 'item' },
      grid: { left: 12, right: 24, bottom: 12, top: 20, containLabel: true },
      xAxis: { type: 'category', data: DEATHS.map(([year]) => year) },
      yAxis: { type: 'value' },
      series: { type: 'bar', color: COLOURS[3], barMaxWidth: 60, data: DEATHS.map(([, n]) => n) },
    },
    table: {
      columns: [
        { label: words.of('kit.visuals.year'), kind: 'text' },
        { label: words.of('kit.visuals.deaths'), kind: 'number' },
      ],
      rows: DEATHS.map((row) => [...row]),
    },
    description: '',
  };
}
