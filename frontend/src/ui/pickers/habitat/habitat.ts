import { Component, inject, input } from '@angular/core';
import { Api, Schemas, answer } from '@api/api';
import { Combobox } from '../combobox/combobox';
import { Source, TYPING_REST } from '../combobox/source';
import { asControl } from '../control';
import { Picker } from '../picker';

type Habitat = Schemas['Habitat'];

function habitats(api: Api, typology: () => number | undefined): Source<Habitat, number> {
  return {
    name: 'habitat',
    minLength: 2,
    wait: TYPING_REST,
    remembers: true,
    key: (habitat) => habitat.cd_hab,
    display: (habitat) => habitat.name,
    detail: (habitat) => habitat.typology,
    isTyped: (habitat, text) => habitat.code?.toLowerCase() === text.toLowerCase(),
    search: (search, signal) =>
      answer(
        api.GET('/v1/referentials/habitats', { params: { query: { search, cd_typo: typology() } }, signal }),
      ),
    find: async (key, signal) => {
      const query = { cd_hab: [key] };
      return (await answer(api.GET('/v1/referentials/habitats', { params: { query }, signal })))[0] ?? null;
    },
  };
}

/** A habitat of HABREF; its value is its `cd_hab`. */
@Component({
  selector: 'ex-pick-habitat',
  imports: [Combobox],
  providers: [asControl(() => HabitatPicker)],
  template: '<ex-combobox [chooser]="this" />',
})
export class HabitatPicker extends Picker<Habitat, number> {
  /** Key of the only typology to search in. */
  readonly typology = input<number>();
  readonly source = habitats(inject(Api), this.typology);
}
