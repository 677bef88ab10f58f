import { SeedTest, mayHaveSecondChance, stillAlive } from './model';

const test = (more: Partial<SeedTest>, emerged: number | null = 60): SeedTest =>
  ({
    kind: 'germination',
    state: 'finished',
    seeds: 100,
    tally: { emerged, classes: [{ class: 'fresh', seeds: 25 }, { class: 'hard', seeds: 5 }, { class: 'dead', seeds: 10 }] },
    ...more,
  }) as SeedTest;

describe('the second chance', () => {
  it('is for the seeds that stayed alive', () => {
    expect(stillAlive(test({}))).toBe(30);
  });

  it('is given to what a finished germination test left', () => {
    expect(mayHaveSecondChance(test({}))).toBe(true);
    expect(mayHaveSecondChance(test({}, 100))).toBe(false);
    // Thirty were alive, ten dead: when ninety germinated, only the dead are left.
    expect(mayHaveSecondChance(test({}, 90))).toBe(false);
    expect(mayHaveSecondChance(test({ state: 'running' }))).toBe(false);
    expect(mayHaveSecondChance(test({ kind: 'tetrazolium' }, null))).toBe(false);
  });
});
