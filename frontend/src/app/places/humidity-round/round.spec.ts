import { Schemas } from '@api/api';
import { NOTHING, Round, bodyOf, byPlace, entered, keyOf, refusedLines, saysNothing, sending } from './round';

const stop = (lot: string, place: string): Schemas['RoundStop'] => ({
  lot: { uuid: lot, code: lot },
  taxon_name: null,
  place: { uuid: place, code: place, label: place },
  last_check: null,
  silica: { indicator: null, seen_on: null, changed_on: null, is_spent: false },
  due_on: null,
  is_due: true,
  is_writable: true,
});
const A = stop('L1', 'B1');
const B = stop('L2', 'B1');
const C = stop('L3', 'B2');
const empty: Round = { id: 'r0', day: '2026-11-25', entries: {} };
const dry = { ...NOTHING, level: 'sec' };

describe('a humidity round', () => {
  it('goes box by box', () => {
    expect(byPlace([A, B, C]).map(({ place, stops }) => [place.code, stops.length])).toEqual([
      ['B1', 2],
      ['B2', 1],
    ]);
  });

  it('keeps what is seen, forgets what is taken back, and is another request each time', () => {
    const one = entered(empty, A, dry, 'r1');
    expect([one.id, sending(one)]).toEqual(['r1', [keyOf(A)]]);
    const none = entered(one, A, NOTHING, 'r2');
    expect([none.id, sending(none)]).toEqual(['r2', []]);
    expect(saysNothing({ ...NOTHING, remarks: 'x' })).toBe(true);
    expect(sending(entered(empty, A, { ...NOTHING, remarks: 'x' }, 'r1'))).toEqual([keyOf(A)]);
  });

  it('sends the day with what was seen, and the pellets changed that day', () => {
    const round = entered(entered(empty, A, dry, 'r1'), C, { ...NOTHING, changed: true }, 'r2');
    const { lines } = bodyOf(round, sending(round));
    expect(lines.map(({ lot, check }) => [lot, check.place, check.level, check.indicator_changed_on])).toEqual([
      ['L1', 'B1', 'sec', null],
      ['L3', 'B2', null, '2026-11-25'],
    ]);
    expect(lines[0]?.check.check_date).toBe('2026-11-25');
  });

  it('says which lots are refused', () => {
    const said = refusedLines([keyOf(A), keyOf(C)], [
      { pointer: '/lines/1/check/temperature', code: 'out_of_range', message: 'Hors limites.' },
      { pointer: '/lines', code: 'length', message: 'Trop.' },
    ]);
    expect(said.get(keyOf(C))).toBe('Hors limites.');
    expect(said.get('')).toBe('Trop.');
  });
});
