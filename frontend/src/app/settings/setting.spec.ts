import { Setting, settingGroups } from './setting';

const setting = (name: string) => ({ name }) as unknown as Setting;

describe('the groups of thresholds', () => {
  it('hold each of them once, one that is new included', () => {
    const groups = settingGroups(['crop_share', 'retest_share', 'of_tomorrow', 'confidence'].map(setting));
    expect(groups.map((group) => group.settings.map((one) => one.name))).toEqual([
      ['confidence'],
      ['retest_share'],
      ['crop_share', 'of_tomorrow'],
    ]);
  });
});
