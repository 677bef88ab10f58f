import type { Geometry, LineString, Point, Polygon, Position } from 'geojson';

export type Drawable = Point | LineString | Polygon;
export type DrawableKind = Drawable['type'];

/** How many positions a shape needs. */
export const LEAST: Readonly<Record<DrawableKind, number>> = { Point: 1, LineString: 2, Polygon: 3 };

export type Axis = 'latitude' | 'longitude';
const LIMIT: Readonly<Record<Axis, number>> = { latitude: 90, longitude: 180 };

export type Degrees = { readonly value: number } | { readonly error: 'number' | Axis };

/** Decimal degrees as people type them: `44,81`, `44.81`, `-6`. */
export function parseDegrees(text: string, axis: Axis): Degrees {
  const typed = text.trim().replace(',', '.');
  if (!/^[+-]?\d+(\.\d*)?$/.test(typed)) return { error: 'number' };
  const value = Number(typed);
  return Math.abs(value) > LIMIT[axis] ? { error: axis } : { value: rounded(value) };
}

export type Positions =
  { readonly positions: readonly Position[] } | { readonly error: 'number' | Axis; readonly line: number };

/** One position a line, latitude then longitude: `44,81 6,33`, `44.81, 6.33`, `44,81 ; 6,33`. */
export function parsePositions(text: string): Positions {
  const positions: Position[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const [latitude, longitude, ...more] = partsOf(line);
    if (latitude === undefined || longitude === undefined || more.length > 0)
      return { error: 'number', line: index + 1 };
    const y = parseDegrees(latitude, 'latitude');
    const x = parseDegrees(longitude, 'longitude');
    if ('error' in y) return { error: y.error, line: index + 1 };
    if ('error' in x) return { error: x.error, line: index + 1 };
    positions.push([x.value, y.value]);
  }
  return { positions };
}

/** A comma separates only where nothing else does: it may be the decimal one. */
function partsOf(line: string): string[] {
  const separator = /[;\s]/.test(line.trim()) ? /[;\s]+/ : /,/;
  return line
    .trim()
    .split(separator)
    .map((part) => part.replace(/,$/, ''))
    .filter((part) => part !== '');
}

/** The shape through these positions, null when they are too few. */
export function shapeOf(kind: DrawableKind, positions: readonly Position[]): Drawable | null {
  const [first] = positions;
  if (first === undefined || positions.length < LEAST[kind]) return null;
  if (kind === 'Point') return { type: 'Point', coordinates: first };
  if (kind === 'LineString') return { type: 'LineString', coordinates: [...positions] };
  return { type: 'Polygon', coordinates: [[...positions, first]] };
}

/** The positions that a user may type or move: a polygon's outline, without its last, which is its first. */
export function positionsOf(geometry: Drawable): readonly Position[] {
  if (geometry.type === 'Point') return [geometry.coordinates];
  return geometry.type === 'LineString' ? geometry.coordinates : (geometry.coordinates[0] ?? []).slice(0, -1);
}

/** One shape, without holes: what the field can change. Anything else it shows and can replace. */
export function isDrawable(geometry: Geometry | null): geometry is Drawable {
  if (geometry?.type === 'Polygon') return geometry.coordinates.length === 1;
  return geometry?.type === 'Point' || geometry?.type === 'LineString';
}

export function positionsText(positions: readonly Position[]): string {
  return positions.map(([x, y]) => `${y} ${x}`).join('\n');
}

/** Six decimals are 10 cm, and what the service keeps. */
export function rounded(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
