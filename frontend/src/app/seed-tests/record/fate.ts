import type { SeedFate } from '@ui/chart/fate-sankey';
import type { Replicate } from '@app/counting/shared/model';
import type { SeedTest } from '../shared/model';

/** Where the seeds of a test are; null before they left the lot. */
export function fateOf({ state, seeds, tally }: SeedTest, replicates: readonly Replicate[]): SeedFate | null {
  if (state === 'draft' || state === 'cancelled') return null;
  const unseen = replicates.filter((replicate) => replicate.visits === 0).map((replicate) => replicate.sown ?? null);
  return {
    sown: seeds ?? null,
    emerged: tally.emerged ?? null,
    alive: tally.alive ?? null,
    dead: tally.dead,
    pricked_out: tally.pricked_out,
    removed: tally.removed,
    not_emerged: state === 'finished' ? (tally.missing ?? null) : null,
    dissected: tally.dissected,
    not_counted: unseen.some((n) => n === null) ? null : unseen.reduce<number>((sum, n) => sum + (n ?? 0), 0),
    surplus: tally.surplus,
  };
}
