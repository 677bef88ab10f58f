import { cellErrors as put } from '@app/counting/visits/cell-errors';
import { errorColumn } from './error-column';
import type { Mode, NewLine } from './visit';

const cellErrors = (errors: Parameters<typeof put>[0], lines: readonly NewLine[], mode: Mode) =>
  put(errors, lines, (line, about) => errorColumn(line, about, mode));

const error = (pointer: string, code = 'range') => ({ pointer, code, message: `${code} ${pointer}` });
const lines: NewLine[] = [{ replicate: 'a', emerged: 3 }, { replicate: 'b', dead: 2 }];

describe('the errors of a visit', () => {
  it('are put on the cell of their field', () => {
    const refused = cellErrors([error('/lines/0/emerged'), error('/lines/1/dead')], lines, 'changes');
    expect(refused).toEqual({
      cells: { a: { emerged: 'range /lines/0/emerged' }, b: { dead: 'range /lines/1/dead' } },
      others: [],
    });
  });

  it('are put on what a field explains', () => {
    const refused = cellErrors([error('/lines/0/death_cause'), error('/lines/1/surplus_cause')], lines, 'changes');
    expect(Object.keys(refused.cells['a'] ?? {})).toEqual(['dead']);
    expect(Object.keys(refused.cells['b'] ?? {})).toEqual(['surplus']);
  });

  it('are put where the law was broken, when the whole line breaks it', () => {
    const cell = (code: string, line: Partial<NewLine>, mode: 'changes' | 'alive') =>
      Object.keys(cellErrors([error('/lines/0', code)], [{ replicate: 'a', ...line }], mode).cells['a'] ?? {});
    expect(cell('count_within_sown', { emerged: 5 }, 'changes')).toEqual(['emerged']);
    expect(cell('count_within_sown', { observed_alive: 50 }, 'alive')).toEqual(['observed_alive']);
    expect(cell('count_within_sown', { dissected: 5 }, 'changes')).toEqual(['dissected']);
    expect(cell('count_alive_not_negative', { dead: 5 }, 'changes')).toEqual(['dead']);
    expect(cell('count_alive_not_negative', { removed: 5 }, 'changes')).toEqual(['removed']);
    expect(cell('count_says_one_thing', {}, 'changes')).toEqual(['emerged']);
  });

  it('are said beside the grid when they are of no cell, and left to the form when they are of no line', () => {
    const refused = cellErrors([error('/lines/0/stage'), error('/lines/7/dead'), error('/count_date')], lines, 'changes');
    expect(refused).toEqual({ cells: {}, others: ['range /lines/0/stage', 'range /lines/7/dead'] });
  });
});
