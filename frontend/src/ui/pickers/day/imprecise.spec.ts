import { ImpreciseDate, NOTHING, precisionTyped, readTyped, tidied, typedOf } from './imprecise';

const TODAY = '2026-11-25';
const read = (from: string, precision: 'day' | 'month' | 'year' | 'unknown', until = '') =>
  readTyped({ from, until, precision }, TODAY);

describe('an imprecise date', () => {
  it('is widened to the bounds of its month or its year', () => {
    expect(read('25/11/2026', 'day')).toEqual({
      date_min: '2026-11-25',
      date_max: '2026-11-25',
      date_precision: 'day',
    });
    expect(read('8/2025', 'month')).toEqual({
      date_min: '2025-08-01',
      date_max: '2025-08-31',
      date_precision: 'month',
    });
    expect(read('1998', 'year')).toEqual({ date_min: '1998-01-01', date_max: '1998-12-31', date_precision: 'year' });
  });

  it('may end later', () => {
    expect(read('1998', 'year', '2000')).toEqual({
      date_min: '1998-01-01',
      date_max: '2000-12-31',
      date_precision: 'year',
    });
    expect(read('2/8/2025', 'day', '1/8/2025')).toBe('dates_ordered');
    expect(read('8/2025', 'month', '8/2025')).toEqual({
      date_min: '2025-08-01',
      date_max: '2025-08-31',
      date_precision: 'month',
    });
  });

  it('is no more precise than what is typed', () => {
    expect(read('2026', 'day')).toBe('date');
    expect(read('25/11/2026', 'year')).toEqual({
      date_min: '2026-01-01',
      date_max: '2026-12-31',
      date_precision: 'year',
    });
    expect(read('', 'day', '25/11/2026')).toBe('date');
    expect(read('été 2026', 'month')).toBe('date');
  });

  it('is null until something is said, unknown when that is said', () => {
    expect(readTyped(NOTHING, TODAY)).toBeNull();
    expect(read('', 'unknown')).toEqual({ date_min: null, date_max: null, date_precision: 'unknown' });
  });

  it('may be unknown between bounds', () => {
    expect(read('', 'unknown', '1990')).toEqual({
      date_min: null,
      date_max: '1990-12-31',
      date_precision: 'unknown',
    });
    expect(read('1980', 'unknown')).toEqual({ date_min: '1980-01-01', date_max: null, date_precision: 'unknown' });
    expect(tidied({ from: '', until: '1990', precision: 'unknown' }, TODAY).until).toBe('31/12/1990');
  });

  it('takes the precision of what is typed, the vaguest of two', () => {
    expect(precisionTyped({ from: '8/2025', until: '', precision: 'day' }, TODAY)).toBe('month');
    expect(precisionTyped({ from: '2/8/2025', until: '2026', precision: 'day' }, TODAY)).toBe('year');
    expect(precisionTyped({ from: '2/8/2025', until: '', precision: 'year' }, TODAY)).toBe('day');
    expect(precisionTyped({ from: '2/8', until: '', precision: 'month' }, TODAY)).toBe('month');
    expect(precisionTyped({ from: '2/8/2025', until: '', precision: 'unknown' }, TODAY)).toBe('unknown');
  });

  it('comes back as it was', () => {
    const dates: ImpreciseDate[] = [
      { date_min: '2026-11-25', date_max: '2026-11-25', date_precision: 'day' },
      { date_min: '2025-08-01', date_max: '2025-09-30', date_precision: 'month' },
      { date_min: '1998-01-01', date_max: '1998-12-31', date_precision: 'year' },
      { date_min: null, date_max: '1990-12-31', date_precision: 'unknown' },
      { date_min: null, date_max: null, date_precision: 'unknown' },
    ];
    for (const date of dates) expect(readTyped(typedOf(date), TODAY)).toEqual(date);
    expect(typedOf({ date_min: '1998-01-01', date_max: '1998-12-31', date_precision: 'year' })).toEqual({
      from: '1998',
      until: '',
      precision: 'year',
    });
  });
});
