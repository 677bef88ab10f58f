import type { Sowing } from '../shared/model';
import { best } from './itineraries';

const sowing = (code: string, rate: number | null) => ({ code, emergence: { rate } }) as unknown as Sowing;

describe('what was tried for a taxon', () => {
  it('is shown by its rate, the last first among equals, without those that have none', () => {
    const tried = [sowing('S2020_0001', 0.4), sowing('S2021_0001', null), sowing('S2022_0001', 0.9), sowing('S2023_0001', 0.4)];
    expect(best(tried, 3).map((one) => one.code)).toEqual(['S2022_0001', 'S2023_0001', 'S2020_0001']);
    expect(best(tried, 1)).toHaveLength(1);
  });
});
