import { Component, computed, input, output } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { DayPipe, InstantPipe } from '@ui/format';
import type { Count } from '../shared/model';
import type { Visit } from './visits';

/** What a column shows of what a replicate said. */
export interface VisitColumn {
  readonly key: string;
  readonly label: string;
  readonly of: (line: Count) => number | null | undefined;
  /** Why, under the figure. */
  readonly why?: (line: Count) => string | null;
  /** It may be deduced from what was seen alive. */
  readonly isDerived?: boolean;
  /** What it comes to. */
  readonly isResult?: boolean;
}

/** The visits, what each replicate said, and what it means; those taken back stay, struck through. */
@Component({
  selector: 'ex-visits',
  imports: [TranslatePipe, DayPipe, InstantPipe],
  templateUrl: './visits-table.html',
  styleUrl: './visits-table.css',
})
export class VisitsTable {
  readonly visits = input.required<readonly Visit[]>();
  readonly columns = input.required<readonly VisitColumn[]>();
  readonly mayUndo = input(false);
  readonly undo = output<Visit>();

  protected readonly hasDerived = computed(() => this.visits().some(({ lines }) => lines.some((line) => line.is_derived)));
}
