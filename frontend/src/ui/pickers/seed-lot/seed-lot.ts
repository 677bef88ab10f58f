import { Component, inject } from '@angular/core';
import { Api, Schemas, answer } from '@api/api';
import { Words } from '../../words';
import { Combobox } from '../combobox/combobox';
import { OptionTemplate } from '../combobox/option-template';
import { Source, TYPING_REST } from '../combobox/source';
import { asControl } from '../control';
import { Picker } from '../picker';

/** What the list of lots and a lot itself have in common. */
type Lot = Pick<Schemas['SeedLotItem'], 'uuid' | 'code' | 'taxon' | 'balance' | 'place'>;

function seedLots(api: Api): Source<Lot, string> {
  return {
    name: 'seed-lot',
    minLength: 2,
    wait: TYPING_REST,
    key: (lot) => lot.uuid,
    display: (lot) => `${lot.code} ${lot.taxon.name ?? lot.taxon.cited_name ?? ''}`,
    isTyped: (lot, text) => lot.code === text,
    search: async (search, signal) =>
      (await answer(api.GET('/v1/seed-lots', { params: { query: { search, limit: 20 } }, signal }))).items,
    find: async (uuid, signal) => {
      const lot = await answer(api.GET('/v1/seed-lots/{uuid}', { params: { path: { uuid } }, signal }));
      const most = [...lot.balances].sort((a, b) => (b.seeds ?? 0) - (a.seeds ?? 0))[0];
      return { ...lot, place: most?.place ?? null };
    },
  };
}

/** A seed lot, found by its code or its taxon, with what is left of it and where; its value is its `uuid`. */
@Component({
  selector: 'ex-pick-seed-lot',
  imports: [Combobox, OptionTemplate],
  providers: [asControl(() => SeedLotPicker)],
  template: `
    <ex-combobox [chooser]="this">
      <ng-template [exOption]="source" let-lot>
        <strong>{{ lot.code }}</strong>&ngsp;<span class="ex-taxon">{{ lot.taxon.name ?? lot.taxon.cited_name }}</span>
        <small>
          <span class="seeds">{{ seeds(lot) }}</span>
          <span class="ex-muted">{{ placeOf(lot) }}</span>
        </small>
      </ng-template>
    </ex-combobox>
    @if (chosen(); as lot) {
      <div class="form-text small" data-qa="lot-chosen">
        <span class="seeds">{{ seeds(lot) }}</span>
        <span>{{ placeOf(lot) }}</span>
      </div>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    small {
      display: block;
    }
    .seeds {
      font-weight: 600;
      margin-right: 0.8em;
    }
  `,
})
export class SeedLotPicker extends Picker<Lot, string> {
  private readonly translations = inject(Words);
  readonly source = seedLots(inject(Api));

  protected seeds({ balance }: Lot): string {
    return balance.seeds == null
      ? this.translations.of('pickers.seeds_unknown')
      : this.translations.many('pickers.seeds', balance.seeds);
  }

  protected placeOf(lot: Lot): string {
    return lot.place && 'label' in lot.place ? lot.place.label : '';
  }
}
