import type { Schemas } from '@api/api';

export type Sowing = Schemas['Sowing'];
export type SowingRecord = Schemas['SowingRecord'];
export type State = Schemas['State'];
export type SourceKind = Schemas['SourceKind'];
export type NewSowing = Schemas['NewSowing'];

/** In the order of a sowing's life. */
export const STATES: readonly State[] = [
  'draft',
  'prepared',
  'in_pretreatment',
  'sown',
  'emerging',
  'overwintering',
  'emergence_ended',
  'closed',
  'cancelled',
];

/** Those where a count may be entered: seeds may germinate during stratification. */
export const COUNTABLE: readonly State[] = ['in_pretreatment', 'sown', 'emerging', 'overwintering'];

export function isCountable(state: State): boolean {
  return COUNTABLE.includes(state);
}

/** The seeds have left the packet. */
export function isDebited(state: State): boolean {
  return state !== 'draft' && state !== 'prepared' && state !== 'cancelled';
}

/** Is the denominator of the rates known: seeds, one by one? */
export function areCountedSeeds(sowing: Pick<Sowing, 'sown_unit' | 'sown_basis'>): boolean {
  return sowing.sown_unit === 'seed' && sowing.sown_basis === 'counted';
}
