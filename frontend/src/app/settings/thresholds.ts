import { Component, computed, inject, signal } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Session } from '@app/session';
import { Confirm } from '@ui/confirm/confirm';
import { CodePipe, DayPipe } from '@ui/format';
import { loaded } from '@ui/record/record-loader';
import { Toaster } from '@ui/toast/toaster';
import { Words } from '@ui/words';
import { DecideDialogs } from './decide-dialog';
import { groupsOf } from './groups';
import { Setting, ThresholdPipe } from './setting';
import { SettingsApi } from './settings-api';

/** The thresholds of the organisation: their value, where it comes from, what it is for. */
@Component({
  selector: 'ex-thresholds',
  imports: [TranslatePipe, CodePipe, DayPipe, ThresholdPipe],
  providers: [ThresholdPipe],
  templateUrl: './thresholds.html',
  styleUrl: './thresholds.css',
})
export class Thresholds {
  private readonly api = inject(SettingsApi);
  private readonly confirm = inject(Confirm);
  private readonly dialogs = inject(DecideDialogs);
  private readonly said = inject(ThresholdPipe);
  private readonly toaster = inject(Toaster);
  private readonly words = inject(Words);
  protected readonly session = inject(Session);

  protected readonly settings = loaded(signal('all'), (_, abort) => this.api.all(abort));
  protected readonly groups = computed(() => groupsOf(this.settings.value() ?? []));

  protected async edit(setting: Setting): Promise<void> {
    const now = await this.dialogs.ask(setting);
    if (now !== null) this.show(now, now.value);
  }

  protected async reset(setting: Setting): Promise<void> {
    const sure = await this.confirm.ask({
      title: this.words.of('settings.reset'),
      text: this.words.of('settings.reset_text', {
        name: this.words.code('setting_name', setting.name),
        value: this.said.transform(setting.default, setting.unit),
        source: setting.default_source,
      }),
      yes: this.words.of('settings.reset'),
    });
    if (sure === null) return;
    try {
      await this.api.reset(setting);
      this.show(setting, setting.default);
    } catch (error) {
      this.toaster.refused(error);
    }
  }

  private show(setting: Setting, value: number): void {
    this.settings.refresh();
    this.toaster.done(
      this.words.of('settings.saved', {
        name: this.words.code('setting_name', setting.name),
        value: this.said.transform(value, setting.unit),
      }),
    );
  }
}
