import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Api, answer } from '@api/api';
import { NumPipe, formatNumber } from '@ui/format';
import { History, HistoryPage } from '@ui/history/history';
import { MapFeature, MapFeatures } from '@ui/map/features';
import { FeatureMap } from '@ui/map/map';
import { Fact, Facts } from '@ui/record/facts';
import { LineageLink } from '@ui/record/lineage-link';
import { Record } from '@ui/record/record';
import { loaded } from '@ui/record/record-loader';
import { Related, RelatedRow } from '@ui/record/related';
import { RecordTab, RecordTabs } from '@ui/record/tabs';
import { Upkeep } from '@ui/record/upkeep';
import { TaxaNames } from '@ui/taxa/taxa-names';
import { Words } from '@ui/words';
import { Session } from '../../session';
import { Cited } from '../cited';
import { HarvestDatePipe } from '../harvest-date';
import { Harvest, Harvests } from '../harvests-api';

const SHOWN = 20;

/** A harvest: when, where, by whom, on what population, and the materials taken there. */
@Component({
  selector: 'ex-harvest-record',
  imports: [
    LineageLink,
    RouterLink,
    TranslatePipe,
    NumPipe,
    Record,
    RecordTabs,
    RecordTab,
    Facts,
    Fact,
    FeatureMap,
    Related,
    RelatedRow,
    Upkeep,
    History,
    TaxaNames,
    HarvestDatePipe,
  ],
  templateUrl: './harvest-record.html',
  styleUrl: './harvest-record.css',
})
export class HarvestRecord {
  private readonly api = inject(Api);
  private readonly cited = inject(Cited);
  private readonly harvests = inject(Harvests);
  private readonly words = inject(Words);
  protected readonly session = inject(Session);
  readonly uuid = input.required<string>();

  protected readonly harvest = loaded(this.uuid, (uuid, signal) => this.harvests.read(uuid, signal));
  protected readonly materials = loaded(this.uuid, (harvest, signal) =>
    answer(this.api.GET('/v1/materials', { params: { query: { harvest, count: true, limit: SHOWN } }, signal })),
  );
  protected readonly habitat = loaded(
    computed(() => this.harvest.value()?.cd_hab),
    (cd_hab, signal) => this.cited.habitat(cd_hab, signal),
  );
  protected readonly dataset = loaded(
    computed(() => this.harvest.value()?.id_dataset),
    (id_dataset, signal) => this.cited.dataset(id_dataset, signal),
  );

  protected readonly place = computed<MapFeatures | null>(() => {
    const harvest = this.harvest.value();
    if (!harvest?.geometry) return null;
    const geometry = harvest.geometry as unknown as MapFeature['geometry'];
    const properties = { uuid: harvest.uuid, code: harvest.code };
    return { type: 'FeatureCollection', features: [{ type: 'Feature', geometry, properties }] };
  });
  protected readonly additional = computed(() => Object.entries(this.harvest.value()?.additional_data ?? {}));

  protected readonly history = (cursor: string | undefined): Promise<HistoryPage> =>
    this.harvests.history(this.uuid(), cursor);

  protected readonly archive = async (archived: boolean): Promise<void> => {
    this.harvest.set(await this.harvests.change(this.uuid(), this.version(), { archived }));
  };

  protected readonly remove = (): Promise<unknown> => this.harvests.remove(this.uuid(), this.version());

  protected readonly refresh = (): void => this.harvest.refresh();

  protected shown(value: unknown): string {
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  }

  /** One figure where there is one, else from the lowest to the highest. */
  protected altitude({ altitude_min: min, altitude_max: max }: Harvest): string {
    const heights = [...new Set([min, max])].filter((height) => height !== null && height !== undefined);
    return `${heights.map((height) => formatNumber(height, this.words.language)).join(' – ')} m`;
  }

  private version(): number {
    return this.harvest.value()?.version ?? 0;
  }
}
