import { Dialog } from '@angular/cdk/dialog';
import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { Chart } from '@ui/chart/chart';
import { survivalFigure } from '@ui/chart/survival-figure';
import { CodePipe, DayPipe, NumPipe } from '@ui/format';
import { FORM_DIALOG } from '@ui/form/form-dialog';
import { MapFeature, MapFeatures } from '@ui/map/features';
import { FeatureMap } from '@ui/map/map';
import { Fact, Facts } from '@ui/record/facts';
import { Record } from '@ui/record/record';
import { loaded } from '@ui/record/record-loader';
import { Toaster } from '@ui/toast/toaster';
import { Words } from '@ui/words';
import { Session } from '../../session';
import { Exit, Exits, FollowUp } from '../exits-api';
import { FollowUpDialog } from './follow-up';

/** An exit: what left, where to, under which permit, and what became of the plants. */
@Component({
  selector: 'ex-exit-record',
  imports: [RouterLink, TranslatePipe, CodePipe, DayPipe, NumPipe, Chart, FeatureMap, Record, Facts, Fact],
  templateUrl: './exit-record.html',
  styleUrl: './exit-record.css',
})
export class ExitRecord {
  private readonly dialog = inject(Dialog);
  private readonly exits = inject(Exits);
  private readonly toaster = inject(Toaster);
  private readonly words = inject(Words);
  protected readonly session = inject(Session);
  readonly uuid = input.required<string>();

  protected readonly exit = loaded(this.uuid, (uuid, signal) => this.exits.read(uuid, signal));
  protected readonly followUps = loaded(this.uuid, (uuid, signal) => this.exits.followUps(uuid, signal));
  protected readonly survival = loaded(this.uuid, (uuid, signal) => this.exits.survival(uuid, signal));

  protected readonly figure = computed(() => {
    const steps = this.survival.value()?.steps;
    return steps ? survivalFigure(steps, this.words) : null;
  });
  protected readonly place = computed<MapFeatures | null>(() => {
    const exit = this.exit.value();
    if (!exit?.geometry) return null;
    const geometry = exit.geometry as unknown as MapFeature['geometry'];
    const properties = { uuid: exit.uuid, code: exit.site ?? '' };
    return { type: 'FeatureCollection', features: [{ type: 'Feature', geometry, properties }] };
  });

  /** Those that were not reversed, nor reverse another. */
  protected readonly standing = computed(() =>
    (this.followUps.value() ?? []).filter((visit) => !visit.reverses && !visit.reversed_by),
  );

  protected partner({ partner }: Exit): string | null {
    return partner && 'name' in partner ? (partner.name ?? null) : null;
  }

  protected permit({ permit }: Exit): { readonly uuid: string; readonly number: string } | null {
    return permit && 'number' in permit ? permit : null;
  }

  protected async follow(exit: Exit): Promise<void> {
    const open = this.dialog.open<FollowUp>(FollowUpDialog, { ...FORM_DIALOG, data: exit });
    if ((await firstValueFrom(open.closed)) === undefined) return;
    this.toaster.done(this.words.of('exits.follow_up.done'));
    this.exit.refresh();
    this.followUps.refresh();
    this.survival.refresh();
  }
}
