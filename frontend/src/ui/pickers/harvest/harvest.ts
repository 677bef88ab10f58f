import { Component, inject } from '@angular/core';
import { Api, Schemas, answer } from '@api/api';
import { formatDay } from '../../format';
import { TaxaNames } from '../../taxa/taxa-names';
import { Combobox } from '../combobox/combobox';
import { OptionTemplate } from '../combobox/option-template';
import { Source, TYPING_REST } from '../combobox/source';
import { asControl } from '../control';
import { Picker } from '../picker';

type Harvest = Schemas['Harvest'];

function placeOf({ locality, commune, department }: Harvest): string {
  return locality ?? commune ?? department ?? '';
}

function harvests(api: Api): Source<Harvest, string> {
  return {
    name: 'harvest',
    minLength: 2,
    wait: TYPING_REST,
    key: (harvest) => harvest.uuid,
    display: (harvest) => `${harvest.code} ${placeOf(harvest)}`.trim(),
    isTyped: (harvest, text) => harvest.code === text,
    search: async (search, signal) => {
      const query = { search, limit: 20 };
      const page = await answer(api.GET('/v1/harvests', { params: { query }, signal }));
      return (page as Schemas['Page_Harvest']).items as Harvest[];
    },
    find: (uuid, signal) => answer(api.GET('/v1/harvests/{uuid}', { params: { path: { uuid } }, signal })),
  };
}

/** A harvest, found by its code or its locality; its value is its `uuid`. */
@Component({
  selector: 'ex-pick-harvest',
  imports: [Combobox, OptionTemplate, TaxaNames],
  providers: [asControl(() => HarvestPicker)],
  template: `
    <ex-combobox [chooser]="this">
      <ng-template [exOption]="source" let-harvest>
        <strong>{{ harvest.code }}</strong> {{ day(harvest) }}
        <small><ex-taxa-names [taxa]="harvest.taxa" /></small>
        <small class="ex-muted">{{ place(harvest) }}</small>
      </ng-template>
    </ex-combobox>
  `,
  styles: `
    small {
      display: block;
    }
  `,
})
export class HarvestPicker extends Picker<Harvest, string> {
  readonly source = harvests(inject(Api));
  protected readonly place = placeOf;

  /** A month or a year by its first day would say too much. */
  protected day(harvest: Harvest): string {
    return harvest.date_precision === 'day' ? formatDay(harvest.date_min) : (harvest.date_min?.slice(0, 4) ?? '');
  }
}
