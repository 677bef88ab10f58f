import { Component, input } from '@angular/core';
import { CodePipe } from '@ui/format';
import type { Cultivation } from '../cultivations-api';

/** Open, or how it ended. */
@Component({
  selector: 'ex-cultivation-state',
  imports: [CodePipe],
  template: `
    <span class="badge" [class.badge-success]="it().state === 'open'" [class.badge-secondary]="it().state !== 'open'" data-qa="state">
      @if (it().outcome; as outcome) {
        {{ outcome | code: 'cultivation_outcome' }}
      } @else {
        {{ it().state | code: 'cultivation_state' }}
      }
    </span>
  `,
})
export class CultivationStateBadge {
  readonly it = input.required<Cultivation>();
}
