import { formatDay } from '@ui/format';
import type { Figure } from '@ui/chart/figure';
import { COLOURS } from '@ui/chart/option';
import type { Words } from '@ui/words';
import type { DayCount } from '../shared/standing';

/** Plants at the close of each day, a step a change. */
export function headCountFigure(days: readonly DayCount[], words: Words): Figure {
  const label = words.of('cultivations.alive_label');
  const last = days.at(-1);
  return {
    option: {
      tooltip: { trigger: 'axis' },
      legend: { show: false },
      grid: { left: 12, right: 24, bottom: 16, top: 16, containLabel: true },
      xAxis: { type: 'category', data: days.map(({ date }) => formatDay(date)) },
      yAxis: { type: 'value', min: 0, minInterval: 1 },
      series: [
        {
          type: 'line',
          step: 'end',
          name: label,
          color: COLOURS[3],
          symbolSize: 7,
          lineStyle: { width: 2.5 },
          data: days.map(({ alive }) => alive),
        },
      ],
    },
    table: {
      columns: [
        { label: words.of('cultivations.event_date'), kind: 'day' },
        { label, kind: 'number' },
      ],
      rows: days.map(({ date, alive }) => [date, alive]),
    },
    description: last === undefined ? '' : words.many('cultivations.alive_on', last.alive, { date: formatDay(last.date) }),
  };
}
