import { timelineOf } from './timeline';

const step = (
  uuid: string,
  state: 'planned' | 'in_progress' | 'overdue' | 'done',
  start_date: string | null,
  planned_end_date: string | null = null,
  end_date: string | null = null,
) => ({ uuid, state, start_date, planned_end_date, end_date });

describe('the time line of the treatment', () => {
  it('goes from the first day to the last, both whole', () => {
    const line = timelineOf(
      [
        step('a', 'done', '2026-11-01', '2026-11-02', '2026-11-02'),
        step('b', 'in_progress', '2026-11-03', '2026-11-10'),
      ],
      '2026-11-06',
    );
    expect(line).toMatchObject({ from: '2026-11-01', to: '2026-11-10', today: 50 });
    expect(line?.bars.get('a')).toEqual({ left: 0, width: 20 });
    expect(line?.bars.get('b')).toEqual({ left: 20, width: 80 });
  });

  it('lasts until today what should have ended', () => {
    const line = timelineOf([step('a', 'overdue', '2026-11-01', '2026-11-02')], '2026-11-10');
    expect(line?.to).toBe('2026-11-10');
    expect(line?.bars.get('a')).toEqual({ left: 0, width: 100 });
  });

  it('leaves out what has no day, and is nothing without days', () => {
    expect(timelineOf([step('a', 'planned', null)], '2026-11-10')).toBeNull();
    const line = timelineOf([step('a', 'planned', null), step('b', 'done', '2026-11-01', null, '2026-11-01')], '2026-11-10');
    expect(line?.bars.has('a')).toBe(false);
    expect(line?.today).toBeNull();
    expect(line?.bars.get('b')).toEqual({ left: 0, width: 100 });
  });
});
