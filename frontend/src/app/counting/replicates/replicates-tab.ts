import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Api, answer, ifMatch } from '@api/api';
import { Problem } from '@api/problem';
import { Confirm } from '@ui/confirm/confirm';
import { DayPipe, NumPipe } from '@ui/format';
import { laterService } from '@ui/later';
import { Outage } from '@ui/outage';
import { Toaster } from '@ui/toast/toaster';
import { Words } from '@ui/words';
import { sumOf } from './split';
import type { Followed } from '../shared/followed';
import type { Owner, Replicate } from '../shared/model';
import { inOrder } from '../visits/visits';

/** What a column shows of a replicate. */
export interface ReplicateFigure {
  /** Key of its title. */
  readonly label: string;
  readonly of: (replicate: Replicate) => number | null | undefined;
}

/** The replicates of a sowing or of a test, and where they stand. */
@Component({
  selector: 'ex-replicates-tab',
  imports: [TranslatePipe, DayPipe, NumPipe],
  templateUrl: './replicates-tab.html',
  styles: `
    .table-responsive {
      position: relative;
    }
    table {
      width: auto;
      min-width: min(44em, 100%);
      margin-bottom: 1em;
    }
    td .btn {
      min-width: 2.4em;
    }
    .acts {
      white-space: nowrap;
      text-align: right;
    }
    @media (max-width: 767.98px) {
      .wide {
        display: none;
      }
      td .btn {
        min-width: 44px;
        min-height: 44px;
      }
    }
  `,
})
export class ReplicatesTab {
  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  private readonly dialogs = laterService(() => import('./replicate-dialog').then((m) => m.ReplicateDialogs));
  private readonly outage = inject(Outage);
  private readonly toaster = inject(Toaster);
  private readonly words = inject(Words);

  readonly owner = input.required<Owner>();
  readonly data = input.required<Followed>();
  /** What was sown may still change. */
  readonly isDraft = input(false);
  readonly mayChange = input(false);
  readonly mayAdd = input(false);
  /** Counted seeds that the replicates share; null when they need not sum to anything. */
  readonly seeds = input<number | null>(null);
  readonly figures = input.required<readonly ReplicateFigure[]>();
  readonly changed = output();

  protected readonly busy = signal(false);
  protected readonly replicates = computed(() => {
    const replicates = this.data().replicates.value();
    return replicates === null ? null : [...replicates].sort((a, b) => inOrder(a.code, b.code));
  });
  protected readonly hasPlaces = computed(() => this.replicates()?.some((one) => one.place) ?? false);
  protected readonly hasRemarks = computed(() => this.replicates()?.some((one) => one.remarks) ?? false);
  /** What does not sum, in a draft of counted seeds. */
  protected readonly unequal = computed(() => {
    const [replicates, sown] = [this.replicates(), this.seeds()];
    if (replicates === null || sown === null || !this.isDraft()) return null;
    const sum = sumOf(replicates.map((one) => one.sown ?? null));
    return sum === sown ? null : { sum: sum ?? '?', sown };
  });

  protected async edit(replicate: Replicate | null): Promise<void> {
    const dialogs = await this.dialogs();
    const done = await dialogs?.ask({ owner: this.owner(), replicate, isDraft: this.isDraft() });
    if (!done) return;
    this.toaster.done(this.words.of('counting.replicate.saved', { code: done.code }));
    this.changed.emit();
  }

  protected async remove(replicate: Replicate): Promise<void> {
    const name = this.words.of('counting.replicate.named', { code: replicate.code });
    const answered = await this.confirm.ask({
      title: this.words.of('record.delete_title', { name }),
      text: this.words.of('record.delete_text'),
      yes: this.words.of('action.delete'),
      danger: true,
    });
    if (answered === null || this.busy()) return;
    this.busy.set(true);
    try {
      await answer(
        this.api.DELETE(`/v1/${this.owner().kind}/{uuid}/replicates/{replicate}` as const, {
          params: { path: { uuid: this.owner().uuid, replicate: replicate.uuid } },
          headers: ifMatch(replicate.version),
        }),
      );
      this.toaster.done(this.words.of('record.deleted_done', { name }));
    } catch (error) {
      const problem = Problem.from(error);
      this.outage.say(problem);
      this.toaster.refused(problem);
    } finally {
      this.busy.set(false);
    }
    this.changed.emit();
  }
}
