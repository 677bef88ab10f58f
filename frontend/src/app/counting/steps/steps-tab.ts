import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Api, answer, ifMatch } from '@api/api';
import { Problem } from '@api/problem';
import { Session } from '@app/session';
import { CodePipe, DayPipe, ManyPipe } from '@ui/format';
import { Confirm } from '@ui/confirm/confirm';
import { laterService } from '@ui/later';
import { Outage } from '@ui/outage';
import { Toaster } from '@ui/toast/toaster';
import { Words } from '@ui/words';
import { Owner, Step, pageOf } from '../shared/model';
import { People } from '../shared/people';
import type { Followed } from '../shared/followed';
import { StepTextPipe } from './step-text';
import { timelineOf } from './timeline';

const LOOK: Readonly<Record<Step['state'], { readonly badge: string; readonly icon: string }>> = {
  planned: { badge: 'badge-secondary', icon: 'fa-calendar-o' },
  in_progress: { badge: 'badge-info', icon: 'fa-hourglass-half' },
  overdue: { badge: 'badge-danger', icon: 'fa-exclamation-circle' },
  done: { badge: 'badge-success', icon: 'fa-check' },
};

/** The treatment steps on a time line. */
@Component({
  selector: 'ex-steps-tab',
  imports: [RouterLink, TranslatePipe, CodePipe, DayPipe, ManyPipe, StepTextPipe],
  templateUrl: './steps-tab.html',
  styleUrl: './steps-tab.css',
})
export class StepsTab {
  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  private readonly finishing = laterService(() => import('./finish-step').then((m) => m.FinishStep));
  private readonly outage = inject(Outage);
  private readonly toaster = inject(Toaster);
  private readonly words = inject(Words);
  protected readonly people = inject(People);
  protected readonly session = inject(Session);

  readonly owner = input.required<Owner>();
  readonly data = input.required<Followed>();
  readonly mayChange = input(false);
  readonly changed = output();

  protected readonly look = LOOK;
  protected readonly page = computed(() => pageOf(this.owner()));
  protected readonly busy = signal(false);
  protected readonly steps = computed(() => this.data().steps.value());
  protected readonly timeline = computed(() => timelineOf(this.steps() ?? [], this.session.today()));

  protected async finish(step: Step): Promise<void> {
    if (!(await (await this.finishing())?.ask(this.owner(), step))) return;
    this.toaster.done(this.words.of('counting.step.finished'));
    this.changed.emit();
  }

  protected begin(step: Step): Promise<void> {
    const { kind, uuid } = this.owner();
    return this.attempt(async () => {
      await answer(
        this.api.PATCH(`/v1/${kind}/{uuid}/treatment-steps/{step}` as const, {
          params: { path: { uuid, step: step.uuid } },
          body: { start_date: this.session.today() },
          headers: ifMatch(step.version),
        }),
      );
      this.toaster.done(this.words.of('counting.step.begun'));
    });
  }

  protected async remove(step: Step): Promise<void> {
    const { kind, uuid } = this.owner();
    const name = this.words.code('step_kind', step.kind);
    const answered = await this.confirm.ask({
      title: this.words.of('record.delete_title', { name }),
      text: this.words.of('record.delete_text'),
      yes: this.words.of('action.delete'),
      danger: true,
    });
    if (answered === null) return;
    await this.attempt(async () => {
      await answer(
        this.api.DELETE(`/v1/${kind}/{uuid}/treatment-steps/{step}` as const, {
          params: { path: { uuid, step: step.uuid } },
          headers: ifMatch(step.version),
        }),
      );
      this.toaster.done(this.words.of('record.deleted_done', { name }));
    });
  }

  private async attempt(act: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    try {
      await act();
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
