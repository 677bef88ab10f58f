import { Lineage, LineageNode, byGeneration, headings, itemsOf, screenOf, spotsOf } from './graph';

const node = (kind: LineageNode['kind'], steps: number, generation: number | null): LineageNode => ({
  kind,
  steps,
  generation,
  restricted: generation === null,
  uuid: generation === null ? null : `${kind}-${steps}`,
  code: generation === null ? null : `${kind} ${steps}`,
});

/** A wild harvest, its material, two lots, a sowing, a cultivation that may not be read, its harvest. */
const lineage: Lineage = {
  nodes: [
    node('material', 0, 0),
    node('harvest', -1, 0),
    node('seed_lot', 1, 0),
    node('seed_lot', 1, 0),
    node('sowing', 2, 0),
    node('cultivation', 3, null),
    node('harvest', 4, 0),
    node('material', 5, 1),
  ],
  edges: [
    { from: 1, to: 0, kind: 'origin' },
    { from: 0, to: 2, kind: 'lot' },
    { from: 0, to: 3, kind: 'lot' },
    { from: 3, to: 4, kind: 'sowing' },
    { from: 4, to: 5, kind: 'seedlings' },
    { from: 5, to: 6, kind: 'harvest' },
    { from: 6, to: 7, kind: 'origin' },
  ],
  total: 8,
};

describe('a lineage', () => {
  it('says what each record comes from', () => {
    const items = itemsOf(lineage);
    expect(items[1]?.from).toEqual([]);
    expect(items[4]?.from).toEqual([{ node: lineage.nodes[3], link: 'sowing' }]);
  });

  it('groups by generation, the oldest first and what may not be read last', () => {
    const groups = byGeneration(lineage);
    expect(groups.map((group) => group.generation)).toEqual([0, 1, null]);
    expect(groups[0]?.items.map((item) => item.rank)).toEqual([1, 0, 2, 3, 4, 6]);
    expect(groups[2]?.items.map((item) => item.rank)).toEqual([5]);
  });

  it('stands in columns headed by a generation, each record near its parents', () => {
    const spots = spotsOf(lineage);
    expect(spots.map((spot) => spot.column)).toEqual([1, 0, 2, 2, 3, 4, 5, 6]);
    expect([spots[2]?.line, spots[3]?.line]).toEqual([-0.5, 0.5]);
    expect(headings(lineage, spots)).toEqual([0, 0, 0, 0, null, 0, 1]);
  });

  it('leads to a screen when there is one and it may be read', () => {
    expect(screenOf(node('seed_lot', 0, 0))).toEqual(['/seed-lots', 'seed_lot-0']);
    expect(screenOf(node('reception', 0, 0))).toBeNull();
    expect(screenOf(node('cultivation', 0, null))).toBeNull();
  });
});
