import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Schemas } from '@api/api';
import { CodePipe, DayPipe, NumPipe } from '@ui/format';
import { LotActs } from '../acts/lot-acts';

/** The places of a lot with what is left in each, and what one does there. */
@Component({
  selector: 'ex-placements',
  imports: [RouterLink, TranslatePipe, CodePipe, DayPipe, NumPipe],
  template: `
    <ul data-qa="placements">
      @for (line of lines(); track line.key) {
        <li>
          <div class="where">
            @if (line.place; as place) {
              <a [routerLink]="['/places', place.uuid]">{{ place.label }}</a>
              <span class="ex-muted">{{ place.code }}</span>
            } @else {
              <span class="ex-muted">{{ 'record.restricted' | translate }}</span>
            }
          </div>
          <div class="left">
            <strong>{{ line.seeds === null ? ('record.unknown' | translate) : (line.seeds | num) }}</strong>
            @if (line.seeds !== null && line.seeds !== 0) {
              <span class="ex-muted">{{ line.basis | code: 'stock_basis' }}</span>
            }
            @if (line.mass; as mass) {
              <span class="ex-muted">{{ mass | num: 4 }} g</span>
            }
            @if (line.date; as date) {
              <span class="ex-muted small">{{ 'lots.last_movement_on' | translate: { date: (date | day) } }}</span>
            }
          </div>
          @if (open() && line.place; as place) {
            <div class="do">
              @if (line.seeds !== 0) {
                <button type="button" class="btn btn-outline-primary" (click)="acts.transfer({ lot: lot(), place: place.uuid }, changed())">
                  <i class="fa fa-exchange" aria-hidden="true"></i> {{ 'lots.act.transfer' | translate }}
                  <span class="sr-only">{{ place.code }}</span>
                </button>
              }
              <button type="button" class="btn btn-outline-primary" (click)="acts.takeStock({ lot: lot(), place: place.uuid }, changed())">
                <i class="fa fa-check-square-o" aria-hidden="true"></i> {{ 'lots.act.stock_take' | translate }}
                <span class="sr-only">{{ place.code }}</span>
              </button>
            </div>
          }
        </li>
      } @empty {
        <li class="ex-muted">{{ 'no_movement' | code: 'no_balance' }}</li>
      }
    </ul>
  `,
  styles: `
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 0.4em 1.2em;
      padding: 0.6em 0;
      border-bottom: 1px solid var(--ex-line);
    }
    li:last-child {
      border-bottom: 0;
    }
    .where {
      flex: 2 1 16em;
    }
    .where span {
      display: block;
    }
    .left {
      display: flex;
      flex: 1 1 12em;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0 0.6em;
      font-variant-numeric: tabular-nums;
    }
    .left strong {
      font-size: 1.3em;
    }
    .do {
      display: flex;
      gap: 0.4em;
    }
  `,
})
export class Placements {
  protected readonly acts = inject(LotActs);
  readonly lot = input.required<Schemas['SeedLot']>();
  readonly open = input(false);
  readonly changed = input.required<() => void>();

  protected readonly lines = computed(() =>
    this.lot().balances.map(({ place, seeds, basis, mass_g, last_date }, i) => ({
      key: 'restricted' in place ? String(i) : place.uuid,
      place: 'restricted' in place ? null : place,
      seeds: seeds ?? null,
      basis,
      mass: mass_g,
      date: last_date,
    })),
  );
}
