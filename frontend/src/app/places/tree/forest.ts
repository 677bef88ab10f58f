import { Schemas } from '@api/api';
import { folded } from '@ui/pickers/combobox/source';
import { shortName } from '@ui/pickers/place/place-tree';

type PlaceNode = Schemas['PlaceNode'];

/** A place with those it holds. */
export interface TreePlace extends PlaceNode {
  /** Its label without what the place that holds it says already. */
  readonly name: string;
  readonly children: TreePlace[];
}

/** The places at the top with all those below; the API gives each after the one that holds it. */
export function forestOf(nodes: readonly PlaceNode[]): TreePlace[] {
  const roots: TreePlace[] = [];
  const known = new Map<string, TreePlace>();
  for (const node of nodes) {
    const above = known.get(node.parent ?? '');
    const place: TreePlace = { ...node, name: shortName(node.label, above?.label), children: [] };
    known.set(node.uuid, place);
    // One whose holder may not be read is shown at the top.
    (above?.children ?? roots).push(place);
  }
  return roots;
}

/** Seed lots in a place and below it. */
export function lotsIn(place: Pick<PlaceNode, 'lots' | 'lots_below'>): number {
  return place.lots + place.lots_below;
}

/** What is open at first: down to where there is a choice. */
export function firstOpen(forest: readonly TreePlace[]): ReadonlySet<string> {
  const open = new Set<string>();
  let level = forest;
  while (level.length === 1 && level[0] !== undefined && level[0].children.length > 0) {
    open.add(level[0].uuid);
    level = level[0].children;
  }
  // Rooms and benches are what one looks for first.
  if (level.length <= 6) for (const place of level) if (place.children.some((one) => one.children.length > 0)) open.add(place.uuid);
  return open;
}

export interface Sifted {
  readonly places: TreePlace[];
  /** Those to open for what was found to be seen. */
  readonly open: ReadonlySet<string>;
  readonly found: number;
}

/** The places whose code or label has every word of a text, with what holds them and what they hold. */
export function sifted(forest: readonly TreePlace[], text: string): Sifted {
  const words = folded(text).split(/\s+/).filter(Boolean);
  const open = new Set<string>();
  let found = 0;
  const sift = (places: readonly TreePlace[]): TreePlace[] =>
    places.flatMap((place) => {
      const said = folded(`${place.code} ${place.label}`);
      const matches = words.every((word) => said.includes(word));
      const below = sift(place.children);
      if (matches) found += 1;
      if (below.length > 0) open.add(place.uuid);
      if (below.length > 0) return [{ ...place, children: below }];
      return matches ? [place] : [];
    });
  return { places: sift(forest), open, found };
}

/** The way from the top down to a place, itself last; empty when it is not in the tree. */
export function wayTo(nodes: readonly PlaceNode[], uuid: string): PlaceNode[] {
  const byUuid = new Map(nodes.map((node) => [node.uuid, node]));
  const way: PlaceNode[] = [];
  for (let node = byUuid.get(uuid); node !== undefined; node = byUuid.get(node.parent ?? '')) way.unshift(node);
  return way;
}

/** A place and all those below it: it cannot be moved there. */
export function withinPlace(nodes: readonly PlaceNode[], uuid: string): ReadonlySet<string> {
  const within = new Set([uuid]);
  for (const node of nodes) if (within.has(node.parent ?? '')) within.add(node.uuid);
  return within;
}
