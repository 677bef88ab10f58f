import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import type { Schemas } from '@api/api';
import { DayPipe } from '@ui/format';
import { originOf } from './origin';

/** Where a material comes from, with its kind, and the way there when there is one. */
@Component({
  selector: 'ex-origin',
  imports: [RouterLink, TranslatePipe, DayPipe],
  template: `
    @if (shown(); as origin) {
      @switch (origin.kind) {
        @case ('harvest') {
          {{ 'materials.origin.harvest' | translate }}
          @if (origin.record; as record) {
            @if (link()) {
              <a [routerLink]="['/harvests', record.uuid]" data-qa="material-harvest">{{ record.name }}</a>
            } @else {
              {{ record.name }}
            }
          }
        }
        @case ('parent') {
          {{ 'materials.origin.parent' | translate }}
          @if (origin.record; as record) {
            @if (link()) {
              <a [routerLink]="['/materials', record.uuid]" data-qa="material-parent">{{ record.name }}</a>
            } @else {
              {{ record.name }}
            }
          }
        }
        @case ('reception') {
          {{ 'materials.origin.reception' | translate }}
          @if (origin.record; as record) {
            {{ origin.day | day }} {{ record.name }}
          }
        }
      }
      @if (origin.record === null) {
        <span class="ex-muted">{{ 'record.restricted' | translate }}</span>
      }
    }
  `,
})
export class OriginLink {
  readonly origin = input.required<Schemas['Origin']>();
  /** Without a link, inside what is one already. */
  readonly link = input(true);
  protected readonly shown = computed(() => originOf(this.origin()));
}
