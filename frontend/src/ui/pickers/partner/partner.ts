import { Component, inject } from '@angular/core';
import { Api, Schemas, answer } from '@api/api';
import { CodePipe } from '../../format';
import { Combobox } from '../combobox/combobox';
import { OptionTemplate } from '../combobox/option-template';
import { Source, TYPING_REST } from '../combobox/source';
import { asControl } from '../control';
import { Picker } from '../picker';

type Partner = Schemas['Partner'];

function partners(api: Api): Source<Partner, string> {
  return {
    name: 'partner',
    minLength: 0,
    wait: TYPING_REST,
    remembers: true,
    key: (partner) => partner.uuid,
    display: (partner) => partner.name,
    search: async (text, signal) => {
      const search = text === '' ? undefined : text;
      return (await answer(api.GET('/v1/partners', { params: { query: { search, limit: 50 } }, signal }))).items;
    },
    find: (uuid, signal) => answer(api.GET('/v1/partners/{uuid}', { params: { path: { uuid } }, signal })),
  };
}

/** Who gives or receives, outside the users of the host; its value is its `uuid`. */
@Component({
  selector: 'ex-pick-partner',
  imports: [CodePipe, Combobox, OptionTemplate],
  providers: [asControl(() => PartnerPicker)],
  template: `
    <ex-combobox [chooser]="this">
      <ng-template [exOption]="source" let-partner>
        {{ partner.name }}
        <small class="ex-muted">{{ partner.kind | code: 'partner_kind' }} {{ partner.city }}</small>
      </ng-template>
    </ex-combobox>
  `,
  styles: `
    small {
      display: block;
    }
  `,
})
export class PartnerPicker extends Picker<Partner, string> {
  readonly source = partners(inject(Api));
}
