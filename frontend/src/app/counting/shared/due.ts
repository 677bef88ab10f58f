/** When a count is due, seen from a day. */
export interface Due {
  readonly kind: 'late' | 'today' | 'coming';
  readonly days: number;
}

const DAY = 86_400_000;

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}

export function dueFrom(due: string, today: string): Due {
  const days = daysBetween(today, due);
  if (days < 0) return { kind: 'late', days: -days };
  return { kind: days === 0 ? 'today' : 'coming', days };
}

/** What is known of the rhythm of a sowing's visits. */
export interface Rhythm {
  /** Day of the visit being entered. */
  readonly countDate: string;
  readonly today: string;
  /** Days of the visits that stand, in any order. */
  readonly visits: readonly string[];
  /** When the next count was due until now. */
  readonly due: string | null;
}

const FIRST_INTERVAL = 7;

/**
 * The day to propose for the next count: as long after this one as was planned between the last visit
 * and its next one, so that a visit made late does not stretch the rhythm; else as between the last two.
 */
export function proposedNext({ countDate, today, visits, due }: Rhythm): string {
  const days = [...new Set(visits)].sort();
  const last = days.at(-1);
  // A visit entered after a later one changes nothing to what comes next.
  if (last !== undefined && countDate < last && due !== null && due > today) return due;
  const next = addDays(countDate, interval(days, due));
  return next > today ? next : addDays(today, 1);
}

function interval(days: readonly string[], due: string | null): number {
  const [before, last] = [days.at(-2), days.at(-1)];
  if (last !== undefined && due !== null && due > last) return daysBetween(last, due);
  if (last !== undefined && before !== undefined) return daysBetween(before, last);
  return FIRST_INTERVAL;
}
