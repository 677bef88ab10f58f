import type { Count } from '@app/counting/shared/model';
import type { Words } from '@ui/words';
import { columnOf, columnsOf, flawOf, linesOf, outcomeOf, standingAt, withRest } from './entry';

const words = { of: (key: string) => key, code: (_list: string, code: string) => code } as unknown as Words;
const count = (more: Partial<Count>): Count =>
  ({ replicate: { uuid: 'a', code: 'A' }, count_date: '2026-11-20', classes: [], ...more }) as Count;
const NOTHING = { emerged: 0, seedlings: 0, dissected: 0, isLate: false };

describe('the columns of a test', () => {
  const keys = (...args: Parameters<typeof columnsOf> extends [...infer A, Words] ? A : never) =>
    columnsOf(...args, words).map(({ key }) => key);

  it('are what germinated, then the classes at the end', () => {
    expect(keys('germination', 'germination', false, {})).toEqual(['emerged']);
    expect(keys('germination', 'final', false, {})).toEqual(['emerged', 'fresh', 'hard', 'dead', 'empty']);
    expect(keys('germination', 'final', true, {})).toHaveLength(9);
  });

  it('keep a seldom one that has a value', () => {
    expect(keys('germination', 'germination', false, { a: { normal: 3 } })).toEqual(['emerged', 'normal']);
  });

  it('are the classes of its kind where nothing germinates', () => {
    expect(keys('tetrazolium', 'final', false, {})).toEqual(['stained', 'partly_stained', 'unstained', 'empty', 'infested']);
    expect(keys('x_ray', 'final', false, {})).toEqual(['full', 'empty', 'infested', 'immature']);
  });
});

describe('where a replicate stands', () => {
  it('adds up what stands of its visits', () => {
    const counts = [
      count({ emerged: 8, classes: [{ class: 'normal', seeds: 7 }] }),
      count({ dissected: 3, classes: [{ class: 'dead', seeds: 3 }], count_date: '2026-11-24' }),
      count({ emerged: 9, reversed_by: 'x' }),
      count({ emerged: 9, replicate: { uuid: 'b', code: 'B' } }),
    ];
    expect(standingAt(counts, 'a', '2026-11-22')).toEqual({ emerged: 8, seedlings: 7, dissected: 3, isLate: true });
  });

  it('tells what is left to see', () => {
    const before = { ...NOTHING, emerged: 15, dissected: 2 };
    expect(outcomeOf({ emerged: 3, fresh: 4, normal: 16 }, before, 25)).toEqual({
      emerged: 3,
      dissected: 4,
      emergedAfter: 18,
      seedlingsAfter: 16,
      left: 1,
    });
    expect(outcomeOf({}, before, null).left).toBeNull();
  });
});

describe('what is foreseen to be refused', () => {
  const flaw = (entry: Record<string, number>, before = NOTHING, sown: number | null = 10) =>
    flawOf(entry, outcomeOf(entry, before, sown));

  it('is more than there are seeds, on the last figure', () => {
    expect(flaw({ emerged: 8, dead: 3 })).toEqual({ column: 'dead', kind: 'more_than_sown', n: 1 });
    expect(flaw({ emerged: 11 })?.column).toBe('emerged');
    expect(flaw({ emerged: 8, dead: 2 })).toBeNull();
    expect(flaw({ emerged: 80 }, NOTHING, null)).toBeNull();
  });

  it('is more seedlings classed than germinated', () => {
    expect(flaw({ emerged: 3, normal: 3, abnormal: 1 })).toEqual({ column: 'abnormal', kind: 'more_seedlings', n: 1 });
    expect(flaw({ normal: 3 }, { ...NOTHING, emerged: 3 })).toBeNull();
  });
});

describe('what is sent', () => {
  const rows = [{ uuid: 'a' }, { uuid: 'b' }];

  it('sums the seeds examined, and leaves the seedlings out of them', () => {
    expect(linesOf(rows, { a: { emerged: 2, normal: 2, fresh: 3, dead: 1, empty: 0 } }, false, 'Sec')).toEqual([
      {
        replicate: 'a',
        emerged: 2,
        dissected: 4,
        classes: [
          { class: 'normal', seeds: 2 },
          { class: 'fresh', seeds: 3 },
          { class: 'dead', seeds: 1 },
        ],
        remarks: 'Sec',
      },
    ]);
  });

  it('says that seedlings alone saw nothing new, and seeds alone nothing of germination', () => {
    expect(linesOf(rows, { a: { normal: 5 }, b: { full: 9 } }, false, null)).toEqual([
      { replicate: 'a', emerged: 0, classes: [{ class: 'normal', seeds: 5 }] },
      { replicate: 'b', dissected: 9, classes: [{ class: 'full', seeds: 9 }] },
    ]);
  });

  it('says of the others that nothing germinated, when they were seen', () => {
    expect(linesOf(rows, { a: { emerged: 1 } }, true, null)).toEqual([
      { replicate: 'a', emerged: 1 },
      { replicate: 'b', emerged: 0 },
    ]);
  });
});

describe('the rest', () => {
  it('goes to one class, beside what is there', () => {
    expect(withRest({ a: { dead: 1 } }, { a: 4, b: 2, c: 0 }, 'dead')).toEqual({ a: { dead: 5 }, b: { dead: 2 }, c: {} });
  });
});

describe('the cell of an error', () => {
  const line = { replicate: 'a', emerged: 1, classes: [{ class: 'normal' as const, seeds: 1 }, { class: 'fresh' as const, seeds: 2 }] };

  it('is that of its field, or of its class', () => {
    expect(columnOf(line, { field: 'emerged', index: undefined })).toBe('emerged');
    expect(columnOf(line, { field: 'classes', index: '0' })).toBe('normal');
    expect(columnOf(line, { field: 'dissected', index: undefined })).toBe('fresh');
    expect(columnOf(line, { field: undefined, index: undefined })).toBe('fresh');
    expect(columnOf({ replicate: 'a', emerged: 9 }, { field: undefined, index: undefined })).toBe('emerged');
    expect(columnOf(line, { field: 'remarks', index: undefined })).toBeNull();
  });
});
