import { Component, input } from '@angular/core';
import { Schemas } from '@api/api';

/** The lot that a dialog is about. */
@Component({
  selector: 'ex-lot-subtitle',
  template: `{{ lot().code }} · <em class="ex-taxon">{{ lot().taxon.name ?? lot().taxon.cited_name }}</em>`,
  styles: `
    :host {
      color: var(--ex-muted);
    }
  `,
})
export class LotSubtitle {
  readonly lot = input.required<Schemas['SeedLot']>();
}
