import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Api, Schemas, answer, ifMatch } from '@api/api';
import { Session } from '@app/session';
import { CodePipe, ManyPipe, NumPipe } from '@ui/format';
import { History, HistoryPage } from '@ui/history/history';
import { Fact, Facts } from '@ui/record/facts';
import { Record } from '@ui/record/record';
import { loaded } from '@ui/record/record-loader';
import { RecordTab, RecordTabs } from '@ui/record/tabs';
import { Upkeep } from '@ui/record/upkeep';
import { MovePlace } from '../acts/move-place';
import { PlaceIcon } from '../place-icon';
import { forestOf, lotsIn, wayTo } from '../tree/forest';
import { PlaceContents } from './place-contents';
import { PlaceMoves } from './place-moves';

/** A place: the way to it, what it should be like, what is in it, where it was. */
@Component({
  selector: 'ex-place-record',
  imports: [
    RouterLink,
    TranslatePipe,
    CodePipe,
    ManyPipe,
    NumPipe,
    Record,
    RecordTabs,
    RecordTab,
    Facts,
    Fact,
    History,
    Upkeep,
    PlaceIcon,
    PlaceContents,
    PlaceMoves,
  ],
  templateUrl: './place-record.html',
  styleUrl: './place-record.css',
})
export class PlaceRecord {
  private readonly api = inject(Api);
  private readonly move = inject(MovePlace);
  protected readonly session = inject(Session);
  readonly uuid = input.required<string>();

  protected readonly place = loaded(this.uuid, (uuid, signal) =>
    answer(this.api.GET('/v1/places/{uuid}', { params: { path: { uuid } }, signal })),
  );
  /** The tree names the way to it and what it holds. */
  protected readonly nodes = loaded(this.uuid, (_, signal) =>
    answer(this.api.GET('/v1/places/tree', { params: { query: { archived: true } }, signal })),
  );
  protected readonly way = computed(() => wayTo(this.nodes.value() ?? [], this.uuid()).slice(0, -1));
  protected readonly lots = computed(() => {
    const node = this.nodes.value()?.find((one) => one.uuid === this.uuid());
    return node === undefined ? null : lotsIn(node);
  });
  /** Those right in it, under their short names. */
  protected readonly children = computed(() => {
    const own = (this.nodes.value() ?? []).filter((node) => node.uuid === this.uuid() || node.parent === this.uuid());
    const [place] = forestOf(own);
    return (place?.children ?? []).filter((child) => !child.archived);
  });
  /** One may write on it. */
  protected readonly open = computed(() => this.session.can('U') && !this.place.value()?.archived_at);

  protected readonly history = (cursor: string | undefined): Promise<HistoryPage> =>
    answer(this.api.GET('/v1/places/{uuid}/history', { params: { path: { uuid: this.uuid() }, query: { cursor } } }));

  protected readonly refresh = (): void => {
    this.place.refresh();
    this.nodes.refresh();
  };

  /** Zero is a value. */
  protected told(value: number | null | undefined): boolean {
    return value !== null && value !== undefined;
  }

  protected async moveIt(place: Schemas['Place']): Promise<void> {
    await this.move.ask(place, this.nodes.value, this.refresh);
  }

  protected readonly archive = async (archived: boolean): Promise<void> => {
    const place = this.place.value();
    if (place === null) return;
    this.place.set(
      await answer(
        this.api.PATCH('/v1/places/{uuid}', {
          params: { path: { uuid: place.uuid } },
          body: { archived },
          headers: ifMatch(place.version),
        }),
      ),
    );
  };

  protected readonly remove = (): Promise<unknown> => {
    const place = this.place.value() as Schemas['Place'];
    return this.api.DELETE('/v1/places/{uuid}', {
      params: { path: { uuid: place.uuid } },
      headers: ifMatch(place.version),
    });
  };
}
