import { Schemas } from '@api/api';

type Stop = Schemas['RoundStop'];

/** What was seen of a lot; nothing is null. */
export interface Seen {
  readonly level: string | null;
  /** The silica pellets were changed that day. */
  readonly changed: boolean;
  readonly indicator: string | null;
  readonly equilibrium_humidity: number | null;
  readonly temperature: number | null;
  readonly moisture_percent: number | null;
  readonly device: string | null;
  readonly remarks: string | null;
}

export const NOTHING: Seen = {
  level: null,
  changed: false,
  indicator: null,
  equilibrium_humidity: null,
  temperature: null,
  moisture_percent: null,
  device: null,
  remarks: null,
};

/** What was seen, and of which lot where. */
export interface Entry {
  readonly lot: string;
  readonly place: string;
  readonly seen: Seen;
}

/** What is kept on the device until all is sent. */
export interface Round {
  /** Makes the request known again when it is sent twice. */
  readonly id: string;
  readonly day: string | null;
  /** By lot and place, in the order of their entry. */
  readonly entries: Readonly<Record<string, Entry>>;
}

/** The service takes so many at once. */
export const MOST = 500;

export function keyOf(stop: Stop): string {
  return `${stop.lot.uuid}:${stop.place.uuid}`;
}

/** A remark alone is no check. */
export function saysNothing({ remarks: _, ...seen }: Seen): boolean {
  return Object.values(seen).every((value) => value === null || value === false);
}

/** The round with what is seen of a lot; another round to send, since something changed. */
export function entered(round: Round, stop: Stop, seen: Seen, id: string): Round {
  const entries = { ...round.entries };
  const key = keyOf(stop);
  if (saysNothing(seen) && (seen.remarks ?? '') === '') delete entries[key];
  else entries[key] = { lot: stop.lot.uuid, place: stop.place.uuid, seen };
  return { ...round, id, entries };
}

/** The keys of what is sent at once. */
export function sending(round: Round): string[] {
  return Object.keys(round.entries).slice(0, MOST);
}

export function bodyOf(round: Round, keys: readonly string[]): Schemas['NewHumidityRound'] {
  const lines = keys.flatMap((key) => {
    const entry = round.entries[key];
    if (entry === undefined) return [];
    const { changed, ...seen } = entry.seen;
    const check_date = round.day ?? undefined;
    const indicator_changed_on = changed ? round.day : null;
    return [{ lot: entry.lot, check: { ...seen, place: entry.place, check_date, indicator_changed_on } }];
  });
  return { lines };
}

/** What is refused, by line, in the words of the service; what is not about a line is under an empty key. */
export function refusedLines(
  keys: readonly string[],
  errors: Schemas['ProblemDocument']['errors'],
): ReadonlyMap<string, string> {
  return new Map(
    errors.map(({ pointer, message }) => {
      const n = /^\/lines\/(\d+)/.exec(pointer)?.[1];
      return [n === undefined ? '' : (keys[Number(n)] ?? ''), message];
    }),
  );
}

/** The stops, box by box, in their order. */
export function byPlace(stops: readonly Stop[]): { readonly place: Stop['place']; readonly stops: Stop[] }[] {
  const groups: { place: Stop['place']; stops: Stop[] }[] = [];
  for (const stop of stops) {
    const last = groups.at(-1);
    if (last?.place.uuid === stop.place.uuid) last.stops.push(stop);
    else groups.push({ place: stop.place, stops: [stop] });
  }
  return groups;
}
