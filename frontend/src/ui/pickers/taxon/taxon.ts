import { Component, inject } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Api, Schemas, answer } from '@api/api';
import { Combobox } from '../combobox/combobox';
import { OptionTemplate } from '../combobox/option-template';
import { Source, TYPING_REST } from '../combobox/source';
import { asControl } from '../control';
import { Picker } from '../picker';

type TaxonName = Schemas['TaxonName'];

function taxa(api: Api): Source<TaxonName, number> {
  return {
    name: 'taxon',
    minLength: 2,
    wait: TYPING_REST,
    remembers: true,
    key: (taxon) => taxon.cd_nom,
    display: (taxon) => [taxon.name ?? taxon.cd_nom, taxon.author].filter(Boolean).join(' '),
    search: (search, signal) =>
      answer(api.GET('/v1/referentials/taxa', { params: { query: { search } }, signal })),
    find: (cd_nom, signal) =>
      answer(api.GET('/v1/referentials/taxa/{cd_nom}', { params: { path: { cd_nom } }, signal })),
  };
}

/** A name of TAXREF, accepted or not; its value is its `cd_nom`. */
@Component({
  selector: 'ex-pick-taxon',
  imports: [Combobox, OptionTemplate, TranslatePipe],
  providers: [asControl(() => TaxonPicker)],
  template: `
    <ex-combobox [chooser]="this">
      <ng-template [exOption]="source" let-taxon>
        <span class="ex-taxon">{{ taxon.name }}</span> {{ taxon.author }}
        @if (!taxon.is_accepted) {
          <span class="badge badge-warning">{{ 'pickers.synonym' | translate }}</span>
          <small>{{ 'pickers.accepted' | translate }} <span class="ex-taxon">{{ taxon.valid_name }}</span></small>
        }
        @if (taxon.vernacular_name) {
          <small class="ex-muted">{{ taxon.vernacular_name }}</small>
        }
      </ng-template>
    </ex-combobox>
    @if (chosen(); as taxon) {
      <div class="form-text small" data-qa="taxon-chosen">
        {{ taxon.vernacular_name }}
        @if (!taxon.is_accepted) {
          <span class="badge badge-warning">{{ 'pickers.synonym' | translate }}</span>
          {{ 'pickers.accepted' | translate }} <span class="ex-taxon">{{ taxon.valid_name }}</span>
        }
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
  `,
})
export class TaxonPicker extends Picker<TaxonName, number> {
  readonly source = taxa(inject(Api));
}
