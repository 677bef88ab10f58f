import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Api, answer, ifMatch } from '@api/api';
import { Problem } from '@api/problem';
import { Session } from '@app/session';
import { Confirm } from '@ui/confirm/confirm';
import { DayPipe, NumPipe } from '@ui/format';
import { laterService } from '@ui/later';
import { Outage } from '@ui/outage';
import { Toaster } from '@ui/toast/toaster';
import { Words } from '@ui/words';
import { sumOf } from '../new/split';
import { Replicate, areCountedSeeds } from '../shared/model';
import { SowingData } from '../shared/sowing-data';
import { inOrder } from '../shared/visits';

/** The replicates of a sowing and where they stand. */
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
  private readonly session = inject(Session);

  readonly uuid = input.required<string>();
  readonly data = input.required<SowingData>();
  readonly changed = output();

  protected readonly busy = signal(false);
  private readonly sowing = computed(() => this.data().sowing.value());
  protected readonly replicates = computed(() => {
    const replicates = this.data().replicates.value();
    return replicates === null ? null : [...replicates].sort((a, b) => inOrder(a.code, b.code));
  });
  protected readonly isDraft = computed(() => this.sowing()?.state === 'draft');
  protected readonly mayChange = computed(() => this.session.can('U') && this.sowing()?.state !== 'cancelled');
  /** For counted seeds the replicates sum to what is sown, which is fixed after the draft. */
  protected readonly mayAdd = computed(() => {
    const sowing = this.sowing();
    if (sowing === null || !this.mayChange() || sowing.state === 'closed') return false;
    return this.isDraft() || !areCountedSeeds(sowing);
  });
  protected readonly hasPlaces = computed(() => this.replicates()?.some((one) => one.place) ?? false);
  protected readonly hasRemarks = computed(() => this.replicates()?.some((one) => one.remarks) ?? false);
  /** What does not sum, in a draft of counted seeds. */
  protected readonly unequal = computed(() => {
    const sowing = this.sowing();
    if (sowing === null || !this.isDraft() || !areCountedSeeds(sowing)) return null;
    const sum = sumOf((this.replicates() ?? []).map((one) => one.sown ?? null));
    return sum === sowing.sown_value ? null : { sum: sum ?? '?', sown: sowing.sown_value };
  });

  protected async edit(replicate: Replicate | null): Promise<void> {
    const dialogs = await this.dialogs();
    const done = await dialogs?.ask({ sowing: this.uuid(), replicate, isDraft: this.isDraft() });
    if (!done) return;
    this.toaster.done(this.words.of('sowings.replicate.saved', { code: done.code }));
    this.changed.emit();
  }

  protected async remove(replicate: Replicate): Promise<void> {
    const name = this.words.of('sowings.replicate.named', { code: replicate.code });
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
        this.api.DELETE('/v1/sowings/{uuid}/replicates/{replicate}', {
          params: { path: { uuid: this.uuid(), replicate: replicate.uuid } },
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
