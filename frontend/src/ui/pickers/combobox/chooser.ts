import { Signal } from '@angular/core';
import { Key, Source } from './source';

/** The control that a combobox is in: what it shows, and who hears what is chosen. */
export interface Chooser<T, K extends Key = Key> {
  readonly source: Source<T, K>;
  readonly inputId: Signal<string>;
  readonly describedBy: Signal<string>;
  readonly disabled: Signal<boolean>;
  readonly invalid: Signal<boolean>;
  readonly required: Signal<boolean>;
  /** The key of what is chosen. */
  readonly key: Signal<K | null>;
  /** Its text. */
  readonly label: Signal<string>;
  /** How many times the form has written the value: what was being typed is then dropped. */
  readonly written: Signal<number>;
  /** What the field shows once this option is chosen. */
  shown(option: T): string;
  choose(option: T): void;
  /** What is typed now is of no option yet. */
  type(text: string): void;
  /** What was chosen before the typing is taken back. */
  restore(): void;
  touched(): void;
}
