export interface Place {
  readonly row: number;
  readonly column: number;
}

export interface Shape {
  readonly rows: number;
  readonly columns: number;
  readonly isOpen: (place: Place) => boolean;
}

/** Down, then at the top of the next column: one class after the other. Stays at the end. */
export function next(place: Place, shape: Shape): Place {
  return walk(place, shape, 1);
}

export function previous(place: Place, shape: Shape): Place {
  return walk(place, shape, -1);
}

/** The same class in the tray after (or before) this one; null when there is none. */
export function tray(place: Place, shape: Shape, step: 1 | -1): Place | null {
  for (let row = place.row + step; row >= 0 && row < shape.rows; row += step) {
    const there = { row, column: place.column };
    if (shape.isOpen(there)) return there;
  }
  return null;
}

function walk(place: Place, shape: Shape, step: 1 | -1): Place {
  const last = shape.rows * shape.columns - 1;
  const here = place.column * shape.rows + place.row;
  for (let index = here + step; index >= 0 && index <= last; index += step) {
    const there = { row: index % shape.rows, column: Math.floor(index / shape.rows) };
    if (shape.isOpen(there)) return there;
  }
  return place;
}
