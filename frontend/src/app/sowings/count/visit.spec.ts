import type { Count } from '@app/counting/shared/model';
import { EMPTY, Entry, Standing, flawOf, linesOf, outcomeOf, standingAt } from './visit';

const NOTES = { stage: null, remarks: null };
const before = (standing: Partial<Standing>): Standing => ({
  emerged: 0,
  alive: 0,
  dissected: 0,
  isLate: false,
  ...standing,
});
const entry = (said: Partial<Entry>): Entry => ({ ...EMPTY, ...said });

function count(date: string, said: Partial<Count>): Count {
  return {
    uuid: date,
    operation: date,
    replicate: { uuid: 'a', code: 'A' },
    count_date: date,
    is_derived: false,
    classes: [],
    id_digitiser: 1,
    meta_create_date: `${date}T08:00:00Z`,
    ...said,
  };
}

describe('where a replicate stands', () => {
  const counts = [
    count('2026-11-20', { emerged: 4, dead: 1 }),
    count('2026-11-15', { emerged: 9, reversed_by: 'x' }),
    count('2026-11-15', { emerged: 9, reverses: 'y' }),
    count('2026-11-10', { emerged: 5, pricked_out: 2, removed: 1, dissected: 3 }),
    count('2026-11-10', { emerged: 50, replicate: { uuid: 'b', code: 'B' } }),
  ];

  it('sums the visits that stand', () => {
    expect(standingAt(counts, 'a', '2026-11-25')).toEqual({ emerged: 9, alive: 5, dissected: 3, isLate: false });
  });

  it('leaves out what came later', () => {
    expect(standingAt(counts, 'a', '2026-11-12')).toEqual({ emerged: 5, alive: 2, dissected: 3, isLate: true });
    expect(standingAt(counts, 'a', '2026-11-01')).toMatchObject({ alive: 0, isLate: true });
  });
});

describe('what a visit comes to', () => {
  it('deduces the emergence from a rise of what is alive', () => {
    const after = outcomeOf(entry({ observed_alive: 9 }), 'alive', before({ emerged: 6, alive: 5 }));
    expect(after).toMatchObject({ emerged: 4, dead: 0, disappeared: 0, aliveAfter: 9, emergedAfter: 10 });
  });

  it('deduces disappearances from a fall', () => {
    const after = outcomeOf(entry({ observed_alive: 3 }), 'alive', before({ emerged: 6, alive: 5 }));
    expect(after).toMatchObject({ emerged: 0, dead: 2, disappeared: 2, aliveAfter: 3, emergedAfter: 6 });
  });

  it('adds up what changed', () => {
    const after = outcomeOf(entry({ emerged: 4, dead: 1, removed: 2 }), 'changes', before({ emerged: 6, alive: 5 }));
    expect(after).toMatchObject({ emerged: 4, dead: 1, removed: 2, disappeared: 0, aliveAfter: 6, emergedAfter: 10 });
  });

  it('does not mix the two ways', () => {
    const both = entry({ observed_alive: 3, emerged: 4 });
    expect(outcomeOf(both, 'alive', before({ alive: 3 }))).toMatchObject({ emerged: 0, aliveAfter: 3 });
    expect(outcomeOf(both, 'changes', before({ alive: 3 }))).toMatchObject({ emerged: 4, aliveAfter: 7 });
  });
});

describe('what would be refused', () => {
  it('is more emerged than sown', () => {
    expect(flawOf(entry({ emerged: 6 }), 'changes', before({ emerged: 20, alive: 20 }), 25)).toEqual({
      field: 'emerged',
      kind: 'more_than_sown',
      n: 1,
    });
    expect(flawOf(entry({ observed_alive: 26 }), 'alive', before({}), 25)).toMatchObject({ field: 'observed_alive' });
    expect(flawOf(entry({ emerged: 5 }), 'changes', before({ emerged: 20, alive: 20 }), 25)).toBeNull();
    expect(flawOf(entry({ emerged: 600 }), 'changes', before({}), null)).toBeNull();
  });

  it('counts what was opened', () => {
    expect(flawOf(entry({ dissected: 6 }), 'changes', before({ emerged: 20, alive: 20 }), 25)).toMatchObject({
      field: 'dissected',
      n: 1,
    });
  });

  it('is more losses than seedlings, unless a later visit may explain it', () => {
    const loss = entry({ emerged: 1, dead: 4 });
    expect(flawOf(loss, 'changes', before({ alive: 2 }), 25)).toEqual({
      field: 'dead',
      kind: 'more_than_alive',
      n: 1,
    });
    expect(flawOf(entry({ removed: 3 }), 'changes', before({ alive: 2 }), 25)).toMatchObject({ field: 'removed' });
    expect(flawOf(loss, 'changes', before({ alive: 2, isLate: true }), 25)).toBeNull();
  });

  it('is a surplus without its cause', () => {
    expect(flawOf(entry({ surplus: 1 }), 'changes', before({}), 25)).toMatchObject({ field: 'surplus_cause' });
    expect(flawOf(entry({ surplus: 1, surplus_cause: 'weed' }), 'changes', before({}), 25)).toBeNull();
  });
});

describe('the lines of a visit', () => {
  const replicates = [{ uuid: 'a' }, { uuid: 'b' }];

  it('are those of the replicates that say something', () => {
    const entries = { b: entry({ emerged: 3, dead: 1, death_cause: 'frost' }) };
    expect(linesOf(replicates, entries, 'changes', false, NOTES)).toEqual([
      { replicate: 'b', emerged: 3, dead: 1, death_cause: 'frost' },
    ]);
  });

  it('say that nothing changed where one looked', () => {
    expect(linesOf(replicates, { a: entry({ emerged: 0 }) }, 'changes', true, NOTES)).toEqual([
      { replicate: 'a', emerged: 0 },
      { replicate: 'b', emerged: 0 },
    ]);
  });

  it('leave out what was not seen when one says what is alive', () => {
    const entries = { a: entry({ observed_alive: 0, emerged: 5, surplus: 2, surplus_cause: 'polyembryony' }) };
    expect(linesOf(replicates, entries, 'alive', true, NOTES)).toEqual([
      { replicate: 'a', observed_alive: 0, surplus: 2, surplus_cause: 'polyembryony' },
    ]);
  });

  it('keep a cause only with what it explains', () => {
    const entries = { a: entry({ emerged: 1, dead: 0, death_cause: 'frost', surplus_cause: 'weed' }) };
    expect(linesOf(replicates, entries, 'changes', false, NOTES)).toEqual([{ replicate: 'a', emerged: 1, dead: 0 }]);
  });

  it('carry the remark of the visit', () => {
    const notes = { stage: 'cot', remarks: 'Limaces' };
    expect(linesOf(replicates, { a: entry({ observed_alive: 2 }) }, 'alive', false, notes)).toEqual([
      { replicate: 'a', observed_alive: 2, stage: 'cot', remarks: 'Limaces' },
    ]);
  });
});
