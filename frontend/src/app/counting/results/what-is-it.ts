import { Component, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';

/** « Qu'est-ce que c'est ? » : a result in one plain sentence, on demand. */
@Component({
  selector: 'ex-what-is-it',
  imports: [TranslatePipe],
  template: `
    <details data-qa="what-is-it">
      <summary>{{ 'counting.results.what_is_it' | translate }}</summary>
      <p>{{ text() }}</p>
    </details>
  `,
  styles: `
    summary {
      display: inline-flex;
      align-items: center;
      min-height: 2em;
      color: var(--ex-primary);
      font-size: 0.92em;
      text-decoration: underline dotted;
      cursor: pointer;
    }
    p {
      margin: 0;
      font-size: 0.92em;
    }
    @media (max-width: 767.98px) {
      summary {
        min-height: 44px;
      }
    }
  `,
})
export class WhatIsIt {
  readonly text = input.required<string>();
}
