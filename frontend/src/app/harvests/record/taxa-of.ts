import type { Schemas } from '@api/api';

/** The taxa of some materials, once each, in the order of the materials. */
export function taxaOf(materials: readonly Pick<Schemas['Material'], 'taxa'>[]): Schemas['MaterialTaxon'][] {
  const all = materials.flatMap(({ taxa }) => taxa);
  return [...new Map(all.map((taxon) => [taxon.cd_nom, taxon])).values()];
}
