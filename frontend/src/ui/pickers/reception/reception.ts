import { Component, inject } from '@angular/core';
import { Api, Schemas, answer } from '@api/api';
import { formatDay } from '../../format';
import { Combobox } from '../combobox/combobox';
import { Source, TYPING_REST } from '../combobox/source';
import { asControl } from '../control';
import { Picker } from '../picker';

type Reception = Schemas['Reception'];

function partnerOf({ partner }: Reception): string {
  return 'restricted' in partner ? '' : partner.name;
}

function receptions(api: Api): Source<Reception, string> {
  return {
    name: 'reception',
    minLength: 0,
    wait: TYPING_REST,
    key: (reception) => reception.uuid,
    display: (reception) => [formatDay(reception.date_received), partnerOf(reception)].filter(Boolean).join(' '),
    detail: (reception) => [reception.partner_number, reception.ipen].filter(Boolean).join(' · '),
    isTyped: (reception, text) => reception.partner_number === text,
    search: async (text, signal) => {
      const query = { search: text === '' ? undefined : text, limit: 20 };
      return (await answer(api.GET('/v1/receptions', { params: { query }, signal }))).items;
    },
    find: (uuid, signal) => answer(api.GET('/v1/receptions/{uuid}', { params: { path: { uuid } }, signal })),
  };
}

/** What a partner sent, the last first, found by its number or the donor; its value is its `uuid`. */
@Component({
  selector: 'ex-pick-reception',
  imports: [Combobox],
  providers: [asControl(() => ReceptionPicker)],
  template: '<ex-combobox [chooser]="this" />',
})
export class ReceptionPicker extends Picker<Reception, string> {
  readonly source = receptions(inject(Api));
}
