import { Directive, computed, inject, input, resource, signal } from '@angular/core';
import { ValidationErrors } from '@angular/forms';
import { Problem } from '@api/problem';
import { Outage } from '../outage';
import { Words } from '../words';
import { Chooser } from './combobox/chooser';
import { Recent } from './combobox/recent';
import { Key, Source } from './combobox/source';
import { Control } from './control';

export interface Chip<K extends Key> {
  readonly key: K;
  readonly label: string;
}

/** A control whose value is the keys of what is chosen in a source, in the order of the choice. */
@Directive()
export abstract class ManyPicker<T, K extends Key> extends Control<readonly K[]> implements Chooser<T, K> {
  private readonly outage = inject(Outage);
  private readonly recent = inject(Recent);
  private readonly words = inject(Words);

  /** All that there is, those already chosen too. */
  protected abstract readonly all: Source<T, K>;
  /** What is left to choose. */
  abstract readonly source: Source<T, K>;
  /** The objects of the first value. */
  readonly known = input<readonly T[]>([]);

  private readonly keys = signal<readonly K[]>([]);
  private readonly seen = signal<readonly T[]>([]);
  private readonly writes = signal(0);
  private readonly unread = signal(false);

  /** Those that nobody here knows: the source is asked, when it can be. */
  private readonly asked = resource({
    params: () => {
      const keys = this.source.find === undefined ? [] : this.keys().filter((key) => this.near(key) === undefined);
      return keys.length === 0 ? undefined : keys;
    },
    loader: ({ params, abortSignal }) => this.find(params, abortSignal),
  });

  readonly chips = computed<Chip<K>[]>(() => this.keys().map((key) => ({ key, label: this.labelOf(key) })));
  /** What was just added or taken away, to be read aloud. */
  readonly news = signal('');
  // The field itself is always ready for one more.
  readonly key = signal(null).asReadonly();
  readonly label = signal('').asReadonly();
  readonly written = this.writes.asReadonly();

  override writeValue(keys: readonly K[] | null): void {
    this.keys.set(keys ?? []);
    this.unread.set(false);
    this.writes.update((n) => n + 1);
  }

  override validate(): ValidationErrors | null {
    return this.unread() ? { choose: true } : null;
  }

  shown(): string {
    return '';
  }

  choose(option: T): void {
    const key = this.source.key(option);
    this.seen.update((seen) => [...seen, option]);
    this.unread.set(false);
    this.set([...this.keys().filter((other) => other !== key), key]);
    this.news.set(this.words.of('pickers.added', { name: this.source.display(option) }));
  }

  type(text: string): void {
    this.unread.set(text.trim() !== '');
    this.validityChanged();
  }

  restore(): void {
    this.type('');
  }

  remove({ key, label }: Chip<K>): void {
    this.set(this.keys().filter((other) => other !== key));
    this.news.set(this.words.of('pickers.removed', { name: label }));
  }

  /** Before all the others: who or what is first is the main one. */
  putFirst({ key }: Chip<K>): void {
    this.set([key, ...this.keys().filter((other) => other !== key)]);
  }

  /** The same source without what is chosen already. */
  protected without(all: Source<T, K>): Source<T, K> {
    return {
      ...all,
      search: async (text, abort) =>
        (await all.search(text, abort)).filter((option) => !this.keys().includes(all.key(option))),
    };
  }

  private set(keys: readonly K[]): void {
    this.keys.set(keys);
    this.changed(keys);
  }

  private near(key: K): T | undefined {
    const near = [...this.seen(), ...this.known(), ...this.recent.of(this.source)];
    return near.find((one) => this.source.key(one) === key);
  }

  private labelOf(key: K): string {
    const asked = this.asked.hasValue() ? this.asked.value() : [];
    const option = this.near(key) ?? asked.find((one) => this.source.key(one) === key);
    if (option !== undefined) return this.source.display(option);
    return this.asked.isLoading() ? this.words.of('list.loading') : this.words.of('pickers.key', { key });
  }

  private async find(keys: readonly K[], abort: AbortSignal): Promise<readonly T[]> {
    try {
      const found = await Promise.all(keys.map((key) => this.source.find?.(key, abort)));
      return found.filter((one) => one !== null && one !== undefined);
    } catch (error) {
      // A silent service is said by the shell; one that refuses it is said by the label.
      if (!abort.aborted) this.outage.say(Problem.from(error));
      return [];
    }
  }
}
