import type { CultivationEvent } from '../cultivations-api';

/** The events that stand, the first ones first. */
export function standing(events: readonly CultivationEvent[]): CultivationEvent[] {
  const kept = events.filter((event) => !event.reverses && !event.reversed_by);
  return kept.sort(
    (a, b) => a.event_date.localeCompare(b.event_date) || a.meta_create_date.localeCompare(b.meta_create_date),
  );
}

export interface DayCount {
  readonly date: string;
  readonly alive: number;
}

/** Plants at the close of every day when their number changed. */
export function headCount(events: readonly CultivationEvent[]): DayCount[] {
  const days = new Map<string, number>();
  let alive = 0;
  for (const { event_date, plants } of standing(events)) {
    if (plants === 0) continue;
    alive += plants;
    days.set(event_date, alive);
  }
  return [...days].map(([date, count]) => ({ date, alive: count }));
}

export interface CauseCount {
  readonly cause: string;
  readonly dead: number;
}

/** Plants dead by cause, less those found again, the worst first. */
export function mortality(events: readonly CultivationEvent[]): CauseCount[] {
  const kept = standing(events);
  const causes = new Map<string, string>();
  const dead = new Map<string, number>();
  const add = (cause: string, plants: number): unknown => dead.set(cause, (dead.get(cause) ?? 0) + plants);
  for (const { uuid, said } of kept) {
    if (said.kind !== 'death') continue;
    causes.set(uuid, said.cause);
    add(said.cause, said.quantity);
  }
  for (const { said } of kept) {
    if (said.kind !== 'found_again') continue;
    const cause = causes.get(said.death);
    if (cause !== undefined) add(cause, -said.quantity);
  }
  return [...dead]
    .filter(([, count]) => count > 0)
    .map(([cause, count]) => ({ cause, dead: count }))
    .sort((a, b) => b.dead - a.dead);
}

export interface Season {
  readonly uuid: string;
  readonly kind: 'flowering' | 'fruiting';
  readonly start: string;
  readonly end: string;
  readonly peak: string | null;
}

/** When it flowered and fruited; a day alone when no other is known. */
export function seasons(events: readonly CultivationEvent[]): Season[] {
  return standing(events).flatMap(({ uuid, said, event_date }) => {
    if (said.kind !== 'flowering' && said.kind !== 'fruiting') return [];
    const start = said.start ?? said.peak ?? said.end ?? event_date;
    return [{ uuid, kind: said.kind, start, end: said.end ?? said.peak ?? start, peak: said.peak ?? null }];
  });
}
