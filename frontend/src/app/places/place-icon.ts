import { Component, computed, input } from '@angular/core';
import { Schemas } from '@api/api';
import { CodePipe } from '@ui/format';

const ICONS: Readonly<Record<Schemas['PlaceKind'], string>> = {
  site: 'fa-map-marker',
  building: 'fa-building-o',
  room: 'fa-square-o',
  cold_room: 'fa-thermometer-quarter',
  freezer: 'fa-snowflake-o',
  shelf: 'fa-bars',
  box: 'fa-archive',
  greenhouse: 'fa-home',
  frame: 'fa-clone',
  bench: 'fa-th-large',
  tray: 'fa-th',
  cell: 'fa-circle-o',
  garden: 'fa-tree',
  bed: 'fa-leaf',
  other: 'fa-dot-circle-o',
};

/** The kind of a place, drawn; read aloud as well. */
@Component({
  selector: 'ex-place-icon',
  imports: [CodePipe],
  template: `
    <i class="fa fa-fw {{ icon() }}" aria-hidden="true" [title]="kind() | code: 'place_kind'"></i>
    <span class="sr-only">{{ kind() | code: 'place_kind' }}</span>
  `,
  styles: `
    :host {
      color: var(--ex-green);
    }
  `,
})
export class PlaceIcon {
  readonly kind = input.required<Schemas['PlaceKind']>();
  protected readonly icon = computed(() => ICONS[this.kind()]);
}
