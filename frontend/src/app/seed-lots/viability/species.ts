import type { Schemas } from '@api/api';

/** The species whose constants give a figure: a `*` after a name says how they were measured. */
export function speciesOf({ rows }: Schemas['Prediction']): string[] {
  const species = rows.flatMap(({ species, value }) => (value === null || value === undefined ? [] : [species]));
  return [...new Set(species.map((name) => name.replace(/\*$/, '')))];
}
