import { groupsOf } from './groups';
import type { Setting } from './setting';

const setting = (name: string) => ({ name }) as Setting;

describe('the thresholds', () => {
  it('are by what they are for, in one order, none left out', () => {
    const groups = groupsOf(['confidence', 'new_one', 'first_test', 'initial_viability'].map(setting));
    expect(groups.map(({ label, settings }) => [label, ...settings.map(({ name }) => name)])).toEqual([
      ['settings.group.judge', 'initial_viability', 'confidence'],
      ['settings.group.retest', 'first_test'],
      ['settings.group.others', 'new_one'],
    ]);
  });
});
