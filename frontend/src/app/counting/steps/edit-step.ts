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
import { OwnerKind, Step, pageOf } from '../shared/model';
import { COMMON, StepForm, StepValue, stepBody, stepForm, stepValue } from './step-form';
import { StepFields } from './step-fields';

/** A treatment step of a sowing or of a test, to be added or changed. */
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

  /** From the route. */
  readonly kind = input.required<OwnerKind>();
  readonly uuid = input.required<string>();
  /** The step that is changed; none is added. */
  readonly step = input<string>();

  protected readonly common = COMMON;
  protected readonly page = computed(() => pageOf({ kind: this.kind(), uuid: this.uuid() }));
  protected readonly current = loaded(
    computed(() => this.step() ?? null),
    (step, signal) =>
      answer(
        this.api.GET(`/v1/${this.kind()}/{uuid}/treatment-steps/{step}` as const, {
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
    const [kind, uuid, step, body] = [this.kind(), this.uuid(), this.step(), stepBody(value)];
    return step === undefined || version === null
      ? answer(
          this.api.POST(`/v1/${kind}/{uuid}/treatment-steps` as const, {
            params: { path: { uuid } },
            body,
            headers: idempotent(key),
          }),
        )
      : answer(
          this.api.PATCH(`/v1/${kind}/{uuid}/treatment-steps/{step}` as const, {
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
    this.toaster.done(this.words.of('counting.step.saved'));
    await this.router.navigate(this.page(), { queryParams: { tab: 'steps' } });
  }

  mayLeave(): Promise<boolean> | boolean {
    return this.open()?.session.mayLeave() ?? true;
  }
}

const STEP_LABELS: Readonly<Record<string, string>> = {
  rank: 'counting.step.rank',
  kind: 'counting.step.kind',
  product: 'counting.step.product',
  tool: 'counting.step.tool',
  concentration: 'counting.step.concentration',
  concentration_unit: 'counting.step.concentration_unit',
  day_temperature: 'counting.day_temperature',
  night_temperature: 'counting.night_temperature',
  photoperiod_hours: 'counting.photoperiod',
  duration: 'counting.step.duration',
  duration_unit: 'counting.step.duration_unit',
  medium: 'counting.step.medium',
  start_date: 'counting.step.start',
  planned_end_date: 'counting.step.planned_end',
  end_date: 'counting.step.end',
  quantity_treated: 'counting.step.treated',
  quantity_lost: 'counting.step.lost',
  id_actor: 'counting.step.actor',
  actor_text: 'counting.step.actor_text',
  remarks: 'counting.remarks',
};
