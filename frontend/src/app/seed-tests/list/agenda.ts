import { daysBetween } from '@app/counting/shared/due';
import type { SeedTest } from '../shared/model';

/** When a count is due, as one plans one's days. */
export type When = 'late' | 'today' | 'week' | 'later' | 'undated';
const ORDER: readonly When[] = ['late', 'today', 'week', 'later', 'undated'];
const WEEK = 7;

/** Tests of one place. */
export interface Stop {
  /** Label of the place; null where none is said. */
  readonly place: string | null;
  readonly tests: readonly SeedTest[];
}

export interface AgendaPart {
  readonly when: When;
  readonly count: number;
  readonly stops: readonly Stop[];
}

export function whenOf(due: string | null | undefined, today: string): When {
  if (!due) return 'undated';
  const days = daysBetween(today, due);
  if (days < 0) return 'late';
  if (days === 0) return 'today';
  return days <= WEEK ? 'week' : 'later';
}

/** What is to be counted, by when, and place by place so that one walks once; in the order given. */
export function agendaOf(tests: readonly SeedTest[], today: string): AgendaPart[] {
  return ORDER.flatMap((when) => {
    const mine = tests.filter((test) => whenOf(test.next_count_due, today) === when);
    if (mine.length === 0) return [];
    const stops = new Map<string, SeedTest[]>();
    for (const test of mine) {
      const key = test.place?.label ?? '';
      stops.set(key, [...(stops.get(key) ?? []), test]);
    }
    const inOrder = [...stops].sort(([a], [b]) => Number(a === '') - Number(b === '') || a.localeCompare(b));
    return [{ when, count: mine.length, stops: inOrder.map(([place, tests]) => ({ place: place || null, tests })) }];
  });
}
