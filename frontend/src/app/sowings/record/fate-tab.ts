import { Component, computed, inject, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Chart } from '@ui/chart/chart';
import { fateFigure } from '@ui/chart/fate-figure';
import { seedFate } from '@ui/chart/fate-sankey';
import { Words } from '@ui/words';
import { areCountedSeeds, isDebited } from '../shared/model';
import { SowingData } from '../shared/sowing-data';

/** « Où sont mes graines ? » */
@Component({
  selector: 'ex-fate-tab',
  imports: [TranslatePipe, Chart],
  template: `
    @if (figure(); as figure) {
      <ex-chart
        [title]="'sowings.tab.fate' | translate"
        [name]="figure.name"
        [option]="figure.option"
        [table]="figure.table"
        [description]="figure.description"
      />
      @for (note of figure.notes; track note) {
        <p class="ex-muted">{{ note }}</p>
      }
    } @else if (data().sowing.value() !== null && data().replicates.value() !== null) {
      <p class="ex-muted">{{ 'sowings.not_sown_yet' | translate }}</p>
    } @else {
      <p class="ex-muted" aria-busy="true">{{ 'list.loading' | translate }}</p>
    }
  `,
})
export class FateTab {
  private readonly words = inject(Words);
  readonly data = input.required<SowingData>();

  protected readonly figure = computed(() => {
    const [sowing, replicates] = [this.data().sowing.value(), this.data().replicates.value()];
    if (sowing === null || replicates === null || !isDebited(sowing.state)) return null;
    const sown = areCountedSeeds(sowing) ? (sowing.sown_value ?? null) : null;
    const fate = seedFate(sown, sowing.emergence, replicates);
    return { ...fateFigure(fate, this.words), name: `seeds-${sowing.code}` };
  });
}
