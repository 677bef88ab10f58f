import { actsOf, changesOf } from './acts';

const line = (transaction: number, before: object | null, after: object | null) =>
  ({
    happened_at: '2026-11-25T08:00:00Z',
    operation: 'update',
    table: 't_sowings',
    uuid: 'u',
    transaction,
    role: 'Doussot Basile',
    before,
    after,
  }) as never;

describe('history', () => {
  it('shows what changed, without keys and technical columns', () => {
    const before = { id_place: 1, version: 1, state: 'sown', remarks: null };
    const after = { id_place: 2, version: 2, state: 'emerging', remarks: null };
    expect(changesOf(line(1, before, after))).toEqual([{ field: 'state', before: 'sown', after: 'emerging' }]);
  });

  it('shows that a value of a vocabulary changed, not a computed column', () => {
    const changes = changesOf(line(1, { id_nomenclature_exposure: 1, geom_local: 1 }, { id_nomenclature_exposure: 2, geom_local: 2 }));
    expect(changes.map(({ field }) => field)).toEqual(['id_nomenclature_exposure']);
  });

  it('shows the values of an insertion that are set', () => {
    expect(changesOf(line(1, null, { emerged: 0, dead: null }))).toEqual([
      { field: 'emerged', before: null, after: 0 },
    ]);
  });

  it('makes one act of the lines of a transaction', () => {
    const acts = actsOf([line(2, null, {}), line(2, null, {}), line(1, null, {})]);
    expect(acts.map((act) => act.lines.length)).toEqual([2, 1]);
  });
});
