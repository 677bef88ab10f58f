import { Injectable, inject } from '@angular/core';
import { Api, Schemas, answer, idempotent } from '@api/api';
import type { operations } from '@api/schema.gen';

export type Exit = Schemas['Exit'];
export type FollowUp = Schemas['FollowUp'];
/** What a list of exits may be asked. */
export type ExitQuery = NonNullable<operations['list_exits']['parameters']['query']>;

/** The exits of the service, and the visits to released plants. */
@Injectable({ providedIn: 'root' })
export class Exits {
  private readonly api = inject(Api);

  async list(query: ExitQuery, signal?: AbortSignal): Promise<Schemas['Page_Exit']> {
    const page = await answer(this.api.GET('/v1/exits', { params: { query }, signal }));
    return page as Schemas['Page_Exit'];
  }

  /** The same for a map. */
  async features(query: ExitQuery, signal?: AbortSignal): Promise<Schemas['FeatureCollection']> {
    const asked = { ...query, format: 'geojson' };
    const page = await answer(this.api.GET('/v1/exits', { params: { query: asked }, signal }));
    return page as Schemas['FeatureCollection'];
  }

  read(uuid: string, signal?: AbortSignal): Promise<Exit> {
    return answer(this.api.GET('/v1/exits/{uuid}', { params: { path: { uuid } }, signal }));
  }

  survival(uuid: string, signal?: AbortSignal): Promise<Schemas['Survival']> {
    return answer(this.api.GET('/v1/exits/{uuid}/survival', { params: { path: { uuid } }, signal }));
  }

  followUps(uuid: string, signal?: AbortSignal): Promise<FollowUp[]> {
    return answer(this.api.GET('/v1/exits/{uuid}/follow-ups', { params: { path: { uuid } }, signal }));
  }

  follow(key: string, uuid: string, body: Schemas['NewFollowUp']): Promise<FollowUp> {
    const params = { path: { uuid } };
    return answer(this.api.POST('/v1/exits/{uuid}/follow-ups', { params, headers: idempotent(key), body }));
  }

  undo(key: string, uuid: string, follow_up: string, reason: string): Promise<FollowUp> {
    const params = { path: { uuid, follow_up } };
    const route = '/v1/exits/{uuid}/follow-ups/{follow_up}/reversal';
    return answer(this.api.POST(route, { params, headers: idempotent(key), body: { reason } }));
  }
}
