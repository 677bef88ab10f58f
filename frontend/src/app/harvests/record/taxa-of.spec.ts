import { taxaOf } from './taxa-of';

const taxon = (cd_nom: number) => ({ cd_nom, cited_name: `taxon ${cd_nom}` });

it('takes the taxa of the materials once each, in their order', () => {
  const materials = [{ taxa: [taxon(2), taxon(1)] }, { taxa: [taxon(2)] }, { taxa: [taxon(3)] }];
  expect(taxaOf(materials).map(({ cd_nom }) => cd_nom)).toEqual([2, 1, 3]);
});
