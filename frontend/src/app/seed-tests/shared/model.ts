import type { Schemas } from '@api/api';

export type SeedTest = Schemas['SeedTest'];
export type SeedTestRecord = Schemas['SeedTestRecord'];
export type NewSeedTest = Schemas['NewSeedTest'];
export type TestKind = Schemas['TestKind'];
export type TestPurpose = Schemas['TestPurpose'];
export type TestState = Schemas['TestState'];
export type TestSupport = Schemas['TestSupport'];
export type SeedClass = Schemas['SeedClass'];
export type Regime = Schemas['Regime'];

export const STATES: readonly TestState[] = ['draft', 'running', 'finished', 'cancelled'];
export const KINDS: readonly TestKind[] = ['germination', 'tetrazolium', 'cut', 'x_ray'];
export const PURPOSES: readonly TestPurpose[] = ['initial', 'monitoring', 'dormancy', 'practice'];
export const SUPPORTS: readonly TestSupport[] = ['filter_paper', 'agar', 'sand', 'soil', 'rolled_paper', 'other'];

/** What the seeds of a kind of test are found to be, what is seen most often first. */
export const SEED_CLASSES: Readonly<Record<TestKind, readonly SeedClass[]>> = {
  germination: ['fresh', 'hard', 'dead', 'empty', 'embryoless', 'infested'],
  tetrazolium: ['stained', 'partly_stained', 'unstained', 'empty', 'infested'],
  cut: ['full', 'empty', 'infested', 'immature'],
  x_ray: ['full', 'empty', 'infested', 'immature'],
};
/** What the seedlings of a germination test are found to be. */
export const SEEDLING_CLASSES: readonly SeedClass[] = ['normal', 'abnormal'];

/** Seeds germinate there; elsewhere they are only examined. */
export function germinates({ kind }: Pick<SeedTest, 'kind'>): boolean {
  return kind === 'germination';
}

export function classCount({ tally }: Pick<SeedTest, 'tally'>, ...classes: SeedClass[]): number {
  return tally.classes.filter((one) => classes.includes(one.class)).reduce((sum, one) => sum + one.seeds, 0);
}

/** The seeds of a finished germination test that are still alive: those a second chance is for. */
export function stillAlive(test: Pick<SeedTest, 'tally'>): number {
  return classCount(test, 'fresh', 'hard');
}

/** A second chance may be given to what a finished germination test left, unless all of it is known to be dead. */
export function mayHaveSecondChance(test: SeedTest): boolean {
  if (test.state !== 'finished' || !germinates(test)) return false;
  const left = (test.seeds ?? 0) - (test.tally.emerged ?? 0);
  return left > classCount(test, 'dead', 'empty', 'embryoless', 'infested');
}
