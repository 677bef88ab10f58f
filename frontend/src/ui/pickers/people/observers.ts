import { Component, booleanAttribute, inject, input } from '@angular/core';
import { Api } from '@api/api';
import { Chips } from '../chips';
import { Combobox } from '../combobox/combobox';
import { asControl } from '../control';
import { ManyPicker } from '../many-picker';
import { Observer, observers } from './observers.source';

/** Several observers; its value is their `id_role`, the main one first when there is a main one. */
@Component({
  selector: 'ex-pick-observers',
  imports: [Chips, Combobox],
  providers: [asControl(() => ObserversPicker)],
  template: `
    <ex-chips [picker]="this" [ordered]="main()" />
    <ex-combobox [chooser]="this" />
  `,
})
export class ObserversPicker extends ManyPicker<Observer, number> {
  /** The first one is the main one, and can be changed. */
  readonly main = input(false, { transform: booleanAttribute });
  protected readonly all = observers(inject(Api));
  readonly source = this.without(this.all);
}
