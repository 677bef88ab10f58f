import { JsonPipe } from '@angular/common';
import { Component, computed, inject, resource, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormControl, ReactiveFormsModule } from '@angular/forms';
import { TranslatePipe } from '@ngx-translate/core';
import type { Geometry } from 'geojson';
import { Api, Schemas, answer } from '@api/api';
import { Chart } from '@ui/chart/chart';
import { emergenceCurve } from '@ui/chart/emergence-curve';
import { emergenceFigure } from '@ui/chart/emergence-figure';
import { fateFigure } from '@ui/chart/fate-figure';
import { seedFate } from '@ui/chart/fate-sankey';
import { EntryColumn, EntryErrors, EntryRow, EntryValues } from '@ui/entry/cells';
import { EntryGrid } from '@ui/entry/entry-grid';
import { Bbox, mapFeatures } from '@ui/map/features';
import { GeometryField } from '@ui/map/geometry-field';
import { FeatureMap } from '@ui/map/map';
import { WordFiles, Words } from '@ui/words';
import { barSample, bandSample } from './visuals-samples';

const WORDS: WordFiles = { fr: () => import('./i18n/visuals.fr.json'), en: () => import('./i18n/visuals.en.json') };

/** The figures, the maps and the entry grid, on records of the service. */
@Component({
  selector: 'ex-kit-visuals',
  imports: [JsonPipe, ReactiveFormsModule, TranslatePipe, Chart, EntryGrid, FeatureMap, GeometryField],
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

  protected readonly harvests = resource({
    loader: async () => {
      const query = { format: 'geojson', limit: 200 };
      const answered = await answer(this.api.GET('/v1/harvests', { params: { query } }));
      return mapFeatures(answered as unknown as Schemas['FeatureCollection']);
    },
  });
  protected readonly harvest = signal<string | null>(null);
  protected readonly harvestCode = computed(() => {
    const features = this.harvests.hasValue() ? this.harvests.value().features : [];
    return features.find((feature) => feature.properties.uuid === this.harvest())?.properties['code'];
  });
  protected readonly seen = signal<Bbox | null>(null);
  protected readonly place = new FormControl<Geometry | null>(null);
  private readonly placeChange = toSignal(this.place.events);
  protected readonly placeState = computed(() => {
    this.placeChange();
    return { value: this.place.value, errors: this.place.errors };
  });

  protected readonly trays = computed<readonly EntryRow[]>(() =>
    ['A', 'B', 'C', 'D'].map((label, index) => ({
      key: label,
      label,
      sublabel: this.words.of('kit.visuals.shelf', { n: index + 1 }),
    })),
  );
  protected readonly classes = computed<readonly EntryColumn[]>(() => [
    {
      key: 'emerged',
      label: this.words.of('kit.visuals.emerged'),
      short: this.words.of('kit.visuals.emerged_short'),
    },
    { key: 'dead', label: this.words.of('kit.visuals.dead'), short: this.words.of('kit.visuals.dead_short') },
    {
      key: 'removed',
      label: this.words.of('kit.visuals.removed'),
      short: this.words.of('kit.visuals.removed_short'),
    },
    {
      key: 'surplus',
      label: this.words.of('kit.visuals.surplus'),
      short: this.words.of('kit.visuals.surplus_short'),
    },
  ]);
  protected readonly entered = signal<EntryValues>({ A: { emerged: 12, dead: 0 }, B: { emerged: 61 } });
  protected readonly refused = computed<EntryErrors>(() => {
    const tooMany = this.words.of('kit.visuals.too_many', { sown: SOWN });
    const rows = Object.entries(this.entered()).filter(([, row]) => (row['emerged'] ?? 0) > SOWN);
    return Object.fromEntries(rows.map(([key]) => [key, { emerged: tooMany }]));
  });
  protected readonly isClosed = (row: string, column: string): boolean => row === 'C' && column === 'dead';
}

const SOWN = 50;
