import { Component, inject } from '@angular/core';
import { Api } from '@api/api';
import { Combobox } from '../combobox/combobox';
import { asControl } from '../control';
import { Picker } from '../picker';
import { Observer, observers } from './observers.source';

/** Somebody of the host's list of observers; its value is their `id_role`. */
@Component({
  selector: 'ex-pick-observer',
  imports: [Combobox],
  providers: [asControl(() => ObserverPicker)],
  template: '<ex-combobox [chooser]="this" />',
})
export class ObserverPicker extends Picker<Observer, number> {
  readonly source = observers(inject(Api));
}
