/** A column of a list. */
export interface Column {
  /** Name of the cell's template, and of the choice kept. */
  readonly key: string;
  /** Key of its translation. */
  readonly label: string;
  /** A width of CSS grid: `2fr`, `8em`. */
  readonly width: string;
  /** The API's name of its sort, when it has one. */
  readonly sort?: string;
  readonly numeric?: boolean;
  /** Shown until the user chooses; true when not said. */
  readonly shown?: boolean;
}

const key = (list: string): string => `exsitu:columns:${list}`;

/** The columns that the user chose on this device. */
export function chosenColumns(list: string, columns: readonly Column[]): ReadonlySet<string> {
  const kept = localStorage.getItem(key(list));
  const known = new Set(columns.map((column) => column.key));
  const names = kept?.split(',').filter((name) => known.has(name)) ?? [];
  return new Set(
    names.length > 0 ? names : columns.filter((column) => column.shown !== false).map((column) => column.key),
  );
}

export function keepColumns(list: string, chosen: ReadonlySet<string>): void {
  localStorage.setItem(key(list), [...chosen].join(','));
}
