import { asked, defaultSort, dueBy, filtersOf } from './query';
import { KINDS } from '../shared/model';

const TODAY = '2026-11-25';
const list = (query: Record<string, string>) => ({
  get: (name: string) => query[name] ?? null,
  text: (name: string) => query[name],
  number: (name: string) => (query[name] === undefined ? undefined : Number(query[name])),
  flag: (name: string) => (query[name] === 'true' ? true : undefined),
});

describe('what the list of tests is asked', () => {
  it('is what the address says, words of no list left out', () => {
    expect(asked(KINDS, 'cut,nonsense,germination')).toEqual(['germination', 'cut']);
    expect(filtersOf(list({ kind: 'cut', state: 'draft,running', cd_nom: '12' }), TODAY)).toMatchObject({
      kind: ['cut'],
      state: ['draft', 'running'],
      purpose: undefined,
      cd_nom: 12,
      due_by: undefined,
    });
  });

  it('is of those that run, the most urgent first, when something is due', () => {
    expect(filtersOf(list({ due_by: 'today', state: 'finished' }), TODAY)).toMatchObject({
      due_by: TODAY,
      state: ['running'],
    });
    expect(dueBy(list({ due_by: '2026-12-01' }), TODAY)).toBe('2026-12-01');
    expect([defaultSort(TODAY), defaultSort(undefined)]).toEqual(['next_count_due', '-code']);
  });
});
