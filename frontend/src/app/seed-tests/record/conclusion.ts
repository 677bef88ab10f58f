import { DIALOG_DATA, Dialog, DialogRef } from '@angular/cdk/dialog';
import { Component, Injectable, inject } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { firstValueFrom } from 'rxjs';
import { Api, answer, ifMatch } from '@api/api';
import { Field } from '@ui/form/field';
import { FORM_DIALOG, FormDialog } from '@ui/form/form-dialog';
import { Forms } from '@ui/form/form-session';
import type { SeedTestRecord } from '../shared/model';
import { changedTest } from '../edit/changed-test';

/** What one concludes of a test, in words. */
@Injectable({ providedIn: 'root' })
export class Conclusions {
  private readonly dialog = inject(Dialog);

  async ask(test: SeedTestRecord): Promise<SeedTestRecord | null> {
    const ref = this.dialog.open<SeedTestRecord, SeedTestRecord>(ConclusionDialog, { ...FORM_DIALOG, data: test });
    return (await firstValueFrom(ref.closed)) ?? null;
  }
}

@Component({
  selector: 'ex-conclusion',
  imports: [ReactiveFormsModule, Field, FormDialog],
  template: `
    <form [formGroup]="form" (ngSubmit)="go()" novalidate data-qa="conclusion-form">
      <ex-form-dialog title="seed_tests.conclusion" [session]="session">
        <span exSubtitle class="ex-muted">{{ test.code }}</span>
        <ex-field
          label="seed_tests.conclusion"
          hint="seed_tests.conclusion_hint"
          for="ex-conclusion"
          [control]="form.controls.conclusion"
        >
          <textarea
            id="ex-conclusion"
            class="form-control"
            rows="4"
            maxlength="10000"
            formControlName="conclusion"
            aria-describedby="ex-conclusion-error"
          ></textarea>
        </ex-field>
      </ex-form-dialog>
    </form>
  `,
})
export class ConclusionDialog {
  private readonly api = inject(Api);
  private readonly ref = inject<DialogRef<SeedTestRecord>>(DialogRef);
  protected readonly test = inject<SeedTestRecord>(DIALOG_DATA);

  protected readonly form = inject(NonNullableFormBuilder).group({ conclusion: [this.test.conclusion ?? ''] });
  protected readonly session = inject(Forms).open({
    name: 'test-conclusion',
    record: this.test,
    form: this.form,
    save: ({ conclusion }: ReturnType<typeof this.form.getRawValue>, { version }) =>
      changedTest(
        this.api,
        this.test.uuid,
        answer(
          this.api.PATCH('/v1/seed-tests/{uuid}', {
            params: { path: { uuid: this.test.uuid } },
            body: { conclusion: conclusion.trim() || null },
            headers: ifMatch(version ?? this.test.version),
          }),
        ),
      ),
    read: (now) => ({
      value: { conclusion: (now as SeedTestRecord).conclusion ?? '' },
      version: (now as SeedTestRecord).version,
    }),
    labels: { conclusion: 'seed_tests.conclusion' },
    unique: ['conclusion'],
  });

  protected async go(): Promise<void> {
    const done = await this.session.submit();
    if (done !== null) this.ref.close(done);
  }
}
