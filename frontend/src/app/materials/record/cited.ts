import type { Schemas } from '@api/api';

/** Was it cited by a name that is not today's, authors aside? */
export function isOtherName({ name, cited_name }: Schemas['MaterialTaxon']): boolean {
  return name !== null && name !== undefined && !cited_name.startsWith(name);
}
