/** Field by field, what two people made of the same record. */
export interface Difference {
  readonly field: string;
  readonly mine: unknown;
  readonly theirs: unknown;
  /** Both changed it, and not alike: a choice is needed. */
  readonly contested: boolean;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** Fields where mine and theirs differ, when both started from `base`. */
export function differences(
  base: Readonly<Record<string, unknown>>,
  mine: Readonly<Record<string, unknown>>,
  theirs: Readonly<Record<string, unknown>>,
): Difference[] {
  return Object.keys(mine)
    .filter((field) => !same(mine[field], theirs[field]))
    .map((field) => ({
      field,
      mine: mine[field],
      theirs: theirs[field],
      contested: !same(base[field], mine[field]) && !same(base[field], theirs[field]),
    }));
}

/** What I changed, and what the other changed elsewhere. */
export function merged<T extends Readonly<Record<string, unknown>>>(base: T, mine: T, theirs: T): T {
  const entries = Object.keys(mine).map((field) => [
    field,
    same(base[field], mine[field]) ? theirs[field] : mine[field],
  ]);
  return Object.fromEntries(entries) as T;
}
