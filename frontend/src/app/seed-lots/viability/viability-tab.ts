import { Component, computed, effect, inject, input, resource } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Api, Schemas, answer } from '@api/api';
import { Session } from '@app/session';
import { Chart } from '@ui/chart/chart';
import { RatePipe } from '@ui/format';
import { loaded } from '@ui/record/record-loader';
import { Words } from '@ui/words';
import { ViabilitySaid } from './said';
import { Suppose } from './suppose';
import { TestPlan } from './test-plan';
import { viabilityFigure } from './viability-figure';
import { VIABILITY_WORDS } from './words';

/** How alive a lot is, over the years: what was measured, what is predicted, when to test it again. */
@Component({
  selector: 'ex-viability-tab',
  imports: [TranslatePipe, RatePipe, Chart, Suppose, TestPlan, ViabilitySaid],
  templateUrl: './viability-tab.html',
  styleUrl: './viability-tab.css',
})
export class ViabilityTab {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly words = inject(Words);
  /** As the page shows it: what is done to the lot changes what is known of it. */
  readonly lot = input.required<Schemas['SeedLot']>();

  protected readonly read = resource({ loader: () => this.words.read(VIABILITY_WORDS).then(() => true) });
  protected readonly uuid = computed(() => this.lot().uuid);
  protected readonly viability = loaded(this.uuid, (uuid, signal) =>
    answer(this.api.GET('/v1/seed-lots/{uuid}/viability', { params: { path: { uuid } }, signal })),
  );
  protected readonly figure = computed(() => {
    const found = this.viability.value();
    return found === null ? null : viabilityFigure(found, this.session.today(), this.words);
  });

  constructor() {
    let shown: Schemas['SeedLot'] | null = null;
    effect(() => {
      const lot = this.lot();
      if (shown !== null && shown !== lot && shown.uuid === lot.uuid) this.viability.refresh();
      shown = lot;
    });
  }
}
