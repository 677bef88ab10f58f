import { Injectable, inject } from '@angular/core';
import { Api, Schemas, answer, ifMatch } from '@api/api';
import type { operations } from '@api/schema.gen';
import type { HistoryPage } from '@ui/history/history';

export type Harvest = Schemas['Harvest'];
/** What a list of harvests may be asked. */
export type HarvestQuery = NonNullable<operations['list_harvests']['parameters']['query']>;

/** The harvests of the service; a list has two formats, which its document gives together. */
@Injectable({ providedIn: 'root' })
export class Harvests {
  private readonly api = inject(Api);

  async list(query: HarvestQuery, signal?: AbortSignal): Promise<Schemas['Page_Harvest']> {
    const page = await answer(this.api.GET('/v1/harvests', { params: { query }, signal }));
    return page as Schemas['Page_Harvest'];
  }

  async features(query: HarvestQuery, signal?: AbortSignal): Promise<Schemas['FeatureCollection']> {
    const asked = { ...query, format: 'geojson' };
    const page = await answer(this.api.GET('/v1/harvests', { params: { query: asked }, signal }));
    return page as Schemas['FeatureCollection'];
  }

  read(uuid: string, signal?: AbortSignal): Promise<Harvest> {
    return answer(this.api.GET('/v1/harvests/{uuid}', { params: { path: { uuid } }, signal }));
  }

  change(uuid: string, version: number, body: Schemas['HarvestChanges']): Promise<Harvest> {
    return answer(
      this.api.PATCH('/v1/harvests/{uuid}', { params: { path: { uuid } }, headers: ifMatch(version), body }),
    );
  }

  remove(uuid: string, version: number): Promise<unknown> {
    return answer(this.api.DELETE('/v1/harvests/{uuid}', { params: { path: { uuid } }, headers: ifMatch(version) }));
  }

  history(uuid: string, cursor: string | undefined): Promise<HistoryPage> {
    return answer(this.api.GET('/v1/harvests/{uuid}/history', { params: { path: { uuid }, query: { cursor } } }));
  }
}
