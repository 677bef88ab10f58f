import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { ManyPipe } from '@ui/format';
import { PlaceIcon } from '../place-icon';
import { TreePlace, lotsIn } from './forest';

/** A line of the tree: what it is, its name and code, how many lots are there. */
@Component({
  selector: 'ex-place-row',
  imports: [NgTemplateOutlet, RouterLink, TranslatePipe, ManyPipe, PlaceIcon],
  template: `
    @if (place().children.length > 0) {
      <button
        type="button"
        class="caret"
        tabindex="-1"
        [attr.aria-label]="(expanded() ? 'places.collapse' : 'places.expand') | translate: { name: place().name }"
        (click)="$event.stopPropagation(); toggled.emit()"
      >
        <i class="fa {{ expanded() ? 'fa-caret-down' : 'fa-caret-right' }}" aria-hidden="true"></i>
      </button>
    } @else {
      <span class="caret"></span>
    }
    @if (linked()) {
      <a class="name" tabindex="-1" [routerLink]="['/places', place().uuid]" data-qa="place-link">
        <ng-container *ngTemplateOutlet="what" />
      </a>
    } @else {
      <button type="button" class="name" tabindex="-1" [disabled]="disabled()" data-qa="place-choice" (click)="picked.emit()">
        <ng-container *ngTemplateOutlet="what" />
      </button>
    }
    @if (lots() > 0) {
      <span class="lots ex-muted">{{ lots() | many: 'places.lots' }}</span>
    }
    <ng-template #what>
      <ex-place-icon [kind]="place().kind" />
      <span class="words">
        <span>{{ place().name }}</span>
        <small class="ex-muted">{{ place().code }}</small>
        @if (place().archived) {
          <small class="ex-muted"><i class="fa fa-archive" aria-hidden="true"></i> {{ 'record.archived' | translate }}</small>
        }
      </span>
    </ng-template>
  `,
  styles: `
    :host {
      display: flex;
      align-items: center;
      min-height: 2.9em;
    }
    .caret {
      flex: none;
      width: 2.6em;
      min-height: 2.9em;
      padding: 0;
      border: 0;
      background: none;
      color: var(--ex-ink);
      font-size: 1em;
    }
    .caret .fa {
      font-size: 1.2em;
    }
    .name {
      display: flex;
      flex: 1;
      align-items: center;
      gap: 0.6em;
      min-width: 0;
      padding: 0.45em 0;
      border: 0;
      background: none;
      color: var(--ex-ink);
      font-size: 1em;
      text-align: left;
    }
    .words {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0 0.6em;
      min-width: 0;
    }
    .name:disabled {
      color: var(--ex-muted);
      cursor: not-allowed;
    }
    .lots {
      flex: none;
      padding: 0 0.9em;
      font-size: 0.9em;
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class PlaceRow {
  readonly place = input.required<TreePlace>();
  readonly expanded = input(false);
  readonly disabled = input(false);
  readonly linked = input(false);
  readonly toggled = output();
  readonly picked = output();
  protected readonly lots = computed(() => lotsIn(this.place()));
}
