import type { Count } from '../shared/model';
import { visitDays, visitsOf } from './visits';

function count(uuid: string, operation: string, code: string, said: Partial<Count> = {}): Count {
  return {
    uuid,
    operation,
    replicate: { uuid: code, code },
    count_date: '2026-11-20',
    is_derived: false,
    classes: [],
    id_digitiser: 1,
    meta_create_date: '2026-11-20T08:00:00Z',
    ...said,
  };
}

describe('the visits of a sowing', () => {
  it('put together what was entered together, replicates in order, the last first', () => {
    const visits = visitsOf([
      count('4', 'y', 'B', { count_date: '2026-11-22', emerged: 2 }),
      count('3', 'y', 'A', { count_date: '2026-11-22', emerged: 3, dead: 1 }),
      count('2', 'x', 'AA'),
      count('1', 'x', 'B'),
    ]);
    expect(visits.map((visit) => [visit.operation, visit.lines.map((line) => line.replicate.code)])).toEqual([
      ['y', ['A', 'B']],
      ['x', ['B', 'AA']],
    ]);
    expect(visits[0]).toMatchObject({ emerged: 5, dead: 1, reversed: null });
  });

  it('tell a reversal by what it reverses', () => {
    const visits = visitsOf([
      count('2', 'r', 'A', { reverses: '1', reason: 'Mauvais bac', meta_create_date: '2026-11-21T09:00:00Z' }),
      count('1', 'x', 'A', { reversed_by: '2', emerged: 4 }),
    ]);
    expect(visits).toHaveLength(1);
    expect(visits[0]?.reversed).toEqual({ reason: 'Mauvais bac', at: '2026-11-21T09:00:00Z' });
  });

  it('say once what all the lines say', () => {
    const both = [count('1', 'x', 'A', { remarks: 'Limaces' }), count('2', 'x', 'B', { remarks: 'Limaces' })];
    expect(visitsOf(both)[0]?.remarks).toBe('Limaces');
    const one = [count('1', 'x', 'A', { remarks: 'Limaces' }), count('2', 'x', 'B')];
    expect(visitsOf(one)[0]?.remarks).toBeNull();
  });

  it('have days, but for those reversed', () => {
    const counts = [
      count('3', 'z', 'A', { count_date: '2026-11-25', reversed_by: '4' }),
      count('2', 'y', 'A', { count_date: '2026-11-22' }),
      count('1', 'x', 'A'),
    ];
    expect(visitDays(counts)).toEqual(['2026-11-20', '2026-11-22']);
  });
});
