import { DIALOG_DATA, Dialog, DialogRef } from '@angular/cdk/dialog';
import { Component, Injectable, inject } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { CodePipe, NumPipe } from '@ui/format';
import { Field } from '@ui/form/field';
import { FORM_DIALOG, FormDialog } from '@ui/form/form-dialog';
import { Forms } from '@ui/form/form-session';
import { NumberInput } from '@ui/pickers/number/number';
import { Words } from '@ui/words';
import { Setting } from './setting';
import { SettingsApi } from './settings-api';

/** Asks what is decided of a threshold, and why. */
@Injectable({ providedIn: 'root' })
export class DecideDialogs {
  private readonly dialog = inject(Dialog);

  async ask(setting: Setting): Promise<Setting | null> {
    const ref = this.dialog.open<Setting, Setting>(DecideDialog, { ...FORM_DIALOG, data: setting });
    return (await firstValueFrom(ref.closed)) ?? null;
  }
}

@Component({
  selector: 'ex-decide',
  imports: [ReactiveFormsModule, TranslatePipe, CodePipe, NumPipe, Field, FormDialog, NumberInput],
  template: `
    <form [formGroup]="form" (ngSubmit)="go()" novalidate data-qa="setting-form">
      <ex-form-dialog title="settings.edit" [session]="session">
        <p>
          <strong>{{ setting.name | code: 'setting_name' }}</strong
          ><br />
          {{ setting.name | code: 'setting_help' }}
        </p>
        <ex-field label="settings.value" for="ex-setting-value" [control]="form.controls.value">
          <ex-number
            inputId="ex-setting-value"
            formControlName="value"
            [unit]="unit"
            [min]="setting.min"
            [max]="setting.max"
          />
          <div class="form-text small">
            {{ 'settings.range' | translate: { min: (setting.min | num), max: (setting.max | num) } }}
          </div>
        </ex-field>
        <ex-field
          label="settings.source"
          for="ex-setting-source"
          hint="settings.source_hint"
          [control]="form.controls.source"
        >
          <input
            id="ex-setting-source"
            class="form-control"
            maxlength="500"
            formControlName="source"
            aria-required="true"
            aria-describedby="ex-setting-source-error"
          />
        </ex-field>
      </ex-form-dialog>
    </form>
  `,
})
export class DecideDialog {
  private readonly api = inject(SettingsApi);
  private readonly ref = inject<DialogRef<Setting>>(DialogRef);
  protected readonly setting = inject<Setting>(DIALOG_DATA);
  protected readonly unit = inject(Words).code('setting_unit', this.setting.unit);

  protected readonly form = inject(NonNullableFormBuilder).group({
    value: [
      this.setting.value as number | null,
      [Validators.required, Validators.min(this.setting.min), Validators.max(this.setting.max)],
    ],
    // The source of the standard is not that of another value.
    source: [this.setting.is_default ? '' : this.setting.source, [Validators.required, Validators.pattern(/\S/)]],
  });
  protected readonly session = inject(Forms).open({
    name: 'setting',
    record: { uuid: this.setting.name, version: this.setting.version },
    form: this.form,
    save: ({ value, source }: ReturnType<typeof this.form.getRawValue>, { version }) =>
      this.api.decide(this.setting.name, value ?? 0, source.trim(), version ?? this.setting.version),
    read: (now) => {
      const { value, source, version } = now as Setting;
      return { value: { value, source }, version };
    },
    labels: { value: 'settings.value', source: 'settings.source' },
  });

  protected async go(): Promise<void> {
    const done = await this.session.submit();
    if (done !== null) this.ref.close(done);
  }
}
