import { Component, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { Taxon } from './model';

/** The scientific name of what is sown or tested, as TAXREF has it or as it was cited. */
@Component({
  selector: 'ex-taxon-name',
  imports: [TranslatePipe],
  template: `
    @if (taxon()?.name ?? taxon()?.cited_name; as name) {
      <span class="ex-taxon">{{ name }}</span>
    } @else {
      <span class="ex-muted">{{ 'counting.no_taxon' | translate }}</span>
    }
  `,
})
export class TaxonName {
  readonly taxon = input.required<Taxon | null | undefined>();
}
