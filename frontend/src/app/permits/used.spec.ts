import { usedPercent } from './used';

describe('what is used of a permit', () => {
  it('is a share of what it allows', () => {
    expect(usedPercent({ quantity: 50, used: 20 })).toBe(40);
    expect(usedPercent({ quantity: 50, used: 0 })).toBe(0);
  });

  it('fills the bar when the permit was reduced since', () => {
    expect(usedPercent({ quantity: 15, used: 20 })).toBe(100);
  });

  it('has no share without a limit', () => {
    expect(usedPercent({ quantity: null, used: 20 })).toBeNull();
  });
});
