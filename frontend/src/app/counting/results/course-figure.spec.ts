import type { Schemas } from '@api/api';
import type { Words } from '@ui/words';
import { aboutOf } from './about';
import { courseFigure, hillAt } from './course-figure';

const ABOUT = aboutOf('seed-tests');

const words = { language: 'fr', of: (key: string) => key } as unknown as Words;
const curve = { a: 80, b: 4, c: 10, y0: 0, rss: 0, days_to: [] } as Schemas['Hill'];
const course: Schemas['EmergenceCourse'] = {
  band: 'pointwise_wilson',
  steps: [
    { after: 0, by: 5, germinated: 0.1, interval: { low: 0.05, high: 0.2 } },
    { after: 5, by: 12, germinated: 0.4, interval: null },
  ],
};

describe('the figure of the emergence', () => {
  it('reads half of the height at c, nothing at the sowing', () => {
    expect(hillAt(curve, 10)).toBeCloseTo(0.4);
    expect(hillAt(curve, 0)).toBe(0);
  });

  it('has a row a step, with the curve beside it when there is one', () => {
    expect(courseFigure(course, null, words, ABOUT).table.rows).toEqual([
      [0, 5, 0.1, 0.05, 0.2],
      [5, 12, 0.4, null, null],
    ]);
    expect(courseFigure(course, curve, words, ABOUT).table.rows[1]?.at(-1)).toBeCloseTo(hillAt(curve, 12));
  });

  it('draws the curve until the last step', () => {
    const { series } = courseFigure(course, curve, words, ABOUT).option;
    const lines = Array.isArray(series) ? series : [];
    const drawn = lines.at(-1)?.data as [number, number][];
    expect(drawn.at(-1)?.[0]).toBe(12);
  });
});
