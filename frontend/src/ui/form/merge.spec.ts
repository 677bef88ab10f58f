import { differences, merged } from './merge';

const base = { remarks: 'a', depth: 1, place: 'x' };

describe('two people on the same record', () => {
  it('keeps what each changed where they did not meet', () => {
    expect(merged(base, { ...base, remarks: 'b' }, { ...base, depth: 2 })).toEqual({
      remarks: 'b',
      depth: 2,
      place: 'x',
    });
  });

  it('keeps mine where both changed the same field, and says so', () => {
    const mine = { ...base, remarks: 'mine' };
    const theirs = { ...base, remarks: 'theirs', depth: 2 };
    expect(merged(base, mine, theirs).remarks).toBe('mine');
    expect(differences(base, mine, theirs)).toEqual([
      { field: 'remarks', mine: 'mine', theirs: 'theirs', contested: true },
      { field: 'depth', mine: 1, theirs: 2, contested: false },
    ]);
  });
});
