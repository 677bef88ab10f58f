import { Component, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { TaxaNames } from '@ui/taxa/taxa-names';
import { HarvestDatePipe } from '../harvest-date';
import { Harvest } from '../harvests-api';

/** The harvest chosen on the map, and the way to it. */
@Component({
  selector: 'ex-picked-harvest',
  imports: [RouterLink, TranslatePipe, TaxaNames, HarvestDatePipe],
  template: `
    <div class="card" role="status" data-qa="picked">
      <div class="what">
        <strong>{{ harvest().code }}</strong> {{ harvest() | harvestDate }}
        <span class="ex-line"><ex-taxa-names [taxa]="harvest().taxa" /></span>
        <span class="ex-line ex-muted">{{ harvest().locality ?? harvest().commune ?? harvest().department }}</span>
      </div>
      <a class="btn btn-primary" [routerLink]="['/harvests', harvest().uuid]" data-qa="picked-open">{{
        'harvests.open' | translate
      }}</a>
      <button
        type="button"
        class="btn btn-link"
        [attr.aria-label]="'action.close' | translate"
        (click)="closed.emit()"
      >
        <i class="fa fa-times" aria-hidden="true"></i>
      </button>
    </div>
  `,
  styles: `
    .card {
      flex-direction: row;
      align-items: center;
      gap: 0.6em;
      padding: 0.5em 0.3em 0.5em 0.9em;
      box-shadow: 0 2px 8px rgba(0, 0, 0, 0.25);
    }
    .what {
      flex: 1;
      min-width: 0;
    }
  `,
})
export class PickedHarvest {
  readonly harvest = input.required<Harvest>();
  readonly closed = output();
}
