import type { CultivationEvent } from '../cultivations-api';
import { headCount, mortality, seasons } from './standing';

const event = (uuid: string, event_date: string, plants: number, said: object, more: object = {}): CultivationEvent =>
  ({ uuid, event_date, plants, said, meta_create_date: `${event_date}T10:00:00Z`, reverses: null, reversed_by: null, ...more }) as CultivationEvent;

const EVENTS = [
  event('f', '2026-05-04', 1, { kind: 'found_again', quantity: 1, death: 'd' }),
  event('r', '2026-05-03', -2, { kind: 'thinning', quantity: 2 }, { reversed_by: 'x' }),
  event('d', '2026-05-02', -5, { kind: 'death', quantity: 5, cause: 'frost' }),
  event('p', '2026-05-02', -2, { kind: 'death', quantity: 2, cause: 'pest' }),
  event('i', '2026-05-01', 20, { kind: 'pricking_out' }),
];

describe('what the events of a cultivation say', () => {
  it('is how many there are at the close of each day', () => {
    expect(headCount(EVENTS)).toEqual([
      { date: '2026-05-01', alive: 20 },
      { date: '2026-05-02', alive: 13 },
      { date: '2026-05-04', alive: 14 },
    ]);
  });

  it('is what they died of, less those found again', () => {
    expect(mortality(EVENTS)).toEqual([
      { cause: 'frost', dead: 4 },
      { cause: 'pest', dead: 2 },
    ]);
  });

  it('is when they flowered, a day when it is all that is known', () => {
    const flowers = event('b', '2026-06-10', 0, { kind: 'flowering', start: '2026-06-01', end: '2026-06-20' });
    const fruits = event('c', '2026-07-10', 0, { kind: 'fruiting' });
    expect(seasons([fruits, flowers]).map(({ kind, start, end }) => [kind, start, end])).toEqual([
      ['flowering', '2026-06-01', '2026-06-20'],
      ['fruiting', '2026-07-10', '2026-07-10'],
    ]);
  });
});
