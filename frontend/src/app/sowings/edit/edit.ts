import { Component, Injector, effect, inject, input, runInInjectionContext, signal, untracked } from '@angular/core';
import { FormGroup, NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Api, Schemas, answer, ifMatch } from '@api/api';
import { Problem } from '@api/problem';
import { FormSession, Forms } from '@ui/form/form-session';
import { FormStatus } from '@ui/form/form-status';
import { loaded } from '@ui/record/record-loader';
import { Toaster } from '@ui/toast/toaster';
import { Words } from '@ui/words';
import { HowFields } from '../how/how-fields';
import { HowControls, HowValue, fitParts, howBody, howControls, howValue } from '../how/how-form';
import { QuantityFields } from '../quantity/quantity-fields';
import { QuantityControls, QuantityValue, quantityBody, quantityControls } from '../quantity/quantity-form';
import type { SowingRecord } from '../shared/model';
import { LABELS } from './labels';

type Value = HowValue & QuantityValue;
type EditForm = FormGroup<HowControls & QuantityControls>;

interface Open {
  readonly form: EditForm;
  readonly session: FormSession<SowingRecord>;
  readonly isDraft: boolean;
}

/** Changes a sowing; its quantity in a draft only, its state by its own buttons. */
@Component({
  selector: 'ex-edit-sowing',
  imports: [ReactiveFormsModule, RouterLink, TranslatePipe, FormStatus, HowFields, QuantityFields],
  templateUrl: './edit.html',
})
export class EditSowing {
  private readonly api = inject(Api);
  private readonly build = inject(NonNullableFormBuilder);
  private readonly forms = inject(Forms);
  private readonly injector = inject(Injector);
  private readonly router = inject(Router);
  private readonly toaster = inject(Toaster);
  private readonly words = inject(Words);

  readonly uuid = input.required<string>();
  protected readonly sowing = loaded(this.uuid, (uuid, signal) =>
    answer(this.api.GET('/v1/sowings/{uuid}', { params: { path: { uuid } }, signal })),
  );
  protected readonly open = signal<Open | null>(null);

  constructor() {
    effect(() => {
      const sowing = this.sowing.value();
      if (sowing === null) return;
      untracked(() => {
        if (this.open() === null) this.open.set(runInInjectionContext(this.injector, () => this.begin(sowing)));
      });
    });
  }

  private begin(sowing: SowingRecord): Open {
    const isDraft = sowing.state === 'draft';
    const form: EditForm = this.build.group({ ...howControls(this.build), ...quantityControls(this.build) });
    const fill = (value: Partial<Value>): void => {
      fitParts(this.build, form.controls.substrate, value.substrate ?? form.controls.substrate.controls);
      form.patchValue(value);
    };
    fill(valueOf(sowing));
    // What does not change is not asked.
    if (!isDraft) form.controls.sown_value.clearValidators();
    form.controls.sown_value.updateValueAndValidity();
    const session = this.forms.open<Value, SowingRecord>({
      name: 'sowing-edit',
      record: sowing,
      form,
      fill,
      save: (value, { version }) => this.send(sowing, bodyOf(value, sowing, isDraft), version ?? sowing.version),
      read: (now) => ({ value: valueOf(now as SowingRecord), version: (now as SowingRecord).version }),
      labels: LABELS,
      names: { is_ambient: 'regime' },
    });
    return { form, session, isDraft };
  }

  private async send(
    { uuid }: SowingRecord,
    body: Schemas['SowingChanges'],
    version: number,
  ): Promise<SowingRecord> {
    const path = { uuid };
    try {
      return await answer(this.api.PATCH('/v1/sowings/{uuid}', { params: { path }, body, headers: ifMatch(version) }));
    } catch (error) {
      const { status, document } = Problem.from(error);
      if (status !== 412 || document === null) throw error;
      // The refusal has the sowing as lists have it, without how it was sown: what the other wrote there is read.
      const current = await answer(this.api.GET('/v1/sowings/{uuid}', { params: { path } }));
      throw new Problem(status, { ...document, current: current as never });
    }
  }

  protected async save(session: FormSession<SowingRecord>): Promise<void> {
    const done = await session.submit();
    if (done === null) return;
    this.toaster.done(this.words.of('sowings.saved', { code: done.code }));
    await this.router.navigate(['/sowings', done.uuid]);
  }

  mayLeave(): Promise<boolean> | boolean {
    return this.open()?.session.mayLeave() ?? true;
  }
}

function valueOf(sowing: SowingRecord): Value {
  const { sown_value, sown_unit, sown_basis, propagules_per_unit } = sowing;
  return {
    ...howValue(sowing),
    sown_value: sown_value ?? null,
    sown_unit,
    sown_basis,
    propagules_per_unit: propagules_per_unit ?? null,
  };
}

function bodyOf(value: Value, sowing: SowingRecord, isDraft: boolean): Schemas['SowingChanges'] {
  const { id_dataset, ...how } = howBody(value);
  return {
    ...how,
    // One may change a sowing of a dataset where one may not put another.
    ...(id_dataset === sowing.id_dataset ? {} : { id_dataset }),
    ...(isDraft ? quantityOf(value) : {}),
  };
}

function quantityOf({ sown_value, sown_unit, sown_basis, propagules_per_unit }: Value): QuantityValue {
  return quantityBody({ sown_value, sown_unit, sown_basis, propagules_per_unit });
}
