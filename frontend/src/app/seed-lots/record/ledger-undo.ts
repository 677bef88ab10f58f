import { Component, inject, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { CodePipe, DayPipe } from '@ui/format';
import { LotActs } from '../acts/lot-acts';
import { ShownLine } from './ledger-lines';

/** How a line of the ledger is taken back: here, on the first line of its act, or through its cause. */
@Component({
  selector: 'ex-ledger-undo',
  imports: [TranslatePipe, CodePipe, DayPipe],
  template: `
    @if (line().undo === 'itself' && line().opens) {
      <button
        type="button"
        class="btn btn-sm btn-outline-secondary"
        data-qa="ledger-undo"
        [attr.aria-label]="
          'lots.ledger.undo_this'
            | translate: { kind: (line().leg.kind | code: 'movement_kind'), date: (line().leg.effective_date | day) }
        "
        (click)="acts.reverse(line().leg.uuid, changed())"
      >
        <i class="fa fa-undo" aria-hidden="true"></i> {{ 'action.undo' | translate }}
      </button>
    } @else if (line().undo === 'cause') {
      <span class="ex-muted small">{{ 'lots.ledger.through_cause' | translate }}</span>
    }
  `,
  styles: `
    @media (max-width: 767.98px) {
      .btn {
        min-height: 2.9em;
        margin-top: 0.4em;
      }
    }
  `,
})
export class LedgerUndo {
  protected readonly acts = inject(LotActs);
  readonly line = input.required<ShownLine>();
  readonly changed = input.required<() => void>();
}
