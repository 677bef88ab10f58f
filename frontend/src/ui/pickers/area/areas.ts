import { Component, inject, input } from '@angular/core';
import { Api } from '@api/api';
import { Chips } from '../chips';
import { Combobox } from '../combobox/combobox';
import { asControl } from '../control';
import { ManyPicker } from '../many-picker';
import { AREA_TYPES, Area, areas } from './areas.source';

/** Several municipalities or departments; its value is their `id_area`. */
@Component({
  selector: 'ex-pick-areas',
  imports: [Chips, Combobox],
  providers: [asControl(() => AreasPicker)],
  template: `
    <ex-chips [picker]="this" />
    <ex-combobox [chooser]="this" />
  `,
})
export class AreasPicker extends ManyPicker<Area, number> {
  readonly types = input(AREA_TYPES);
  protected readonly all = areas(inject(Api), this.types);
  readonly source = this.without(this.all);
}
