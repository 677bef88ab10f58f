import { Place, Shape, next, previous, tray } from './moves';

const at = (row: number, column: number): Place => ({ row, column });
const shape = (...closed: Place[]): Shape => ({
  rows: 3,
  columns: 2,
  isOpen: ({ row, column }) => !closed.some((place) => place.row === row && place.column === column),
});

describe('next', () => {
  it('goes down, then to the top of the next column', () => {
    expect(next(at(0, 0), shape())).toEqual(at(1, 0));
    expect(next(at(2, 0), shape())).toEqual(at(0, 1));
  });

  it('stays at the end', () => {
    expect(next(at(2, 1), shape())).toEqual(at(2, 1));
    expect(next(at(1, 1), shape(at(2, 1)))).toEqual(at(1, 1));
  });

  it('goes over closed cells', () => {
    expect(next(at(1, 0), shape(at(2, 0), at(0, 1)))).toEqual(at(1, 1));
  });
});

describe('previous', () => {
  it('goes back the same way', () => {
    expect(previous(at(0, 1), shape())).toEqual(at(2, 0));
    expect(previous(at(0, 0), shape())).toEqual(at(0, 0));
    expect(previous(at(2, 0), shape(at(1, 0)))).toEqual(at(0, 0));
  });
});

describe('tray', () => {
  it('keeps the class', () => {
    expect(tray(at(0, 1), shape(), 1)).toEqual(at(1, 1));
    expect(tray(at(2, 1), shape(), -1)).toEqual(at(1, 1));
  });

  it('goes over the trays where it is closed, and says when there is none', () => {
    expect(tray(at(0, 1), shape(at(1, 1)), 1)).toEqual(at(2, 1));
    expect(tray(at(0, 1), shape(at(1, 1), at(2, 1)), 1)).toBeNull();
    expect(tray(at(0, 0), shape(), -1)).toBeNull();
  });
});
