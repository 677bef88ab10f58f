import type { Schemas } from '@api/api';
import type { ProblemDocument } from '@api/problem';
import type { EntryErrors } from '@ui/entry/cells';

type NewLine = Schemas['NewLine'];

/** What the service refused of a visit: on its cells, and what is of none. */
export interface Refused {
  readonly cells: EntryErrors;
  /** Messages of lines that no cell shows. */
  readonly others: readonly string[];
}

export const NOTHING_REFUSED: Refused = { cells: {}, others: [] };

/** What an error of a line is about: its field, which one of a list, the law that it breaks. */
export interface About {
  readonly field: string | undefined;
  readonly index: string | undefined;
  readonly code: string;
}

/** Puts the errors of the service on the cells of the lines that were sent; `columnOf` says in which column. */
export function cellErrors(
  errors: ProblemDocument['errors'],
  lines: readonly NewLine[],
  columnOf: (line: NewLine, about: About) => string | null,
): Refused {
  const cells: Record<string, Record<string, string>> = {};
  const others: string[] = [];
  for (const { pointer, code, message } of errors) {
    const [, list, at, field, index] = pointer.split('/');
    if (list !== 'lines') continue;
    const line = at === undefined ? undefined : lines[Number(at)];
    const column = line === undefined ? null : columnOf(line, { field, index, code });
    if (line === undefined || column === null) others.push(message);
    else (cells[line.replicate] ??= {})[column] ??= message;
  }
  return { cells, others };
}

/** What is refused is all said where it is. */
export function areAllInCells({ cells, others }: Refused, errors: ProblemDocument['errors'] | undefined): boolean {
  const about = errors?.length ?? 0;
  return about > 0 && others.length === 0 && Object.values(cells).flatMap(Object.keys).length === about;
}
