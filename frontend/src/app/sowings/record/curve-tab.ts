import { Component, computed, inject, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { CodePipe } from '@ui/format';
import { Chart } from '@ui/chart/chart';
import { emergenceCurve } from '@ui/chart/emergence-curve';
import { emergenceFigure } from '@ui/chart/emergence-figure';
import { Words } from '@ui/words';
import { areCountedSeeds } from '../shared/model';
import { SowingData } from '../shared/sowing-data';
import { visitDays } from '@app/counting/visits/visits';

/** The emergence as the visits saw it, replicate by replicate. */
@Component({
  selector: 'ex-curve-tab',
  imports: [TranslatePipe, CodePipe, Chart],
  template: `
    @if (figure(); as figure) {
      <ex-chart
        [title]="'sowings.tab.curve' | translate"
        [name]="figure.name"
        [option]="figure.option"
        [table]="figure.table"
        [description]="figure.description"
      />
      @if (figure.reason; as reason) {
        <p class="ex-muted small">
          {{ 'sowings.no_rate' | translate: { reason: (reason | code: 'no_rate') } }}
        </p>
      }
    } @else if (data().counts.value() !== null) {
      <p class="ex-muted">{{ 'sowings.counts.none' | translate }}</p>
    } @else {
      <p class="ex-muted" aria-busy="true">{{ 'list.loading' | translate }}</p>
    }
  `,
})
export class CurveTab {
  private readonly words = inject(Words);
  readonly data = input.required<SowingData>();

  protected readonly figure = computed(() => {
    const { sowing: s, replicates: r, counts: c } = this.data();
    const [sowing, replicates, counts] = [s.value(), r.value(), c.value()];
    if (sowing === null || replicates === null || counts === null) return null;
    const first = visitDays(counts)[0];
    if (first === undefined) return null;
    const seeds = areCountedSeeds(sowing) ? replicates : replicates.map((one) => ({ ...one, sown: null }));
    const curve = emergenceCurve(seeds, counts, sowing.sowing_date ?? first);
    return {
      ...emergenceFigure(curve, this.words),
      name: `emergence-${sowing.code}`,
      reason: sowing.emergence.rate_reason ?? null,
    };
  });
}
