import type { Count } from '@app/counting/shared/model';
import type { Words } from '@ui/words';
import { visitColumns } from './visit-columns';

const words = { of: (key: string) => key, code: (_list: string, code: string) => code } as unknown as Words;
const count = (more: Partial<Count>): Count => ({ classes: [], ...more }) as Count;

describe('the columns of the visits of a test', () => {
  it('are what germinated, and the classes that some visit has, in their order', () => {
    const line = count({ emerged: 3, dissected: 2, classes: [{ class: 'dead', seeds: 2 }, { class: 'normal', seeds: 3 }] });
    const columns = visitColumns('germination', [line, count({ emerged: 1 })], words);
    expect(columns.map(({ key, of }) => [key, of(line)])).toEqual([
      ['emerged', 3],
      ['normal', 3],
      ['dead', 2],
    ]);
  });

  it('say how many were examined when some have no class', () => {
    expect(visitColumns('cut', [count({ dissected: 20 })], words).map(({ key }) => key)).toEqual(['dissected']);
  });
});
