import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Schemas } from '@api/api';
import { CodePipe, NumPipe } from '@ui/format';
import { lotPlaces } from '../acts/lot-places';

/** What is left of a lot: the figure, how it is known, where it is, and what calls for attention. */
@Component({
  selector: 'ex-stock-card',
  imports: [RouterLink, TranslatePipe, CodePipe, NumPipe],
  template: `
    <section class="card" aria-labelledby="lot-stock" data-qa="lot-stock">
      <h2 id="lot-stock">{{ 'lots.stock' | translate }}</h2>
      <p class="figure">
        @if (known()) {
          <strong data-qa="lot-seeds">{{ lot().balance.seeds | num }}</strong>
          {{ 'seed' | code: 'sown_unit' }}
          <span class="basis">{{ lot().balance.basis | code: 'stock_basis' }}</span>
        } @else {
          <strong data-qa="lot-seeds">{{ 'record.unknown' | translate }}</strong>
          <span class="basis">{{ lot().balance.reason | code: 'no_balance' }}</span>
        }
        @if (lot().balance.mass_g; as mass) {
          <span class="basis">{{ mass | num: 4 }} g</span>
        }
      </p>
      <ul class="where">
        @for (place of held(); track place.uuid) {
          <li>
            <a [routerLink]="['/places', place.uuid]" [title]="place.label">{{ place.label }}</a>
            @if (held().length > 1) {
              <span class="there">{{ place.seeds === null ? ('record.unknown' | translate) : (place.seeds | num) }}</span>
            }
          </li>
        }
        @if (hidden() > 0) {
          <li class="ex-muted">{{ 'record.restricted' | translate }}</li>
        }
      </ul>
      @for (warning of lot().warnings; track warning.code) {
        <p class="warning" data-qa="lot-warning">
          <i class="fa fa-exclamation-triangle" aria-hidden="true"></i> {{ warning.message }}
        </p>
      }
      <ng-content />
    </section>
  `,
  styles: `
    .card {
      height: 100%;
      padding: 0.9em 1.1em;
      border-left: 5px solid var(--ex-green);
    }
    h2 {
      margin: 0;
      font-size: 0.95em;
      font-weight: 600;
      color: var(--ex-muted);
    }
    .figure {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0 0.45em;
      margin: 0;
    }
    .figure strong {
      font-size: 2.5em;
      line-height: 1.2;
      font-variant-numeric: tabular-nums;
    }
    .basis {
      padding: 0 0.6em;
      font-size: 0.9em;
      background: var(--ex-ground);
      border-radius: 1em;
    }
    .where {
      margin: 0.2em 0 0;
      padding: 0;
      list-style: none;
    }
    .where li {
      display: flex;
      justify-content: space-between;
      gap: 1em;
      padding: 0.15em 0;
    }
    .there {
      font-variant-numeric: tabular-nums;
    }
    .warning {
      margin: 0.5em 0 0;
      padding: 0.4em 0.7em;
      color: #533f03;
      background: #fff3cd;
      border-radius: 4px;
    }
  `,
})
export class StockCard {
  readonly lot = input.required<Schemas['SeedLot']>();
  protected readonly known = computed(() => {
    const { seeds } = this.lot().balance;
    return seeds !== null && seeds !== undefined;
  });
  protected readonly held = computed(() => lotPlaces(this.lot(), true));
  protected readonly hidden = computed(() => this.lot().balance.places - this.held().length);
}
