import type { EntryColumn, EntryValues } from '@ui/entry/cells';
import type { Words } from '@ui/words';
import { DeathCause, EMPTY, Entry, Mode, SurplusCause } from './visit';

/** What is counted as a number. */
export type Counted = 'observed_alive' | 'emerged' | 'dead' | 'removed' | 'dissected' | 'surplus';
export type Column = EntryColumn & { readonly key: Counted };

export const DEATH_CAUSES: readonly DeathCause[] = [
  'damping_off',
  'drought',
  'heat',
  'frost',
  'pest',
  'disease',
  'theft',
  'disappeared',
  'error',
  'unknown',
];
export const SURPLUS_CAUSES: readonly SurplusCause[] = [
  'polyembryony',
  'weed',
  'substrate_residue',
  'counting_error',
];

const USUAL: Readonly<Record<Mode, readonly Counted[]>> = {
  changes: ['emerged', 'dead', 'removed'],
  alive: ['observed_alive'],
};
const SELDOM: readonly Counted[] = ['dissected', 'surplus'];

const SHORT: Readonly<Record<Counted, string>> = {
  observed_alive: 'sowings.visit.short.alive',
  emerged: 'sowings.visit.short.emerged',
  dead: 'sowings.visit.short.dead',
  removed: 'sowings.visit.short.removed',
  dissected: 'sowings.visit.short.dissected',
  surplus: 'sowings.visit.short.surplus',
};

/** The columns of a way of counting; the seldom ones on demand, or when one has a value. */
export function columnsOf(mode: Mode, more: boolean, values: EntryValues, words: Words): Column[] {
  const used = (key: Counted): boolean => Object.values(values).some((row) => typeof row[key] === 'number');
  const keys = [...USUAL[mode], ...SELDOM.filter((key) => more || used(key))];
  return keys.map((key) => ({ key, label: words.code('field', key), short: words.of(SHORT[key]) }));
}

/** What is entered of a replicate, its causes included. */
export function entryOf(
  values: Readonly<Record<string, number | null>>,
  death_cause: DeathCause | null,
  surplus_cause: SurplusCause | null,
): Entry {
  return { ...EMPTY, ...values, death_cause, surplus_cause };
}
