import { Component, computed, inject, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { Schemas } from '@api/api';
import { CodePipe } from '@ui/format';
import { Words } from '@ui/words';
import { speciesOf } from './species';

/** What must be read with anything the model says: it is an indication, of whose constants, and its cautions. */
@Component({
  selector: 'ex-model-note',
  imports: [TranslatePipe, CodePipe],
  template: `
    <p class="note" data-qa="model-note">
      <i class="fa fa-info-circle" aria-hidden="true"></i>
      {{ 'viability.indicative' | translate }}
      @for (name of species(); track name; let last = $last) {
        <em class="ex-taxon">{{ name }}</em
        >{{ last ? '' : ', ' }}
      }
      @if (prediction().level === 'genus') {
        {{ 'viability.same_genus' | translate }}
      }
      <span class="ex-muted">({{ references() }})</span>
    </p>
    @for (caution of prediction().cautions; track caution) {
      <p class="caution">
        <i class="fa fa-exclamation-triangle" aria-hidden="true"></i> {{ caution | code: 'storage_caution' }}
      </p>
    }
    @if (isUniversal()) {
      <p class="caution">
        <i class="fa fa-exclamation-triangle" aria-hidden="true"></i> {{ 'viability.universal' | translate }}
      </p>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    p {
      margin: 0.3em 0 0;
      font-size: 0.92em;
    }
    .note .fa {
      color: var(--ex-primary);
    }
    .caution {
      color: var(--ex-warning-ink);
    }
  `,
})
export class ModelNote {
  private readonly words = inject(Words);
  readonly prediction = input.required<Schemas['Prediction']>();

  private readonly rows = computed(() => this.prediction().rows.filter(({ value }) => value !== null && value !== undefined));
  protected readonly species = computed(() => speciesOf(this.prediction()));
  protected readonly references = computed(() =>
    [...new Set(this.rows().map(({ reference }) => reference))].join(this.words.of('viability.between_references')),
  );
  protected readonly isUniversal = computed(() => this.rows().some((row) => row.universal_temperature_terms));
}
