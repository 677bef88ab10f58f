import { dueFrom, proposedNext } from './due';

describe('when a count is due', () => {
  it.each([
    ['2026-11-21', { kind: 'late', days: 4 }],
    ['2026-11-25', { kind: 'today', days: 0 }],
    ['2026-12-01', { kind: 'coming', days: 6 }],
  ])('%s', (due, expected) => expect(dueFrom(due, '2026-11-25')).toEqual(expected));

  it('counts days over a change of hour', () => {
    expect(dueFrom('2026-03-30', '2026-03-28')).toEqual({ kind: 'coming', days: 2 });
  });
});

describe('the next count', () => {
  const next = (countDate: string, visits: string[], due: string | null) =>
    proposedNext({ countDate, today: '2026-11-25', visits, due });

  it('comes after the interval that was planned, even when this visit is late', () => {
    expect(next('2026-11-25', ['2026-11-03', '2026-11-06'], '2026-11-14')).toBe('2026-12-03');
  });

  it('comes after the interval of the last two visits when none was planned', () => {
    expect(next('2026-11-25', ['2026-11-22', '2026-11-19', '2026-11-22'], null)).toBe('2026-11-28');
  });

  it('comes a week after a first visit', () => {
    expect(next('2026-11-25', [], '2026-11-20')).toBe('2026-12-02');
    expect(next('2026-11-25', ['2026-11-20'], null)).toBe('2026-12-02');
  });

  it('is never past', () => {
    expect(next('2026-11-10', [], null)).toBe('2026-11-26');
  });

  it('stays when a former visit is entered late', () => {
    expect(next('2026-11-10', ['2026-11-06', '2026-11-20'], '2026-11-30')).toBe('2026-11-30');
  });
});
