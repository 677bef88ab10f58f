import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import type { Schemas } from '@api/api';
import { Session } from '@app/session';
import { formatDay } from '@ui/format';
import { later } from '@ui/later';
import { isPhone } from '@ui/phone';
import { CountForm } from '../count/count-form';
import { SavedVisit } from '@app/counting/visits/saved-visit';
import { Reversal } from '@app/counting/visits/reversal';
import { SowingData } from '../shared/sowing-data';
import { isCountable } from '../shared/model';
import { Visit, visitsOf } from '@app/counting/visits/visits';
import { VisitsTable } from '@app/counting/visits/visits-table';
import type { Owner } from '@app/counting/shared/model';
import { Words } from '@ui/words';
import { factsOf } from '../count/facts';
import { visitColumns } from './visit-columns';

/** The visits of a sowing, and where a new one is entered. */
@Component({
  selector: 'ex-counts-tab',
  imports: [RouterLink, TranslatePipe, CountForm, VisitsTable],
  templateUrl: './counts-tab.html',
  styles: `
    .entry {
      display: block;
      margin-bottom: 1.2em;
      padding-bottom: 1.2em;
      border-bottom: 2px solid var(--ex-line);
    }
  `,
})
export class CountsTab {
  protected readonly session = inject(Session);
  private readonly announce = inject(SavedVisit);
  private readonly reversal = inject(Reversal);
  private readonly words = inject(Words);
  protected readonly phone = isPhone();

  readonly data = input.required<SowingData>();
  readonly changed = output();

  private readonly owner = computed((): Owner => ({ kind: 'sowings', uuid: this.sowing()?.uuid ?? '' }));
  protected readonly sowing = computed(() => this.data().sowing.value());
  protected readonly visits = computed(() => {
    const counts = this.data().counts.value();
    return counts === null ? null : visitsOf(counts);
  });
  protected readonly columns = computed(() => visitColumns(this.data().counts.value() ?? [], this.words));
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
    const owner = this.owner();
    this.entering.set(false);
    this.announce.say(owner, operation, factsOf(operation.counts, this.words), () => this.changed.emit());
    this.changed.emit();
  }

  protected async undo(visit: Visit): Promise<void> {
    const [first] = visit.lines;
    if (first === undefined) return;
    if (await this.reversal.ask(this.owner(), first.uuid, formatDay(visit.date))) this.changed.emit();
  }
}
