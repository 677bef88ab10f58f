import { Component, inject } from '@angular/core';
import { Api, Schemas, answer } from '@api/api';
import { Combobox } from '../combobox/combobox';
import { OptionTemplate } from '../combobox/option-template';
import { Source, TYPING_REST } from '../combobox/source';
import { asControl } from '../control';
import { Picker } from '../picker';

type Material = Schemas['Material'];

/** Its main taxon, as TAXREF has it or as it was cited. */
function taxonOf(material: Material): string {
  const [main] = material.taxa;
  return main?.name ?? main?.cited_name ?? '';
}

function materials(api: Api): Source<Material, string> {
  return {
    name: 'material',
    minLength: 2,
    wait: TYPING_REST,
    key: (material) => material.uuid,
    display: (material) => `${material.code} ${taxonOf(material)}`,
    isTyped: (material, text) => material.code === text,
    search: async (search, signal) =>
      (await answer(api.GET('/v1/materials', { params: { query: { search, limit: 20 } }, signal }))).items,
    find: (uuid, signal) => answer(api.GET('/v1/materials/{uuid}', { params: { path: { uuid } }, signal })),
  };
}

/** A material, found by its code or its taxon; its value is its `uuid`. */
@Component({
  selector: 'ex-pick-material',
  imports: [Combobox, OptionTemplate],
  providers: [asControl(() => MaterialPicker)],
  template: `
    <ex-combobox [chooser]="this">
      <ng-template [exOption]="source" let-material>
        <strong>{{ material.code }}</strong> {{ material.material_type?.label }}
        <small>
          @for (taxon of material.taxa; track taxon.cd_nom) {
            <span class="ex-taxon">{{ taxon.name ?? taxon.cited_name }}</span>
            {{ $last ? '' : ', ' }}
          }
        </small>
      </ng-template>
    </ex-combobox>
  `,
  styles: `
    small {
      display: block;
    }
  `,
})
export class MaterialPicker extends Picker<Material, string> {
  readonly source = materials(inject(Api));
}
