import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Api, answer } from '@api/api';
import { CodePipe, DayPipe, NumPipe, RatePipe } from '@ui/format';
import { History, HistoryPage } from '@ui/history/history';
import { Fact, Facts } from '@ui/record/facts';
import { LineageLink } from '@ui/record/lineage-link';
import { Record } from '@ui/record/record';
import { loaded } from '@ui/record/record-loader';
import { Related, RelatedRow } from '@ui/record/related';
import { RecordTab, RecordTabs } from '@ui/record/tabs';
import { Upkeep } from '@ui/record/upkeep';
import { TaxaNames } from '@ui/taxa/taxa-names';
import { Session } from '../../session';
import { Materials } from '../materials-api';
import { OriginLink } from '../origin-link';
import { isOtherName } from './cited';

const SHOWN = 20;

/** A material: where it comes from, what it is, what became of it. */
@Component({
  selector: 'ex-material-record',
  imports: [
    LineageLink,
    RouterLink,
    TranslatePipe,
    CodePipe,
    DayPipe,
    NumPipe,
    RatePipe,
    Record,
    RecordTabs,
    RecordTab,
    Facts,
    Fact,
    Related,
    RelatedRow,
    Upkeep,
    History,
    TaxaNames,
    OriginLink,
  ],
  templateUrl: './material-record.html',
  styleUrl: './material-record.css',
})
export class MaterialRecord {
  private readonly api = inject(Api);
  private readonly materials = inject(Materials);
  protected readonly session = inject(Session);
  readonly uuid = input.required<string>();

  protected readonly material = loaded(this.uuid, (uuid, signal) => this.materials.read(uuid, signal));
  protected readonly lots = loaded(this.uuid, (material, signal) =>
    answer(this.api.GET('/v1/seed-lots', { params: { query: { material, count: true, limit: SHOWN } }, signal })),
  );
  protected readonly sowings = loaded(this.uuid, (material, signal) =>
    answer(
      this.api.GET('/v1/sowings', {
        params: { query: { material, count: true, limit: SHOWN, sort: '-sowing_date' } },
        signal,
      }),
    ),
  );
  protected readonly derived = loaded(this.uuid, (parent, signal) =>
    this.materials.list({ parent, count: true, limit: SHOWN }, signal),
  );

  protected readonly isOtherName = isOtherName;

  protected readonly history = (cursor: string | undefined): Promise<HistoryPage> =>
    this.materials.history(this.uuid(), cursor);

  protected readonly archive = async (archived: boolean): Promise<void> => {
    this.material.set(await this.materials.change(this.uuid(), this.version(), { archived }));
  };

  protected readonly remove = (): Promise<unknown> => this.materials.remove(this.uuid(), this.version());

  protected readonly refresh = (): void => this.material.refresh();

  private version(): number {
    return this.material.value()?.version ?? 0;
  }
}
