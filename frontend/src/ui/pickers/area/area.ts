import { Component, inject, input } from '@angular/core';
import { Api } from '@api/api';
import { Combobox } from '../combobox/combobox';
import { asControl } from '../control';
import { Picker } from '../picker';
import { AREA_TYPES, Area, areas } from './areas.source';

/** A municipality or a department; its value is its `id_area`. */
@Component({
  selector: 'ex-pick-area',
  imports: [Combobox],
  providers: [asControl(() => AreaPicker)],
  template: '<ex-combobox [chooser]="this" />',
})
export class AreaPicker extends Picker<Area, number> {
  readonly types = input(AREA_TYPES);
  readonly source = areas(inject(Api), this.types);
}
