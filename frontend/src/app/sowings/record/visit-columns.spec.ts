import type { Count } from '@app/counting/shared/model';
import type { Words } from '@ui/words';
import { visitColumns } from './visit-columns';

const words = { of: (key: string) => key, code: (_list: string, code: string) => code } as unknown as Words;
const count = (more: Partial<Count>): Count => ({ emerged: 2, ...more }) as Count;

describe('the columns of the visits of a sowing', () => {
  it('are the usual ones, and the figures that some visit has', () => {
    const keys = (...counts: Count[]) => visitColumns(counts, words).map(({ key }) => key);
    expect(keys(count({}))).toEqual(['emerged', 'dead', 'alive']);
    expect(keys(count({}), count({ observed_alive: 3, removed: 0 }))).toEqual([
      'observed_alive',
      'emerged',
      'dead',
      'removed',
      'alive',
    ]);
  });

  it('say why seedlings died, or are too many', () => {
    const line = count({ dead: 1, death_cause: 'frost', surplus: 1, surplus_cause: 'weed' });
    const why = visitColumns([line], words).map((column) => column.why?.(line) ?? null);
    expect(why).toEqual([null, 'frost', 'weed', null]);
    expect(visitColumns([line], words)[1]?.why?.(count({ dead: 0, death_cause: 'frost' }))).toBeNull();
  });
});
