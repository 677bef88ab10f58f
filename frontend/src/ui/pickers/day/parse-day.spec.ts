import { dayOfKey, movedDay, parseDay, parseSpan, typedSpan, widened } from './parse-day';

const TODAY = '2026-11-25';

describe('a day that is typed', () => {
  it.each([
    ['25/11/2026', '2026-11-25'],
    ['5/3/2026', '2026-03-05'],
    ['25-11-2026', '2026-11-25'],
    ['25.11.26', '2026-11-25'],
    ['25 11 2026', '2026-11-25'],
    ['25112026', '2026-11-25'],
    ['251126', '2026-11-25'],
    ['29/02/2024', '2024-02-29'],
    ['2026-11-25', '2026-11-25'],
    [' 1/1/00 ', '2000-01-01'],
    ['1/1/36', '2036-01-01'],
    ['1/1/37', '1937-01-01'],
    ['1/1/98', '1998-01-01'],
  ])('reads %j', (text, day) => expect(parseDay(text, TODAY)).toBe(day));

  it.each(['', '25/11', '31/04/2026', '29/02/2026', '0/1/2026', '1/13/2026'])('refuses %j', (text) =>
    expect(parseDay(text, TODAY)).toBeNull(),
  );

  it.each(['25/11/202', '1/1/0026', 'hier', '2511202'])('refuses %j', (text) =>
    expect(parseDay(text, TODAY)).toBeNull(),
  );

  it('moves over months and years', () => {
    expect(movedDay('2026-02-28', 1)).toBe('2026-03-01');
    expect(movedDay('2026-01-01', -1)).toBe('2025-12-31');
  });

  it('moves by a key, from today when nothing is typed', () => {
    const key = (name: string, ctrlKey = false) => new KeyboardEvent('keydown', { key: name, ctrlKey });
    expect(dayOfKey(key('+'), '2026-11-30', TODAY)).toBe('2026-12-01');
    expect(dayOfKey(key('-'), null, TODAY)).toBe('2026-11-24');
    expect(dayOfKey(key('a'), '2020-01-01', TODAY)).toBe(TODAY);
    expect(dayOfKey(key('T'), null, TODAY)).toBe(TODAY);
    expect(dayOfKey(key('a', true), '2020-01-01', TODAY)).toBeNull();
    expect(dayOfKey(key('5'), null, TODAY)).toBeNull();
  });
});

describe('a date as well as it is known', () => {
  it.each([
    ['25/11/2026', { precision: 'day', first: '2026-11-25', last: '2026-11-25' }],
    ['2/2024', { precision: 'month', first: '2024-02-01', last: '2024-02-29' }],
    ['12-1998', { precision: 'month', first: '1998-12-01', last: '1998-12-31' }],
    ['1998', { precision: 'year', first: '1998-01-01', last: '1998-12-31' }],
  ])('reads %j', (text, span) => expect(parseSpan(text, TODAY)).toEqual(span));

  it.each(['13/2026', '0/2026', '98', '2026/11', 'été 1998'])('refuses %j', (text) =>
    expect(parseSpan(text, TODAY)).toBeNull(),
  );

  it('is written back as one types it', () => {
    expect(typedSpan('2026-11-05', 'day')).toBe('05/11/2026');
    expect(typedSpan('2026-11-05', 'month')).toBe('11/2026');
    expect(typedSpan('2026-11-05', 'year')).toBe('2026');
    expect(typedSpan(null, 'day')).toBe('');
  });

  it('is widened to its bounds', () => {
    expect(widened('2023-02-14', 'month')).toEqual({ precision: 'month', first: '2023-02-01', last: '2023-02-28' });
    expect(widened('2023-02-14', 'year')).toEqual({ precision: 'year', first: '2023-01-01', last: '2023-12-31' });
  });
});
