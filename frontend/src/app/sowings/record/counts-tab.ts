import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Session } from '@app/session';
import { CodePipe, DayPipe, InstantPipe, formatDay } from '@ui/format';
import { Reversal } from '../shared/reversal';
import { SowingData } from '../shared/sowing-data';
import { isCountable } from '../shared/model';
import { Visit, usedColumns, visitsOf } from '../shared/visits';

/** The visits, what each replicate said, and what it means; those taken back stay, struck through. */
@Component({
  selector: 'ex-counts-tab',
  imports: [RouterLink, TranslatePipe, CodePipe, DayPipe, InstantPipe],
  templateUrl: './counts-tab.html',
  styleUrl: './counts-tab.css',
})
export class CountsTab {
  protected readonly session = inject(Session);
  private readonly reversal = inject(Reversal);

  readonly data = input.required<SowingData>();
  readonly changed = output();

  protected readonly sowing = computed(() => this.data().sowing.value());
  protected readonly visits = computed(() => {
    const counts = this.data().counts.value();
    return counts === null ? null : visitsOf(counts);
  });
  protected readonly columns = computed(() => usedColumns(this.data().counts.value() ?? []));
  protected readonly hasDerived = computed(() => this.data().counts.value()?.some((count) => count.is_derived) ?? false);
  protected readonly isCountable = computed(() => {
    const state = this.sowing()?.state;
    return state !== undefined && isCountable(state) && this.session.can('U');
  });

  protected async undo(visit: Visit): Promise<void> {
    const [sowing, first] = [this.sowing(), visit.lines[0]];
    if (sowing === null || first === undefined) return;
    if (await this.reversal.ask(sowing.uuid, first.uuid, formatDay(visit.date))) this.changed.emit();
  }
}
