import { Fate, FateSankey, SeedFate, fateSankey, seedFate } from './fate-sankey';

const KNOWN: SeedFate = {
  sown: 150,
  emerged: 107,
  alive: 60,
  dead: 8,
  pricked_out: 34,
  removed: 5,
  not_emerged: 43,
  dissected: 0,
  not_counted: 0,
  surplus: 0,
};

const value = (sankey: FateSankey, source: Fate, target: Fate): number | undefined =>
  sankey.links.find((link) => link.source === source && link.target === target)?.value;

function expectBalance({ nodes, links }: FateSankey): void {
  for (const { fate, value: size } of nodes) {
    const out = links.filter((link) => link.source === fate);
    if (out.length > 0) expect([fate, out.reduce((sum, link) => sum + link.value, 0)]).toEqual([fate, size]);
  }
}

describe('fateSankey', () => {
  it('says where every seed is once the emergence is over', () => {
    const sankey = fateSankey(KNOWN);
    expect(value(sankey, 'sown', 'emerged')).toBe(107);
    expect(value(sankey, 'sown', 'not_emerged')).toBe(43);
    expect(value(sankey, 'emerged', 'pricked_out')).toBe(34);
    expect(sankey.notes).toEqual([]);
    expectBalance(sankey);
  });

  it('does not call lost what may still emerge, nor what nobody looked at', () => {
    const sankey = fateSankey({ ...KNOWN, not_emerged: null, not_counted: 30 });
    expect(value(sankey, 'sown', 'waiting')).toBe(13);
    expect(value(sankey, 'sown', 'not_counted')).toBe(30);
    expect(value(sankey, 'sown', 'not_emerged')).toBeUndefined();
    expectBalance(sankey);
  });

  it('sets apart the seeds that were opened', () => {
    const sankey = fateSankey({ ...KNOWN, dissected: 10 });
    expect(value(sankey, 'sown', 'dissected')).toBe(10);
    expect(value(sankey, 'sown', 'not_emerged')).toBe(33);
    expectBalance(sankey);
  });

  it('draws no link for a zero', () => {
    const sankey = fateSankey({
      ...KNOWN,
      emerged: 0,
      alive: 0,
      dead: 0,
      pricked_out: 0,
      removed: 0,
      not_emerged: 150,
    });
    expect(sankey.links).toEqual([{ source: 'sown', target: 'not_emerged', value: 150 }]);
  });

  it('knows nothing before the first visit', () => {
    const sankey = fateSankey({ ...KNOWN, emerged: null, alive: null, not_emerged: null });
    expect(sankey.links).toEqual([{ source: 'sown', target: 'not_counted', value: 150 }]);
    expect(sankey.notes).toEqual(['never_counted']);
  });

  it('follows the seedlings when what was sown is not known', () => {
    const sankey = fateSankey({ ...KNOWN, sown: null, not_emerged: null });
    expect(sankey.links.some((link) => link.source === 'sown')).toBe(false);
    expect(value(sankey, 'emerged', 'dead')).toBe(8);
    expect(sankey.notes).toEqual(['sown_unknown']);
    expectBalance(sankey);
  });

  it('leaves out sums that cannot be, and says so', () => {
    expect(fateSankey({ ...KNOWN, sown: 100 }).notes).toEqual(['more_than_sown']);
    const sankey = fateSankey({ ...KNOWN, alive: 90 });
    expect(sankey.notes).toEqual(['more_than_emerged']);
    expect(sankey.links.some((link) => link.source === 'emerged')).toBe(false);
  });

  it('shows the seedlings that nothing accounts for', () => {
    const sankey = fateSankey({ ...KNOWN, alive: 55 });
    expect(value(sankey, 'emerged', 'unexplained')).toBe(5);
    expect(sankey.notes).toEqual(['unexplained']);
    expectBalance(sankey);
  });

  it('has no link for what is unknown', () => {
    const sankey = fateSankey({ ...KNOWN, pricked_out: null });
    expect(sankey.links.some((link) => link.source === 'emerged')).toBe(false);
    expect(sankey.notes).toEqual(['parts_unknown']);
  });

  it('keeps the surplus beside', () => {
    const sankey = fateSankey({ ...KNOWN, surplus: 2 });
    expect(sankey.links).toEqual(fateSankey(KNOWN).links);
    expect(sankey.notes).toEqual(['surplus']);
  });
});

describe('seedFate', () => {
  const emergence = { visits: 3, emerged: 9, alive: 7, dead: 2, removed: 0, pricked_out: 0, surplus: 0 };
  const replicate = { dead: 0, dissected: 1, pricked_out: 0, removed: 0, surplus: 0, uuid: 'u', version: 1 };

  it('adds up what replicates know that the sowing does not say', () => {
    const fate = seedFate(60, emergence, [
      { ...replicate, code: 'A', sown: 20, visits: 3 },
      { ...replicate, code: 'B', sown: 40, visits: 0, dissected: 0 },
    ]);
    expect(fate).toMatchObject({ sown: 60, emerged: 9, not_emerged: null, dissected: 1, not_counted: 40 });
  });

  it('does not count what an unseen replicate does not say', () => {
    expect(seedFate(null, emergence, [{ ...replicate, code: 'A', sown: null, visits: 0 }]).not_counted).toBeNull();
  });
});
