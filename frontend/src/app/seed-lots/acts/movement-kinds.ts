import { Schemas } from '@api/api';

type MovementKind = Schemas['MovementKind'];

/** What takes seeds out and is written by hand; sowings and tests write their own. */
export const EXITS: readonly MovementKind[] = [
  'gift',
  'exchange',
  'reintroduction',
  'safety_duplicate',
  'carpotheque',
  'loss',
  'destruction',
  'other',
];
export const ENTRIES: readonly MovementKind[] = ['initial_entry', 'culture_entry', 'external_entry', 'return'];

export function isEntry(kind: MovementKind | null): boolean {
  return kind !== null && ENTRIES.includes(kind);
}

/** Somebody gives or receives. */
export function hasPartner(kind: MovementKind | null): boolean {
  return kind !== null && ['gift', 'exchange', 'reintroduction', 'safety_duplicate', 'external_entry', 'return'].includes(kind);
}
