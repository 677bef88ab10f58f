import { Component, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';

/** What a result is, for who asks: `<ex-what-is-it of="viability.alive"><p>…</p></ex-what-is-it>`. */
@Component({
  selector: 'ex-what-is-it',
  imports: [TranslatePipe],
  template: `
    <details>
      <summary>
        <i class="fa fa-question-circle-o" aria-hidden="true"></i>&ngsp;{{ 'viability.what_is_it' | translate }}
        <span class="sr-only">: {{ of() | translate }}</span>
      </summary>
      <div><ng-content /></div>
    </details>
  `,
  styles: `
    summary {
      display: inline-block;
      padding: 0.3em 0;
      color: var(--ex-primary);
      font-size: 0.92em;
      cursor: pointer;
    }
    div {
      max-width: 42em;
      font-size: 0.92em;
    }
    @media (max-width: 767.98px) {
      summary {
        min-height: 44px;
        padding: 0.7em 0;
      }
    }
  `,
})
export class WhatIsIt {
  /** Key of the translation of the title of what it explains. */
  readonly of = input.required<string>();
}
