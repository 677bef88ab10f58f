import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import type { Schemas } from '@api/api';
import { Session } from '@app/session';
import { CodePipe, DayPipe, InstantPipe, formatDay } from '@ui/format';
import { later } from '@ui/later';
import { isPhone } from '@ui/phone';
import { CountForm } from '../count/count-form';
import { SavedVisit } from '../count/saved-visit';
import { Reversal } from '../shared/reversal';
import { SowingData } from '../shared/sowing-data';
import { isCountable } from '../shared/model';
import { Visit, usedColumns, visitsOf } from '../shared/visits';

/** The visits, what each replicate said, and what it means; those taken back stay, struck through. */
@Component({
  selector: 'ex-counts-tab',
  imports: [RouterLink, TranslatePipe, CodePipe, DayPipe, InstantPipe, CountForm],
  templateUrl: './counts-tab.html',
  styleUrl: './counts-tab.css',
})
export class CountsTab {
  protected readonly session = inject(Session);
  private readonly announce = inject(SavedVisit);
  private readonly reversal = inject(Reversal);
  protected readonly phone = isPhone();

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

  private readonly form = later(() => import('../count/count-form'));
  /** A visit is being entered here; on a phone it has its own screen. */
  protected readonly entering = signal(false);

  protected async enter(): Promise<void> {
    this.entering.set(!this.entering() && (await this.form()) !== null);
  }

  protected saved(operation: Schemas['CountOperation']): void {
    this.entering.set(false);
    this.announce.say(this.sowing()?.uuid ?? '', operation, () => this.changed.emit());
    this.changed.emit();
  }

  protected async undo(visit: Visit): Promise<void> {
    const [sowing, first] = [this.sowing(), visit.lines[0]];
    if (sowing === null || first === undefined) return;
    if (await this.reversal.ask(sowing.uuid, first.uuid, formatDay(visit.date))) this.changed.emit();
  }
}
