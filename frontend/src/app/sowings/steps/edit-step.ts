import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Injector, runInInjectionContext } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Api, answer, idempotent, ifMatch } from '@api/api';
import { FormSession, Forms } from '@ui/form/form-session';
import { FormStatus } from '@ui/form/form-status';
import { loaded } from '@ui/record/record-loader';
import { Toaster } from '@ui/toast/toaster';
import { Words } from '@ui/words';
import type { Step } from '../shared/model';
import { COMMON, StepForm, StepValue, stepBody, stepForm, stepValue } from './step-form';
import { StepFields } from './step-fields';

/** A treatment step of a sowing, to be added or changed. */
@Component({
  selector: 'ex-edit-step',
  imports: [ReactiveFormsModule, RouterLink, TranslatePipe, FormStatus, StepFields],
  templateUrl: './edit-step.html',
  styles: `
    .common {
      display: flex;
      flex-wrap: wrap;
      gap: 0.4em;
      margin-bottom: 1em;
    }
    .card-body {
      max-width: 60em;
    }
  `,
})
export class EditStep {
  private readonly api = inject(Api);
  private readonly build = inject(NonNullableFormBuilder);
  private readonly forms = inject(Forms);
  private readonly injector = inject(Injector);
  private readonly router = inject(Router);
  private readonly toaster = inject(Toaster);
  private readonly words = inject(Words);

  readonly uuid = input.required<string>();
  /** The step that is changed; none is added. */
  readonly step = input<string>();

  protected readonly common = COMMON;
  protected readonly current = loaded(
    computed(() => this.step() ?? null),
    (step, signal) =>
      answer(
        this.api.GET('/v1/sowings/{uuid}/treatment-steps/{step}', {
          params: { path: { uuid: this.uuid(), step } },
          signal,
        }),
      ),
  );
  protected readonly open = signal<{ form: StepForm; session: FormSession<Step> } | null>(null);

  constructor() {
    effect(() => {
      const current = this.current.value();
      if (this.step() !== undefined && current === null) return;
      untracked(() => {
        if (this.open() === null) this.open.set(runInInjectionContext(this.injector, () => this.begin(current)));
      });
    });
  }

  private begin(current: Step | null): { form: StepForm; session: FormSession<Step> } {
    const form = stepForm(this.build, current === null ? {} : stepValue(current));
    const session = this.forms.open<StepValue, Step>({
      name: 'treatment-step',
      about: this.uuid(),
      record: current === null ? undefined : { uuid: current.uuid, version: current.version },
      form,
      unique: ['rank', 'start_date', 'planned_end_date', 'end_date', 'quantity_lost'],
      save: (value, { key, version }) => this.send(value, key, version),
      read: (now) => ({ value: stepValue(now as Step), version: (now as Step).version }),
      labels: STEP_LABELS,
    });
    return { form, session };
  }

  private send(value: StepValue, key: string, version: number | null): Promise<Step> {
    const [uuid, step, body] = [this.uuid(), this.step(), stepBody(value)];
    return step === undefined || version === null
      ? answer(
          this.api.POST('/v1/sowings/{uuid}/treatment-steps', {
            params: { path: { uuid } },
            body,
            headers: idempotent(key),
          }),
        )
      : answer(
          this.api.PATCH('/v1/sowings/{uuid}/treatment-steps/{step}', {
            params: { path: { uuid, step } },
            body,
            headers: ifMatch(version),
          }),
        );
  }

  protected start(form: StepForm, step: Partial<StepValue>): void {
    form.patchValue(step);
    form.markAsDirty();
  }

  protected async save(session: FormSession<Step>): Promise<void> {
    if ((await session.submit()) === null) return;
    this.toaster.done(this.words.of('sowings.step.saved'));
    await this.router.navigate(['/sowings', this.uuid()], { queryParams: { tab: 'steps' } });
  }

  mayLeave(): Promise<boolean> | boolean {
    return this.open()?.session.mayLeave() ?? true;
  }
}

const STEP_LABELS: Readonly<Record<string, string>> = {
  rank: 'sowings.step.rank',
  kind: 'sowings.step.kind',
  product: 'sowings.step.product',
  tool: 'sowings.step.tool',
  concentration: 'sowings.step.concentration',
  concentration_unit: 'sowings.step.concentration_unit',
  day_temperature: 'sowings.day_temperature',
  night_temperature: 'sowings.night_temperature',
  photoperiod_hours: 'sowings.photoperiod',
  duration: 'sowings.step.duration',
  duration_unit: 'sowings.step.duration_unit',
  medium: 'sowings.step.medium',
  start_date: 'sowings.step.start',
  planned_end_date: 'sowings.step.planned_end',
  end_date: 'sowings.step.end',
  quantity_treated: 'sowings.step.treated',
  quantity_lost: 'sowings.step.lost',
  id_actor: 'sowings.step.actor',
  actor_text: 'sowings.step.actor_text',
  remarks: 'sowings.remarks',
};
