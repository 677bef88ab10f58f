import { Level, shown } from './itineraries';

const one = (kind: string, sowings = 1) => ({ steps: [{ kind }], sowings, tests: 0 });
const level = (kinship: string, ...itineraries: object[]) => ({ kinship, itineraries }) as unknown as Level;
const kinds = (levels: readonly Level[]) =>
  levels.map(({ kinship, itineraries }) => [kinship, ...itineraries.map((it) => it.steps[0]?.kind)]);

describe('what was tried for a taxon and its kin', () => {
  it('is not said twice, and a level without anything of its own is left out', () => {
    const levels = [
      level('taxon', one('soaking')),
      level('genus', one('soaking')),
      level('family', one('sterilisation'), one('soaking')),
    ];
    expect(kinds(shown(levels))).toEqual([
      ['taxon', 'soaking'],
      ['family', 'sterilisation'],
    ]);
  });

  it('is said again where more sowings tell of it', () => {
    const levels = [level('taxon', one('soaking', 1)), level('genus', one('soaking', 4))];
    expect(kinds(shown(levels))).toEqual([
      ['taxon', 'soaking'],
      ['genus', 'soaking'],
    ]);
  });

  it('is the best three of each level', () => {
    const many = ['soaking', 'sterilisation', 'washing', 'other'].map((kind) => one(kind));
    expect(shown([level('taxon', ...many)])[0]?.itineraries).toHaveLength(3);
  });
});
