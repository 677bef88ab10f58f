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
      // Days have no hour: they are those of the calendar wherever one reads them.
      useUTC: true,
      tooltip: { trigger: 'axis' },
      legend: { show: false },
      grid: { left: 12, right: 24, bottom: 16, top: 16, containLabel: true },
      xAxis: {
        type: 'time',
        axisLabel: { hideOverlap: true, formatter: (instant: number) => formatDay(new Date(instant).toISOString().slice(0, 10)) },
      },
      yAxis: { type: 'value', min: 0, minInterval: 1 },
      series: [
        {
          type: 'line',
          step: 'end',
          name: label,
          color: COLOURS[3],
          symbolSize: 7,
          lineStyle: { width: 2.5 },
          data: days.map(({ date, alive }) => [Date.parse(date), alive]),
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
