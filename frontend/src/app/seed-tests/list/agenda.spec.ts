import type { SeedTest } from '../shared/model';
import { agendaOf, whenOf } from './agenda';

const TODAY = '2026-11-25';
const test = (code: string, next_count_due: string | null, place?: string): SeedTest =>
  ({ code, next_count_due, place: place === undefined ? null : { label: place } }) as SeedTest;

describe('when a count is due', () => {
  it('is late, today, this week, later, or not said', () => {
    const when = (day: string | null) => whenOf(day, TODAY);
    expect([when('2026-11-24'), when(TODAY), when('2026-11-26'), when('2026-12-02'), when('2026-12-03'), when(null)]).toEqual([
      'late',
      'today',
      'week',
      'week',
      'later',
      'undated',
    ]);
  });
});

describe('the schedule', () => {
  it('goes from what is late to what has no day, and from place to place', () => {
    const parts = agendaOf(
      [test('T1', '2026-11-20', 'Étuve 2'), test('T2', '2026-11-21', 'Étuve 1'), test('T3', '2026-11-22'), test('T4', '2026-11-23', 'Étuve 2'), test('T5', null)],
      TODAY,
    );
    expect(parts.map(({ when, count }) => [when, count])).toEqual([
      ['late', 4],
      ['undated', 1],
    ]);
    expect(parts[0]?.stops.map(({ place, tests }) => [place, tests.map(({ code }) => code)])).toEqual([
      ['Étuve 1', ['T2']],
      ['Étuve 2', ['T1', 'T4']],
      [null, ['T3']],
    ]);
  });
});
