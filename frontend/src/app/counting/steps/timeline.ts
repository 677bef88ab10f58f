import type { Step } from '../shared/model';
import { addDays, daysBetween } from '../shared/due';

/** A step on the time line, in per cent of its width. */
export interface Bar {
  readonly left: number;
  readonly width: number;
}

export interface Timeline {
  readonly from: string;
  readonly to: string;
  /** Where today is; null when it is not on the line. */
  readonly today: number | null;
  /** By the step's identifier; a step without a day has none. */
  readonly bars: ReadonlyMap<string, Bar>;
}

type Dated = Pick<Step, 'uuid' | 'start_date' | 'planned_end_date' | 'end_date' | 'state'>;

/** Steps from the first day to the last; one that goes on lasts until today. */
export function timelineOf(steps: readonly Dated[], today: string): Timeline | null {
  const spans = steps.flatMap((step) => spanOf(step, today));
  if (spans.length === 0) return null;
  const from = spans.map((span) => span.from).reduce((a, b) => (a < b ? a : b));
  const last = spans.map((span) => span.to).reduce((a, b) => (a > b ? a : b));
  // The last day is wholly on the line.
  const to = addDays(last, 1);
  const length = daysBetween(from, to);
  const at = (day: string): number => (100 * daysBetween(from, day)) / length;
  const bars = spans.map((span): [string, Bar] => {
    const left = at(span.from);
    return [span.uuid, { left, width: at(addDays(span.to, 1)) - left }];
  });
  const isOn = today >= from && today <= last;
  return { from, to: last, today: isOn ? at(today) : null, bars: new Map(bars) };
}

function spanOf(step: Dated, today: string): { uuid: string; from: string; to: string }[] {
  const { start_date: start, planned_end_date: planned, end_date: end } = step;
  if (!start) return [];
  const goesOn = step.state === 'in_progress' || step.state === 'overdue';
  const until = end ?? planned ?? start;
  return [{ uuid: step.uuid, from: start, to: goesOn && until < today ? today : until }];
}
