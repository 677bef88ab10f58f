import { Component, computed, input } from '@angular/core';
import { CodePipe } from '@ui/format';
import type { Sowing, State } from './model';

const LOOK: Readonly<Record<State, string>> = {
  draft: 'badge-light',
  prepared: 'badge-secondary',
  in_pretreatment: 'badge-warning',
  sown: 'badge-info',
  emerging: 'badge-success',
  overwintering: 'badge-info',
  emergence_ended: 'badge-secondary',
  closed: 'badge-dark',
  cancelled: 'badge-light',
};

/** The state of a sowing, and how it turned out once it is closed. */
@Component({
  selector: 'ex-sowing-state',
  imports: [CodePipe],
  template: `
    <span class="badge {{ look() }}" data-qa="sowing-state">
      {{ sowing().state | code: 'state' }}
      @if (sowing().outcome; as outcome) {
        · {{ outcome | code: 'outcome' }}
      }
    </span>
  `,
  styles: `
    .badge-light {
      color: var(--ex-ink);
      border: 1px solid var(--ex-line);
    }
    .badge-dark {
      background: #343a40;
      color: #fff;
    }
  `,
})
export class StateBadge {
  readonly sowing = input.required<Pick<Sowing, 'state' | 'outcome'>>();
  protected readonly look = computed(() => LOOK[this.sowing().state]);
}
