import { Component, input } from '@angular/core';
import type { Schemas } from '@api/api';
import { CodePipe } from '@ui/format';

/** Whether a permit is valid today. */
@Component({
  selector: 'ex-permit-state',
  imports: [CodePipe],
  template: `<span
    class="badge"
    [class.badge-success]="state() === 'valid'"
    [class.badge-secondary]="state() === 'expired'"
    [class.badge-info]="state() === 'to_come'"
    data-qa="permit-state"
    >{{ state() | code: 'permit_state' }}</span
  >`,
})
export class PermitStateBadge {
  readonly state = input.required<Schemas['PermitState']>();
}
