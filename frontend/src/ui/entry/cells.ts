/** A row: a replicate, a tray. */
export interface EntryRow {
  readonly key: string;
  readonly label: string;
  /** Under the label: where it is, what was sown. */
  readonly sublabel?: string;
}

/** A column: what is counted. */
export interface EntryColumn {
  readonly key: string;
  readonly label: string;
  /** The same where there is little room. */
  readonly short: string;
}

/** By row, then by column; null and missing are not counted, which is not zero. */
export type EntryValues = Readonly<Record<string, Readonly<Record<string, number | null>>>>;

/** Why a cell is refused, by row, then by column. */
export type EntryErrors = Readonly<Record<string, Readonly<Record<string, string>>>>;

export function valueAt(values: EntryValues, row: string, column: string): number | null {
  return values[row]?.[column] ?? null;
}

export function withValue(values: EntryValues, row: string, column: string, value: number | null): EntryValues {
  return { ...values, [row]: { ...values[row], [column]: value } };
}

/** The sum of what is known; null when nothing is. */
export function total(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}
