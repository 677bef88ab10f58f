import { DIALOG_DATA, Dialog, DialogRef } from '@angular/cdk/dialog';
import { Component, Injectable, inject } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { firstValueFrom } from 'rxjs';
import { Api, answer, ifMatch } from '@api/api';
import { Session } from '@app/session';
import { CodePipe } from '@ui/format';
import { Field } from '@ui/form/field';
import { FORM_DIALOG, FormDialog } from '@ui/form/form-dialog';
import { Forms } from '@ui/form/form-session';
import { DayInput } from '@ui/pickers/day/day';
import { NumberInput } from '@ui/pickers/number/number';
import type { Owner, Step } from '../shared/model';

interface Asked {
  readonly owner: Owner;
  readonly step: Step;
}

/** Says that a treatment step has ended: when, and what was lost in it. */
@Injectable({ providedIn: 'root' })
export class FinishStep {
  private readonly dialog = inject(Dialog);

  async ask(owner: Owner, step: Step): Promise<Step | null> {
    const ref = this.dialog.open<Step, Asked>(FinishStepDialog, { ...FORM_DIALOG, data: { owner, step } });
    return (await firstValueFrom(ref.closed)) ?? null;
  }
}

@Component({
  selector: 'ex-finish-step',
  imports: [ReactiveFormsModule, CodePipe, Field, FormDialog, DayInput, NumberInput],
  template: `
    <form [formGroup]="form" (ngSubmit)="go()" novalidate data-qa="finish-step">
      <ex-form-dialog title="counting.step.finish" submit="counting.step.finish" [session]="session">
        <span exSubtitle class="ex-muted">{{ step.kind | code: 'step_kind' }}</span>
        @if (!step.start_date) {
          <ex-field label="counting.step.start" for="ex-finish-start" [control]="form.controls.start_date">
            <ex-day inputId="ex-finish-start" formControlName="start_date" />
          </ex-field>
        }
        <ex-field label="counting.step.end" for="ex-finish-end" [control]="form.controls.end_date">
          <ex-day inputId="ex-finish-end" formControlName="end_date" />
        </ex-field>
        <ex-field label="counting.step.lost" for="ex-finish-lost" [control]="form.controls.quantity_lost">
          <ex-number inputId="ex-finish-lost" formControlName="quantity_lost" integer [min]="0" />
        </ex-field>
        <ex-field label="counting.remarks" for="ex-finish-remarks" [control]="form.controls.remarks">
          <textarea
            id="ex-finish-remarks"
            class="form-control"
            rows="2"
            maxlength="10000"
            formControlName="remarks"
            aria-describedby="ex-finish-remarks-error"
          ></textarea>
        </ex-field>
      </ex-form-dialog>
    </form>
  `,
})
export class FinishStepDialog {
  private readonly api = inject(Api);
  private readonly ref = inject<DialogRef<Step>>(DialogRef);
  private readonly today = inject(Session).today();
  private readonly asked = inject<Asked>(DIALOG_DATA);
  protected readonly step = this.asked.step;

  protected readonly form = inject(NonNullableFormBuilder).group({
    start_date: [this.step.start_date ?? (this.today as string | null), Validators.required],
    end_date: [this.today as string | null, Validators.required],
    quantity_lost: [this.step.quantity_lost ?? null],
    remarks: [this.step.remarks ?? ''],
  });
  protected readonly session = inject(Forms).open({
    name: 'finish-step',
    record: this.step,
    form: this.form,
    save: (value: ReturnType<typeof this.form.getRawValue>, { version }) =>
      answer(
        this.api.PATCH(`/v1/${this.asked.owner.kind}/{uuid}/treatment-steps/{step}` as const, {
          params: { path: { uuid: this.asked.owner.uuid, step: this.step.uuid } },
          body: { ...value, remarks: value.remarks.trim() || null },
          headers: ifMatch(version ?? this.step.version),
        }),
      ),
    read: (now) => {
      const { start_date, end_date, quantity_lost, remarks, version } = now as Step;
      const value = {
        start_date: start_date ?? this.today,
        end_date: end_date ?? this.today,
        quantity_lost: quantity_lost ?? null,
        remarks: remarks ?? '',
      };
      return { value, version };
    },
    labels: {
      start_date: 'counting.step.start',
      end_date: 'counting.step.end',
      quantity_lost: 'counting.step.lost',
      remarks: 'counting.remarks',
    },
  });

  protected async go(): Promise<void> {
    const done = await this.session.submit();
    if (done !== null) this.ref.close(done);
  }
}
