/** What happens in the current cell. */
export interface Typing {
  readonly value: number | null;
  /** What the cell held when it was entered. */
  readonly before: number | null;
  /** The next digit starts a number. */
  readonly isFresh: boolean;
}

/** More is a slip of the finger. */
const MOST = 99_999;

export function startTyping(value: number | null): Typing {
  return { value, before: value, isFresh: true };
}

/** After a key, named as the browser does; null when the key is not one of the cell's. */
export function press(typing: Typing, key: string): Typing | null {
  const { value, before } = typing;
  if (/^\d$/.test(key)) {
    const typed = typing.isFresh ? Number(key) : (value ?? 0) * 10 + Number(key);
    return { value: typed > MOST ? value : typed, before, isFresh: false };
  }
  switch (key) {
    case '+':
      return { value: Math.min((value ?? 0) + 1, MOST), before, isFresh: true };
    case '-':
      // Nothing less one is still nothing: not counted.
      return { value: value === null ? null : Math.max(value - 1, 0), before, isFresh: true };
    case 'Backspace':
    case 'Delete':
      return { value: null, before, isFresh: true };
    case 'Escape':
      return value === before ? null : startTyping(before);
    default:
      return null;
  }
}
