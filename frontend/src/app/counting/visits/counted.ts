import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import type { Schemas } from '@api/api';
import { ManyPipe } from '@ui/format';
import { Loaded } from '@ui/record/record-loader';
import { Owner, Taxon, pageOf } from '../shared/model';

/** What waits after a count. */
export interface Waiting {
  readonly next: {
    readonly uuid: string;
    readonly code: string;
    readonly taxon?: Taxon | null;
    readonly place?: Schemas['PlaceRef'] | null;
  } | null;
  readonly left: number;
}

/** A count is saved: the next one that waits is offered. */
@Component({
  selector: 'ex-counted',
  imports: [RouterLink, TranslatePipe, ManyPipe],
  template: `
    <section class="card" data-qa="counted" aria-live="polite">
      <div class="card-body">
        <h2><i class="fa fa-check-circle text-success" aria-hidden="true"></i> {{ 'counting.visit.done' | translate }}</h2>
        <ng-content />
        @if (others().value(); as others) {
          @if (others.next; as next) {
            <a class="btn btn-success next" [routerLink]="[list(), next.uuid, 'count']" data-qa="next-due">
              <span class="what">
                <strong>{{ 'counting.visit.next_one' | translate }}</strong>
                <span>{{ next.code }} <span class="ex-taxon">{{ next.taxon?.name ?? next.taxon?.cited_name }}</span></span>
                <span class="small">{{ next.place?.label }}</span>
              </span>
              <i class="fa fa-chevron-right" aria-hidden="true"></i>
            </a>
            <p class="ex-muted">{{ others.left | many: left() }}</p>
          } @else {
            <p>{{ 'counting.visit.none_left' | translate }}</p>
          }
        } @else if (others().problem() === null) {
          <p class="ex-muted" aria-busy="true">{{ 'list.loading' | translate }}</p>
        }
        <div class="ways">
          <a class="btn btn-outline-primary" [routerLink]="page()" data-qa="counted-see">{{
            'counting.visit.see' | translate: { code: code() }
          }}</a>
          <a class="btn btn-outline-primary" [routerLink]="list()" [queryParams]="{ due_by: 'today' }">{{
            'counting.due.filter' | translate
          }}</a>
          <button type="button" class="btn btn-outline-secondary" (click)="once.emit()">
            {{ again() | translate }}
          </button>
        </div>
      </div>
    </section>
  `,
  styleUrl: './counted.css',
})
export class Counted {
  readonly owner = input.required<Owner>();
  readonly code = input.required<string>();
  readonly others = input.required<Loaded<Waiting>>();
  /** Keys of the translations: how many are left, and « count this one again ». */
  readonly left = input.required<string>();
  readonly again = input.required<string>();
  /** Counts it once more. */
  readonly once = output();

  protected readonly list = computed(() => `/${this.owner().kind}`);
  protected readonly page = computed(() => pageOf(this.owner()));
}
