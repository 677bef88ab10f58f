/** Where a list opens, and how high it may be, in pixels. */
export interface Room {
  readonly side: 'below' | 'above';
  readonly height: number;
}

interface Band {
  readonly top: number;
  readonly bottom: number;
}

const MARGIN = 8;
const ENOUGH = 200;
const MOST = 400;

/** Below its field when there is room enough, else on the larger side of it. */
export function roomAround(field: Band, seen: Band): Room {
  const below = seen.bottom - field.bottom - MARGIN;
  const above = field.top - seen.top - MARGIN;
  const side = below >= ENOUGH || below >= above ? 'below' : 'above';
  return { side, height: Math.max(0, Math.min(MOST, side === 'below' ? below : above)) };
}

/** What one sees of the page: the keyboard of a phone covers the rest. */
export function bandInSight(): Band {
  const viewport = window.visualViewport;
  const top = viewport?.offsetTop ?? 0;
  return { top, bottom: top + (viewport?.height ?? window.innerHeight) };
}
