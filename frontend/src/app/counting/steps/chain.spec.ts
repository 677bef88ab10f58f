import { chained, plannedEnd } from './chain';

describe('steps that follow each other', () => {
  it('end as the service says', () => {
    expect(plannedEnd('2026-01-01', { duration: 6, duration_unit: 'week' })).toBe('2026-02-12');
    expect(plannedEnd('2026-01-31', { duration: 1, duration_unit: 'month' })).toBe('2026-02-28');
    expect(plannedEnd('2026-01-01', { duration: 12, duration_unit: 'hour' })).toBe('2026-01-01');
    expect(plannedEnd('2026-01-01', { duration: null, duration_unit: 'day' })).toBeNull();
  });

  it('start when the one before ends', () => {
    const steps = [
      { duration: 24, duration_unit: 'hour' as const },
      { duration: null, duration_unit: 'day' as const },
      { duration: 8, duration_unit: 'week' as const },
    ];
    expect(chained(steps, '2026-11-25')).toEqual({
      starts: ['2026-11-25', '2026-11-26', '2026-11-26'],
      end: '2027-01-21',
    });
  });
});
