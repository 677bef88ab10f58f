import { Directive, computed, effect, inject, input, resource } from '@angular/core';
import { Problem } from '@api/problem';
import { Outage } from '../../outage';
import { Words } from '../../words';
import { Control } from '../control';
import { Nomenclatures } from './nomenclatures';

/** What the controls of a vocabulary have in common: its values, or why they cannot be had. */
@Directive()
export abstract class VocabularyControl<V> extends Control<V> {
  private readonly nomenclatures = inject(Nomenclatures);
  private readonly outage = inject(Outage);
  private readonly words = inject(Words);

  /** Code of the vocabulary, `EXS_HARVEST_TYPE`. */
  readonly list = input.required<string>();

  protected readonly vocabulary = resource({
    params: () => this.list(),
    loader: ({ params }) => this.nomenclatures.of(params),
  });
  private readonly values = computed(() => (this.vocabulary.hasValue() ? this.vocabulary.value().values : []));
  /** Those of new records, and those chosen when they were still offered. */
  protected readonly offered = computed(() =>
    this.values().filter((value) => value.active || this.isChosen(value.code)),
  );
  protected readonly failure = computed(() => {
    if (this.vocabulary.status() !== 'error') return null;
    const problem = Problem.from(this.vocabulary.error());
    return problem.status === 0 ? this.words.of('shell.unreachable') : problem.message;
  });

  constructor() {
    super();
    effect(() => {
      if (this.vocabulary.status() === 'error') this.outage.say(Problem.from(this.vocabulary.error()));
    });
  }

  protected abstract isChosen(code: string): boolean;
}
