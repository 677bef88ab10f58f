import { Component, input } from '@angular/core';
import type { Schemas } from '@api/api';

/** The scientific names of a material's taxa on one line, the main one first. */
@Component({
  selector: 'ex-taxa-names',
  template: `
    @for (taxon of taxa(); track taxon.cd_nom; let first = $first) {
      @if (!first) {
        <span class="ex-muted"> + </span>
      }
      <em>{{ taxon.name ?? taxon.cited_name }}</em>
    }
  `,
})
export class TaxaNames {
  readonly taxa = input.required<readonly Schemas['MaterialTaxon'][]>();
}
