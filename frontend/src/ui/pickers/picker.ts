import { Directive, computed, inject, input, output, resource, signal } from '@angular/core';
import { ValidationErrors } from '@angular/forms';
import { Problem } from '@api/problem';
import { Outage } from '../outage';
import { Words } from '../words';
import { Chooser } from './combobox/chooser';
import { Recent } from './combobox/recent';
import { Key, Source } from './combobox/source';
import { Control } from './control';

/**
 * A control whose value is the key of what is chosen in a source, or null. To show the value of a
 * record that is edited it takes the object when the screen has it (`[known]="taxon"`), else what this
 * device remembers, else it asks the source.
 */
@Directive()
export abstract class Picker<T, K extends Key> extends Control<K> implements Chooser<T, K> {
  private readonly outage = inject(Outage);
  private readonly recent = inject(Recent);
  private readonly words = inject(Words);

  abstract readonly source: Source<T, K>;
  /** The object of the first value. */
  readonly known = input<T | null>();
  /** What is chosen, in full, each time that it changes. */
  readonly picked = output<T | null>();

  private readonly current = signal<K | null>(null);
  private readonly last = signal<T | null>(null);
  private readonly writes = signal(0);
  private readonly unread = signal(false);
  /** What was chosen when the typing began. */
  private former: K | null = null;

  readonly key = this.current.asReadonly();
  readonly written = this.writes.asReadonly();

  private readonly asked = resource({
    params: () => {
      const key = this.current();
      return key === null || this.atHand(key) !== null || this.source.find === undefined ? undefined : { key };
    },
    loader: ({ params, abortSignal }) => this.find(params.key, abortSignal),
  });
  /** The object of the value, null when nothing is chosen or it is not known. */
  protected readonly chosen = computed<T | null>(() => {
    const key = this.current();
    if (key === null) return null;
    return this.atHand(key) ?? (this.asked.hasValue() ? this.asked.value() : null);
  });
  readonly label = computed(() => {
    const [key, chosen] = [this.current(), this.chosen()];
    if (key === null) return '';
    if (chosen !== null) return this.source.display(chosen);
    if (this.asked.isLoading()) return this.words.of('list.loading');
    return typeof key === 'number' ? this.words.of('pickers.key', { key }) : this.words.of('record.restricted');
  });

  override writeValue(key: K | null): void {
    this.current.set(key);
    this.unread.set(false);
    this.former = null;
    this.writes.update((n) => n + 1);
  }

  override validate(): ValidationErrors | null {
    return this.unread() ? { choose: true } : null;
  }

  shown(option: T): string {
    return this.source.display(option);
  }

  choose(option: T): void {
    this.last.set(option);
    this.unread.set(false);
    this.former = null;
    this.set(this.source.key(option));
    this.picked.emit(option);
  }

  type(text: string): void {
    const unread = text.trim() !== '';
    const same = unread === this.unread();
    this.unread.set(unread);
    if (this.current() !== null) {
      this.former = this.current();
      this.set(null);
      this.picked.emit(null);
    } else if (!same) this.validityChanged();
  }

  restore(): void {
    this.unread.set(false);
    this.set(this.former ?? this.current());
    this.picked.emit(this.chosen());
    this.former = null;
  }

  private set(key: K | null): void {
    this.current.set(key);
    this.changed(key);
  }

  private atHand(key: K): T | null {
    const near = [this.last(), this.known() ?? null, ...this.recent.of(this.source)];
    return near.find((option) => option !== null && this.source.key(option) === key) ?? null;
  }

  private async find(key: K, abort: AbortSignal): Promise<T | null> {
    try {
      return (await this.source.find?.(key, abort)) ?? null;
    } catch (error) {
      // A silent service is said by the shell; one that refuses it is said by the label.
      if (!abort.aborted) this.outage.say(Problem.from(error));
      return null;
    }
  }
}
