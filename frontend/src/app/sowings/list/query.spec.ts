import { defaultSort, filtersOf } from './query';

function address(query: Record<string, string>) {
  const get = (name: string): string | null => query[name] ?? null;
  return {
    get,
    text: (name: string) => query[name],
    number: (name: string) => (query[name] === undefined ? undefined : Number(query[name])),
    flag: (name: string) => (query[name] === 'true' ? true : undefined),
  };
}

describe('the filters of the list', () => {
  const asked = (query: Record<string, string>) => filtersOf(address(query), '2026-11-25');

  it('are those of the address', () => {
    expect(asked({ search: 'gent', state: 'sown,emerging,nothing', cd_nom: '12', archived: 'true' })).toMatchObject({
      search: 'gent',
      state: ['sown', 'emerging'],
      cd_nom: 12,
      archived: true,
      due_by: undefined,
    });
  });

  it('read today as the day it is, and ask only what can be counted', () => {
    expect(asked({ due_by: 'today' })).toMatchObject({
      due_by: '2026-11-25',
      state: ['in_pretreatment', 'sown', 'emerging', 'overwintering'],
    });
    expect(asked({ due_by: '2026-12-01', state: 'sown,closed' })).toMatchObject({
      due_by: '2026-12-01',
      state: ['sown'],
    });
  });

  it('ask for the most urgent first when something is due', () => {
    expect(defaultSort('2026-11-25')).toBe('next_count_due');
    expect(defaultSort(undefined)).toBe('-code');
  });
});
