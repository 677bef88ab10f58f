import { Component, booleanAttribute, inject, input } from '@angular/core';
import { Api, Schemas, answer } from '@api/api';
import { Combobox } from '../combobox/combobox';
import { Source, TYPING_REST } from '../combobox/source';
import { asControl } from '../control';
import { Picker } from '../picker';

type Dataset = Schemas['Dataset'];

/** The datasets that may be read, or those in which a new record may be put. */
function datasets(api: Api, create: () => boolean): Source<Dataset, number> {
  const search = (text: string, signal: AbortSignal): Promise<readonly Dataset[]> =>
    answer(
      api.GET('/v1/referentials/datasets', {
        params: { query: { search: text === '' ? undefined : text, create: create() || undefined, limit: 100 } },
        signal,
      }),
    );
  return {
    name: 'dataset',
    minLength: 0,
    wait: TYPING_REST,
    remembers: true,
    key: (dataset) => dataset.id_dataset,
    display: (dataset) => dataset.name,
    search,
    find: async (key, signal) => (await search('', signal)).find((dataset) => dataset.id_dataset === key) ?? null,
  };
}

/** A dataset of the host; its value is its `id_dataset`. `create`: only those where one may enter data. */
@Component({
  selector: 'ex-pick-dataset',
  imports: [Combobox],
  providers: [asControl(() => DatasetPicker)],
  template: '<ex-combobox [chooser]="this" />',
})
export class DatasetPicker extends Picker<Dataset, number> {
  readonly create = input(false, { transform: booleanAttribute });
  readonly source = datasets(inject(Api), this.create);
}
