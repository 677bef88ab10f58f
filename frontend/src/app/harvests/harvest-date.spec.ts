import type { Words } from '@ui/words';
import { HarvestDate, harvestDate } from './harvest-date';

const words = {
  language: 'fr',
  of: (key: string, params: Record<string, string> = {}) => [key.split('.').at(-1), ...Object.values(params)].join(' '),
} as unknown as Words;

const date = (date_precision: HarvestDate['date_precision'], date_min: string | null, date_max: string | null) =>
  harvestDate({ date_precision, date_min, date_max }, words);

describe('harvestDate', () => {
  it('says as much as is known', () => {
    expect(date('day', '1996-08-05', '1996-08-05')).toBe('05/08/1996');
    expect(date('month', '1996-08-01', '1996-08-31')).toBe('août 1996');
    expect(date('year', '1996-01-01', '1996-12-31')).toBe('1996');
    expect(date('unknown', null, null)).toBe('unknown');
  });

  it('says both ends when it lasted', () => {
    expect(date('day', '1996-08-05', '1996-08-07')).toBe('range 05/08/1996 07/08/1996');
    expect(date('month', '1996-08-01', '1996-10-31')).toBe('range août 1996 octobre 1996');
    expect(date('year', '1996-01-01', '1998-12-31')).toBe('range 1996 1998');
  });

  it('says the bounds of an unknown date', () => {
    expect(date('unknown', '1996-08-05', null)).toBe('after 05/08/1996');
    expect(date('unknown', null, '1996-08-05')).toBe('before 05/08/1996');
    expect(date('unknown', '1996-08-01', '1996-08-05')).toBe('between 01/08/1996 05/08/1996');
  });
});
