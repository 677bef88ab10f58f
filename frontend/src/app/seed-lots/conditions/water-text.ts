import { Component, computed, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Schemas } from '@api/api';
import { CodePipe, NumPipe } from '@ui/format';

/** Moisture and equilibrium humidity, each measured or computed, or why it is not known. */
@Component({
  selector: 'ex-water-text',
  imports: [TranslatePipe, CodePipe, NumPipe],
  template: `
    @for (figure of figures(); track figure.label) {
      <span class="figure">
        <span class="ex-muted">{{ figure.label | translate }}</span>
        @if (figure.value !== null) {
          <strong>{{ figure.value | num }} %</strong>
          @if (figure.origin === 'computed') {
            <span class="ex-muted small">{{ figure.origin | code: 'water_origin' }}</span>
            @for (caution of water().cautions; track caution) {
              <span class="caution small">
                <i class="fa fa-exclamation-triangle" aria-hidden="true"></i> {{ caution | code: 'caution' }}
              </span>
            }
          }
        } @else {
          <span class="ex-muted small">{{ figure.reason | code: 'unknown' }}</span>
        }
      </span>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 0 1.2em;
    }
    .figure {
      display: inline-flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0 0.4em;
    }
    .caution {
      color: var(--ex-warning-ink);
    }
  `,
})
export class WaterText {
  readonly water = input.required<Schemas['Water']>();

  protected readonly figures = computed(() => {
    const water = this.water();
    const reason = (figure: string): Schemas['Unknown'] | undefined =>
      water.missing.find((one) => one.figure === figure)?.reason;
    return [
      {
        label: 'lots.moisture_percent',
        value: water.moisture_percent ?? null,
        origin: water.moisture_origin,
        reason: reason('moisture_percent'),
      },
      {
        label: 'lots.equilibrium_humidity',
        value: water.equilibrium_humidity ?? null,
        origin: water.equilibrium_humidity_origin,
        reason: reason('equilibrium_humidity'),
      },
    ];
  });
}
