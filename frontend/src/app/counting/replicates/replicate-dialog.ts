import { DIALOG_DATA, Dialog, DialogRef } from '@angular/cdk/dialog';
import { Component, Injectable, inject } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { firstValueFrom } from 'rxjs';
import { Api, answer, idempotent, ifMatch } from '@api/api';
import { Field } from '@ui/form/field';
import { FORM_DIALOG, FormDialog } from '@ui/form/form-dialog';
import { Forms } from '@ui/form/form-session';
import { NumberInput } from '@ui/pickers/number/number';
import { PlacePicker } from '@ui/pickers/place/place';
import type { Owner, Replicate } from '../shared/model';

interface Asked {
  readonly owner: Owner;
  /** The one that is changed; null to add one. */
  readonly replicate: Replicate | null;
  /** What was sown in it may still change. */
  readonly isDraft: boolean;
}

/** Changes a replicate, or adds one. */
@Injectable({ providedIn: 'root' })
export class ReplicateDialogs {
  private readonly dialog = inject(Dialog);

  async ask(asked: Asked): Promise<Replicate | null> {
    const ref = this.dialog.open<Replicate, Asked>(ReplicateDialog, { ...FORM_DIALOG, data: asked });
    return (await firstValueFrom(ref.closed)) ?? null;
  }
}

@Component({
  selector: 'ex-replicate',
  imports: [ReactiveFormsModule, Field, FormDialog, NumberInput, PlacePicker],
  template: `
    <form [formGroup]="form" (ngSubmit)="go()" novalidate data-qa="replicate-form">
      <ex-form-dialog [title]="title" [session]="session">
        @if (asked.replicate !== null) {
          <ex-field label="counting.code" for="ex-replicate-code" [control]="form.controls.code">
            <input
              id="ex-replicate-code"
              class="form-control"
              maxlength="3"
              formControlName="code"
              aria-describedby="ex-replicate-code-error"
            />
          </ex-field>
        }
        @if (asked.isDraft || asked.replicate === null) {
          <ex-field label="counting.figure.sown" for="ex-replicate-sown" [control]="form.controls.sown">
            <ex-number inputId="ex-replicate-sown" formControlName="sown" integer [min]="1" />
          </ex-field>
        }
        <ex-field label="counting.replicate_place" for="ex-replicate-place" [control]="form.controls.place">
          <ex-pick-place inputId="ex-replicate-place" formControlName="place" />
        </ex-field>
        @if (asked.replicate !== null) {
          <ex-field label="counting.remarks" for="ex-replicate-remarks" [control]="form.controls.remarks">
            <textarea
              id="ex-replicate-remarks"
              class="form-control"
              rows="2"
              maxlength="10000"
              formControlName="remarks"
              aria-describedby="ex-replicate-remarks-error"
            ></textarea>
          </ex-field>
        }
      </ex-form-dialog>
    </form>
  `,
})
export class ReplicateDialog {
  private readonly api = inject(Api);
  private readonly ref = inject<DialogRef<Replicate>>(DialogRef);
  protected readonly asked = inject<Asked>(DIALOG_DATA);
  protected readonly title = this.asked.replicate === null ? 'counting.replicate.add' : 'counting.replicate.edit';

  protected readonly form = inject(NonNullableFormBuilder).group({
    code: [this.asked.replicate?.code ?? '', this.asked.replicate === null ? [] : Validators.required],
    sown: [this.asked.replicate?.sown ?? null],
    place: [this.asked.replicate?.place?.uuid ?? null],
    remarks: [this.asked.replicate?.remarks ?? ''],
  });
  protected readonly session = inject(Forms).open({
    name: 'replicate',
    about: this.asked.owner.uuid,
    record: this.asked.replicate ?? undefined,
    form: this.form,
    save: (value: ReturnType<typeof this.form.getRawValue>, { key, version }) => this.send(value, key, version),
    read: (now) => ({ value: valueOf(now as Replicate), version: (now as Replicate).version }),
    labels: {
      code: 'counting.code',
      sown: 'counting.figure.sown',
      place: 'counting.replicate_place',
      remarks: 'counting.remarks',
    },
    unique: ['sown', 'place'],
  });

  private send(
    { code, sown, place, remarks }: ReturnType<typeof this.form.getRawValue>,
    key: string,
    version: number | null,
  ): Promise<Replicate> {
    const { owner, replicate, isDraft } = this.asked;
    const { kind, uuid } = owner;
    if (replicate === null || version === null) {
      return answer(
        this.api.POST(`/v1/${kind}/{uuid}/replicates` as const, {
          params: { path: { uuid } },
          body: { sown, place },
          headers: idempotent(key),
        }),
      );
    }
    return answer(
      this.api.PATCH(`/v1/${kind}/{uuid}/replicates/{replicate}` as const, {
        params: { path: { uuid, replicate: replicate.uuid } },
        body: { code, place, remarks: remarks.trim() || null, ...(isDraft ? { sown } : {}) },
        headers: ifMatch(version),
      }),
    );
  }

  protected async go(): Promise<void> {
    const done = await this.session.submit();
    if (done !== null) this.ref.close(done);
  }
}

function valueOf({ code, sown, place, remarks }: Replicate) {
  return { code, sown: sown ?? null, place: place?.uuid ?? null, remarks: remarks ?? '' };
}
