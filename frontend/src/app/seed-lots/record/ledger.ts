import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Schemas } from '@api/api';
import { DayPipe, NumPipe, SignedPipe } from '@ui/format';
import { isPhone } from '@ui/phone';
import { Loaded } from '@ui/record/record-loader';
import { LedgerLine, shownLines } from './ledger-lines';
import { LedgerUndo } from './ledger-undo';
import { LedgerWhat } from './ledger-what';

/** The ledger of a lot: every movement with what was in its place after it, and how it is taken back. */
@Component({
  selector: 'ex-ledger',
  imports: [RouterLink, TranslatePipe, DayPipe, NumPipe, SignedPipe, LedgerUndo, LedgerWhat],
  templateUrl: './ledger.html',
  styleUrl: './ledger.css',
})
export class Ledger {
  protected readonly phone = isPhone();
  readonly ledger = input.required<Loaded<readonly LedgerLine[]>>();
  /** The sowings and the tests of the lot, whose codes name the causes. */
  readonly causes = input<readonly Schemas['RecordRef'][]>([]);
  /** One may write on the lot. */
  readonly open = input(false);
  readonly changed = input.required<() => void>();

  protected readonly lines = computed(() => shownLines(this.ledger().value() ?? []));
  protected readonly names = computed(() => new Map(this.causes().map(({ uuid, code }) => [uuid, code])));
}
