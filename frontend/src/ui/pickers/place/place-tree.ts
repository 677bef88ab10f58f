import type { Schemas } from '@api/api';
import { folded } from '../combobox/source';

type PlaceNode = Schemas['PlaceNode'];

/** A place of the tree, with the way to it. */
export interface PlaceInTree {
  readonly uuid: string;
  readonly code: string;
  readonly label: string;
  readonly depth: number;
  /** Names from the building down to it, each without what the one before says already. */
  readonly path: readonly string[];
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** `Chambre froide 1, étagère 2` in `Chambre froide 1, 4 °C` is `Étagère 2`. */
export function shortName(label: string, parent: string | undefined): string {
  const [parts, known] = [label.split(', '), parent?.split(', ') ?? []];
  const own = parts.findIndex((part, i) => folded(part) !== folded(known[i] ?? ''));
  return own <= 0 ? label : capital(parts.slice(own).join(', '));
}

/** The places in the order of the tree; a site that holds everything is left out of the paths. */
export function placesOf(nodes: readonly PlaceNode[]): PlaceInTree[] {
  const oneSite = nodes.filter((node) => node.depth === 0).length === 1;
  const places = new Map<string, PlaceInTree>();
  for (const { uuid, parent, code, label, depth } of nodes) {
    const above = parent == null ? undefined : places.get(parent);
    const before = oneSite && above?.depth === 0 ? [] : (above?.path ?? []);
    places.set(uuid, { uuid, code, label, depth, path: [...before, shortName(label, above?.label)] });
  }
  return [...places.values()];
}

/** The places of which every word is in the path or the code; first those whose code starts so. */
export function placesNamed(places: readonly PlaceInTree[], text: string): PlaceInTree[] {
  const words = folded(text).split(/\s+/).filter(Boolean);
  const code = folded(text);
  return places
    .filter((place) => {
      const where = folded([place.code, place.label, ...place.path].join(' '));
      return words.every((word) => where.includes(word));
    })
    .map((place) => ({ place, late: code !== '' && folded(place.code).startsWith(code) ? 0 : 1 }))
    .sort((a, b) => a.late - b.late)
    .map(({ place }) => place);
}
