import type { SeedTestRecord } from '../shared/model';
import { actsOf } from './acts';

const test = (state: string, next_states: string[], tally = { missing: 0, visits: 0 }, place: object | null = {}) =>
  ({ state, next_states, source_place: place, tally }) as unknown as SeedTestRecord;

describe('the changes of state of a test', () => {
  it('take the seeds out of the lot when it begins, unless its parent left them', () => {
    const begin = (place: object | null) => actsOf(test('draft', ['running', 'cancelled'], undefined, place))[0];
    expect(begin({})).toMatchObject({ to: 'running', takes: true, dated: true, needsReason: false });
    expect(begin(null)).toMatchObject({ to: 'running', takes: false });
  });

  it('finish it once every seed is known, or when how many there were is not', () => {
    const finish = (missing: number | null) =>
      actsOf(test('running', ['finished'], { missing: missing as number, visits: 3 })).map(({ to }) => to);
    expect(finish(0)).toEqual(['finished']);
    expect(finish(null)).toEqual(['finished']);
    expect(finish(2)).toEqual([]);
  });

  it('cancel it with a reason as long as nothing was counted, and give the seeds back', () => {
    const cancel = (visits: number) => actsOf(test('running', ['cancelled'], { missing: 100, visits }));
    expect(cancel(0)[0]).toMatchObject({ needsReason: true, givesBack: true, look: 'danger' });
    expect(cancel(1)).toEqual([]);
  });

  it('open it again with a reason', () => {
    expect(actsOf(test('finished', ['running']))[0]).toMatchObject({ needsReason: true, dated: false, takes: false });
  });
});
