import { Component, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';

/** A list of facts, name and value: holds `ex-fact`. */
@Component({
  selector: 'ex-facts',
  template: `<div><ng-content /></div>`,
  styles: `
    div {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(14em, 100%), 1fr));
      gap: 0.7em 1.2em;
    }
    @media (max-width: 767.98px) {
      /* Short ones stand side by side on a phone too. */
      div {
        grid-template-columns: repeat(auto-fill, minmax(min(9em, 100%), 1fr));
      }
    }
  `,
})
export class Facts {}

/** One fact; without a value it says so, and is left out when `optional`. */
@Component({
  selector: 'ex-fact',
  imports: [TranslatePipe],
  template: `
    @if (!optional() || present()) {
      <dl>
        <dt>{{ label() | translate }}</dt>
        <dd>
          @if (present()) {
            <ng-content />
          } @else {
            <span class="ex-muted">{{ 'record.none' | translate }}</span>
          }
        </dd>
      </dl>
    }
  `,
  styles: `
    :host {
      display: contents;
    }
    dt {
      font-size: 0.87em;
      font-weight: 600;
      color: var(--ex-muted);
    }
    dl,
    dd {
      margin: 0;
      min-width: 0;
      overflow-wrap: anywhere;
    }
  `,
})
export class Fact {
  readonly label = input.required<string>();
  /** Is there a value to show? */
  readonly present = input(true, { transform: (value: unknown) => value !== null && value !== undefined && value !== false && value !== '' });
  readonly optional = input(false);
}
