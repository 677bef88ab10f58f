import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { TaxonName } from '@app/counting/shared/taxon-name';
import { Session } from '@app/session';
import { CodePipe, DayPipe, ManyPipe, NumPipe } from '@ui/format';
import { History, HistoryPage } from '@ui/history/history';
import { Fact, Facts } from '@ui/record/facts';
import { LineageLink } from '@ui/record/lineage-link';
import { Record } from '@ui/record/record';
import { loaded } from '@ui/record/record-loader';
import { Related, RelatedRow } from '@ui/record/related';
import { RecordTab, RecordTabs } from '@ui/record/tabs';
import { Upkeep } from '@ui/record/upkeep';
import { Cultivation, Cultivations } from '../cultivations-api';
import { ICONS, QUICK } from '../event/kinds';
import { CultivationStateBadge } from '../shared/state-badge';
import { CurvesTab } from './curves-tab';
import { EventsTab } from './events-tab';

const SHOWN = 20;

/** A cultivation: how many there are, what to do now, and all that happened to it. */
@Component({
  selector: 'ex-cultivation',
  imports: [
    RouterLink, TranslatePipe, CodePipe, DayPipe, ManyPipe, NumPipe, Record, RecordTab, RecordTabs, Related, RelatedRow,
    Facts, Fact, LineageLink, Upkeep, History, TaxonName, CultivationStateBadge, CurvesTab, EventsTab,
  ],
  templateUrl: './cultivation.html',
  styleUrls: ['../../counting/record/figures.css', './cultivation.css'],
})
export class CultivationPage {
  private readonly cultivations = inject(Cultivations);
  protected readonly session = inject(Session);
  readonly uuid = input.required<string>();
  protected readonly icons = ICONS;
  protected readonly quick = QUICK;

  protected readonly cultivation = loaded(this.uuid, (uuid, signal) => this.cultivations.read(uuid, signal));
  protected readonly events = loaded(this.uuid, (uuid, signal) => this.cultivations.events(uuid, signal));
  protected readonly children = loaded(this.uuid, (parent, signal) =>
    this.cultivations.list({ parent, count: true, limit: SHOWN }, signal),
  );
  protected readonly mayWrite = computed(() => {
    const it = this.cultivation.value();
    return it !== null && !it.archived_at && this.session.can('U');
  });
  /** Where its plants come from, and the way there. */
  protected readonly source = computed(() => {
    const it = this.cultivation.value();
    const at = (folder: string, one: Cultivation['parent']) =>
      one && 'uuid' in one ? { code: one.code, link: [folder, one.uuid] } : null;
    if (it === null) return null;
    return at('/sowings', it.sowing) ?? at('/seed-tests', it.seed_test) ?? at('/cultivations', it.parent);
  });
  protected readonly material = computed(() => {
    const material = this.cultivation.value()?.material;
    return material && 'uuid' in material ? material : null;
  });
  protected readonly place = computed(() => {
    const place = this.cultivation.value()?.place;
    return place && 'label' in place ? place : null;
  });

  protected readonly history = (cursor: string | undefined): Promise<HistoryPage> =>
    this.cultivations.history(this.uuid(), cursor);

  protected readonly archive = async (archived: boolean): Promise<void> => {
    this.cultivation.set(await this.cultivations.change(this.uuid(), this.version(), { archived }));
  };
  protected readonly remove = (): Promise<unknown> => this.cultivations.remove(this.uuid(), this.version());
  protected readonly refresh = (): void => {
    this.cultivation.refresh();
    this.events.refresh();
    this.children.refresh();
  };

  private version(): number {
    return this.cultivation.value()?.version ?? 0;
  }
}
