import { Component, computed, inject, resource, signal } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Api, Schemas, answer } from '@api/api';
import { Chart } from '@ui/chart/chart';
import { emergenceCurve } from '@ui/chart/emergence-curve';
import { emergenceFigure } from '@ui/chart/emergence-figure';
import { fateFigure } from '@ui/chart/fate-figure';
import { seedFate } from '@ui/chart/fate-sankey';
import { barSample, bandSample } from './visuals-samples';
import { WordFiles, Words } from '@ui/words';

const WORDS: WordFiles = { fr: () => import('./i18n/visuals.fr.json'), en: () => import('./i18n/visuals.en.json') };

/** The figures, the maps and the entry grid, on records of the service. */
@Component({
  selector: 'ex-kit-visuals',
  imports: [TranslatePipe, Chart],
  templateUrl: './visuals-section.html',
})
export class VisualsSection {
  private readonly api = inject(Api);
  private readonly words = inject(Words);

  protected readonly ready = resource({ loader: () => this.words.read(WORDS).then(() => true) });
  protected readonly samples = computed(() =>
    this.ready.hasValue()
      ? [
          { title: 'kit.visuals.viability', name: 'viability', ...bandSample(this.words) },
          { title: 'kit.visuals.deaths', name: 'deaths', ...barSample(this.words) },
        ]
      : [],
  );
  protected readonly sowings = resource({
    loader: async () =>
      (await answer(this.api.GET('/v1/sowings', { params: { query: { limit: 200, sort: '-code' } } }))).items,
  });
  protected readonly counted = computed(() =>
    this.sowings.hasValue() ? this.sowings.value().filter((sowing) => sowing.emergence.visits > 0) : [],
  );
  protected readonly chosen = signal<string | null>(null);
  private readonly sowing = computed(
    () => this.counted().find((sowing) => sowing.uuid === this.chosen()) ?? this.counted()[0],
  );
  protected readonly record = resource({
    params: () => this.sowing(),
    loader: async ({ params: sowing }) => {
      const path = { uuid: sowing.uuid };
      const [replicates, counts] = await Promise.all([
        answer(this.api.GET('/v1/sowings/{uuid}/replicates', { params: { path } })),
        answer(this.api.GET('/v1/sowings/{uuid}/counts', { params: { path } })),
      ]);
      return { sowing, replicates, counts };
    },
  });
  protected readonly figures = computed(() => {
    if (!this.ready.hasValue() || !this.record.hasValue()) return null;
    const { sowing, replicates, counts } = this.record.value();
    const areSeeds = sowing.sown_unit === 'seed' && sowing.sown_basis === 'counted';
    const sown = areSeeds ? (sowing.sown_value ?? null) : null;
    const seeds = replicates.map((replicate) => ({ ...replicate, sown: areSeeds ? replicate.sown : null }));
    const curve = emergenceCurve(seeds, counts, sowing.sowing_date ?? counts.at(-1)?.count_date ?? '');
    return {
      code: sowing.code,
      emergence: emergenceFigure(curve, this.words),
      fate: fateFigure(seedFate(sown, sowing.emergence, seeds), this.words),
    };
  });
}
