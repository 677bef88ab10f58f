export type Key = string | number;

/** Where a picker finds what one may choose. */
export interface Source<T, K extends Key = Key> {
  /** Name of the list, under which this device remembers what was chosen in it. */
  readonly name: string;
  /** So many characters before it searches; 0 to show something at once. */
  readonly minLength: number;
  /** Milliseconds of rest in the typing before it searches. */
  readonly wait: number;
  /** Offer again what was chosen last, before anything is typed. */
  readonly remembers?: boolean;
  search(text: string, abort: AbortSignal): Promise<readonly T[]>;
  key(option: T): K;
  /** What the field shows once it is chosen. */
  display(option: T): string;
  /** Under it in the list, when there is no template for its options. */
  detail?(option: T): string;
  /** Was this option typed in full? By default when the text is what the field shows. */
  isTyped?(option: T, text: string): boolean;
  /** The option of a key, to show the value of a record that is edited. */
  find?(key: K, abort: AbortSignal): Promise<T | null>;
}

/** In searches the case and the accents do not count. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .trim();
}

export function isTyped<T>(source: Source<T>, option: T, text: string): boolean {
  return source.isTyped?.(option, text) ?? folded(source.display(option)) === folded(text);
}

/** Rest of the typing before a search is sent to the service. */
export const TYPING_REST = 200;
