import { Component, computed, inject, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Chart } from '@ui/chart/chart';
import { fateFigure } from '@ui/chart/fate-figure';
import type { SeedFate } from '@ui/chart/fate-sankey';
import { Words } from '@ui/words';

/** « Où sont mes graines ? » */
@Component({
  selector: 'ex-fate-tab',
  imports: [TranslatePipe, Chart],
  template: `
    @if (figure(); as figure) {
      <ex-chart
        [title]="'counting.fate' | translate"
        [name]="figure.name"
        [option]="figure.option"
        [table]="figure.table"
        [description]="figure.description"
      />
      @for (note of figure.notes; track note) {
        <p class="ex-muted">{{ note }}</p>
      }
    } @else if (fate() === null) {
      <p class="ex-muted">{{ 'counting.not_begun' | translate }}</p>
    } @else {
      <p class="ex-muted" aria-busy="true">{{ 'list.loading' | translate }}</p>
    }
  `,
})
export class FateTab {
  private readonly words = inject(Words);
  /** Null before the seeds have left the lot, undefined until it is read. */
  readonly fate = input.required<SeedFate | null | undefined>();
  /** List of the labels: `fate`, and what a test calls otherwise before it. */
  readonly labels = input<'fate' | 'fate_of_test'>('fate');
  /** Code of the record, for the file's name. */
  readonly code = input.required<string>();

  protected readonly figure = computed(() => {
    const fate = this.fate();
    return fate ? { ...fateFigure(fate, this.words, [this.labels(), 'fate']), name: `seeds-${this.code()}` } : null;
  });
}
