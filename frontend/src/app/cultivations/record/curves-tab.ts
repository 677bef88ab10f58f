import { Component, computed, inject, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { CodePipe, DayPipe, NumPipe } from '@ui/format';
import { Chart } from '@ui/chart/chart';
import { Words } from '@ui/words';
import type { Cultivation, CultivationEvent } from '../cultivations-api';
import { headCount, mortality, seasons } from '../shared/standing';
import { headCountFigure } from './figure';

/** How many there were, what they died of, when they flowered. */
@Component({
  selector: 'ex-curves-tab',
  imports: [TranslatePipe, CodePipe, DayPipe, NumPipe, Chart],
  template: `
    <ex-chart
      [title]="'cultivations.head_count' | translate"
      [name]="'cultivation-' + cultivation().code"
      [option]="figure().option"
      [table]="figure().table"
      [description]="figure().description"
    />
    <section aria-labelledby="cultivation-mortality" data-qa="mortality">
      <h2 id="cultivation-mortality">{{ 'cultivations.mortality' | translate }}</h2>
      @if (dead().length > 0) {
        <table class="table table-sm">
          <thead>
            <tr>
              <th scope="col">{{ 'cultivations.field.cause' | translate }}</th>
              <th scope="col" class="ex-numeric">{{ 'cultivations.dead' | translate }}</th>
            </tr>
          </thead>
          <tbody>
            @for (one of dead(); track one.cause) {
              <tr>
                <th scope="row">{{ one.cause | code: 'death_cause' }}</th>
                <td class="ex-numeric">{{ one.dead | num }}</td>
              </tr>
            }
          </tbody>
        </table>
      } @else {
        <p class="ex-muted">{{ 'cultivations.no_death' | translate }}</p>
      }
    </section>
    <section aria-labelledby="cultivation-phenology" data-qa="phenology">
      <h2 id="cultivation-phenology">{{ 'cultivations.phenology' | translate }}</h2>
      @for (season of strip(); track season.uuid) {
        <div class="season">
          <span>{{ season.kind | code: 'event_kind' }} {{ season.start | day }}@if (season.end !== season.start) { – {{ season.end | day }}}</span>
          <span class="year" aria-hidden="true">
            <span class="bar {{ season.kind }}" [style.margin-left.%]="season.from" [style.width.%]="season.width"></span>
          </span>
        </div>
      } @empty {
        <p class="ex-muted">{{ 'cultivations.no_phenology' | translate }}</p>
      }
    </section>
  `,
  styles: `
    section {
      margin-top: 1.4em;
      padding-top: 1em;
      border-top: 1px solid var(--ex-line);
    }
    h2 {
      font-size: 1.08em;
    }
    table {
      max-width: 30em;
    }
    tbody th {
      font-weight: 400;
    }
    .season {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(20em, 100%), 1fr));
      align-items: center;
      gap: 0.2em 1em;
      margin-bottom: 0.6em;
    }
    .year {
      height: 0.9em;
      background: var(--ex-ground);
      border: 1px solid var(--ex-line);
      border-radius: 3px;
      overflow: hidden;
    }
    .bar {
      display: block;
      height: 100%;
      min-width: 4px;
      max-width: 100%;
      background: #7a3b8f;
    }
    .bar.fruiting {
      background: #a34d00;
    }
  `,
})
export class CurvesTab {
  private readonly words = inject(Words);
  readonly cultivation = input.required<Cultivation>();
  readonly events = input.required<readonly CultivationEvent[]>();

  protected readonly figure = computed(() => headCountFigure(headCount(this.events()), this.words));
  protected readonly dead = computed(() => mortality(this.events()));
  /** Each in its year, from January to December. */
  protected readonly strip = computed(() =>
    seasons(this.events()).map((season) => {
      const from = shareOfYear(season.start);
      return { ...season, from, width: Math.min(100, shareOfYear(season.end, season.start) + 100 / 365) - from };
    }),
  );
}

/** How far in the year of `first` a day is, in per cent. */
function shareOfYear(day: string, first = day): number {
  const year = Number(first.slice(0, 4));
  const [start, end] = [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)];
  return (100 * (Date.parse(day) - start)) / (end - start);
}
