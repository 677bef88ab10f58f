import type { Schemas } from '@api/api';

export const EXIT_KINDS: readonly Schemas['ExitKind'][] = [
  'reintroduction',
  'reinforcement',
  'introduction',
  'gift',
  'exchange',
  'sale',
  'destruction',
];

/** The plants go back to the wild, where they are followed. */
export function isRelease(kind: Schemas['ExitKind']): boolean {
  return kind === 'reintroduction' || kind === 'reinforcement' || kind === 'introduction';
}
