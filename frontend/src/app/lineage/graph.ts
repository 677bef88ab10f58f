import type { Schemas } from '@api/api';

export type Lineage = Schemas['Lineage'];
export type LineageNode = Schemas['LineageNode'];

/** A record of a lineage, and those that it comes from. */
export interface LineageItem {
  readonly rank: number;
  readonly node: LineageNode;
  readonly from: readonly { readonly node: LineageNode; readonly link: Schemas['LineageLink'] }[];
}

/** The records of a generation, the oldest first; null for those that may not be read. */
export interface Generation {
  readonly generation: number | null;
  readonly items: readonly LineageItem[];
}

/** Where a record stands in the drawing: its column from the left, its line from the top. */
export interface Spot {
  readonly column: number;
  readonly line: number;
}

const FOLDERS: Readonly<Record<Schemas['LineageKind'], string | null>> = {
  harvest: '/harvests',
  reception: null,
  material: '/materials',
  seed_lot: '/seed-lots',
  seed_test: '/seed-tests',
  sowing: '/sowings',
  cultivation: '/cultivations',
};

/** The screen of a record, when it has one and may be read. */
export function screenOf(node: LineageNode): readonly string[] | null {
  const folder = FOLDERS[node.kind];
  return folder === null || !node.uuid ? null : [folder, node.uuid];
}

export function itemsOf(lineage: Lineage): LineageItem[] {
  const parents = new Map<number, { node: LineageNode; link: Schemas['LineageLink'] }[]>();
  for (const edge of lineage.edges) {
    const node = lineage.nodes[edge.from];
    if (node) parents.set(edge.to, [...(parents.get(edge.to) ?? []), { node, link: edge.kind }]);
  }
  return lineage.nodes.map((node, rank) => ({ rank, node, from: parents.get(rank) ?? [] }));
}

/** One group a generation, what may not be read last. */
export function byGeneration(lineage: Lineage): Generation[] {
  const groups = new Map<number | null, LineageItem[]>();
  const ordered = itemsOf(lineage).sort((a, b) => a.node.steps - b.node.steps || a.rank - b.rank);
  for (const item of ordered) {
    const generation = item.node.generation ?? null;
    groups.set(generation, [...(groups.get(generation) ?? []), item]);
  }
  const place = (generation: number | null): number => generation ?? Number.POSITIVE_INFINITY;
  return [...groups]
    .map(([generation, items]) => ({ generation, items }))
    .sort((a, b) => place(a.generation) - place(b.generation));
}

/** A column a step, from the farthest ancestor; in it, each near those that it is tied to. */
export function spotsOf(lineage: Lineage): Spot[] {
  const steps = lineage.nodes.map((node) => node.steps);
  const first = Math.min(0, ...steps);
  const lines = new Map<number, number>();
  const tied = (rank: number, inward: 'from' | 'to'): number => {
    const outward = inward === 'from' ? 'to' : 'from';
    const known = lineage.edges
      .filter((edge) => edge[outward] === rank)
      .map((edge) => lines.get(edge[inward]))
      .filter((line) => line !== undefined);
    return known.length === 0 ? 0 : known.reduce((sum, line) => sum + line, 0) / known.length;
  };
  // From the record outwards: a descendant stands by its parents, an ancestor by its children.
  const outwards = [...new Set(steps)].sort((a, b) => Math.abs(a) - Math.abs(b));
  for (const step of outwards) {
    const inward = step < 0 ? 'to' : 'from';
    const ranks = steps.flatMap((other, rank) => (other === step ? [{ rank, near: tied(rank, inward) }] : []));
    ranks.sort((a, b) => a.near - b.near || a.rank - b.rank);
    ranks.forEach(({ rank }, index) => lines.set(rank, index - (ranks.length - 1) / 2));
  }
  return steps.map((step, rank) => ({ column: step - first, line: lines.get(rank) ?? 0 }));
}

/** The generation that each column is headed by: that of the records in it that may be read. */
export function headings(lineage: Lineage, spots: readonly Spot[]): (number | null)[] {
  const width = Math.max(...spots.map((spot) => spot.column)) + 1;
  return Array.from({ length: width }, (_, column) => {
    const known = lineage.nodes.filter((_node, rank) => spots[rank]?.column === column).map((node) => node.generation);
    return known.find((generation) => generation !== null && generation !== undefined) ?? null;
  });
}
