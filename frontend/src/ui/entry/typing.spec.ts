import { Typing, press, startTyping } from './typing';

function after(value: number | null, ...keys: string[]): Typing {
  return keys.reduce((typing, key) => press(typing, key) ?? typing, startTyping(value));
}

describe('press', () => {
  it('replaces what was there by the first digit, then goes on', () => {
    expect(after(7, '1').value).toBe(1);
    expect(after(7, '1', '2').value).toBe(12);
    expect(after(null, '0', '5').value).toBe(5);
  });

  it('counts zero, which is not nothing', () => {
    expect(after(null, '0').value).toBe(0);
  });

  it('adds and removes one', () => {
    expect(after(null, '+').value).toBe(1);
    expect(after(9, '+').value).toBe(10);
    expect(after(1, '-').value).toBe(0);
    expect(after(0, '-').value).toBe(0);
    expect(after(null, '-').value).toBeNull();
  });

  it('starts a new number after one was added', () => {
    expect(after(1, '+', '5').value).toBe(5);
  });

  it('empties, then starts a number', () => {
    expect(after(12, 'Backspace').value).toBeNull();
    expect(after(12, 'Delete', '3').value).toBe(3);
  });

  it('restores what the cell held, once', () => {
    expect(after(12, '3', '4', 'Escape').value).toBe(12);
    expect(after(null, '3', 'Escape').value).toBeNull();
    expect(press(startTyping(12), 'Escape')).toBeNull();
  });

  it('does not take a digit too many', () => {
    expect(after(null, '1', '2', '3', '4', '5', '6').value).toBe(12345);
    expect(after(99_999, '+').value).toBe(99_999);
  });

  it('leaves other keys alone', () => {
    for (const key of ['a', 'Enter', 'Tab', 'ArrowDown', '.', ',', ' ', 'F1']) {
      expect(press(startTyping(1), key)).toBeNull();
    }
  });
});
