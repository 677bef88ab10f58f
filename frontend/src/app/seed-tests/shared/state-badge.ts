import { Component, computed, input } from '@angular/core';
import { CodePipe } from '@ui/format';
import type { TestState } from './model';

const LOOK: Readonly<Record<TestState, string>> = {
  draft: 'badge-light',
  running: 'badge-info',
  finished: 'badge-success',
  cancelled: 'badge-light',
};

/** The state of a test. */
@Component({
  selector: 'ex-test-state',
  imports: [CodePipe],
  template: `<span class="badge {{ look() }}" data-qa="test-state">{{ state() | code: 'test_state' }}</span>`,
  styles: `
    .badge-light {
      color: var(--ex-ink);
      border: 1px solid var(--ex-line);
    }
  `,
})
export class StateBadge {
  readonly state = input.required<TestState>();
  protected readonly look = computed(() => LOOK[this.state()]);
}
