import { Injectable, inject } from '@angular/core';
import { Api, Schemas, answer, idempotent, ifMatch } from '@api/api';
import type { operations } from '@api/schema.gen';
import type { HistoryPage } from '@ui/history/history';

export type Cultivation = Schemas['Cultivation'];
export type CultivationEvent = Schemas['CultivationEvent'];
export type Operation = Schemas['EventOperation'];
/** What a list of cultivations may be asked. */
export type CultivationQuery = NonNullable<operations['list_cultivations']['parameters']['query']>;

/** The cultivations of the service, and their events. */
@Injectable({ providedIn: 'root' })
export class Cultivations {
  private readonly api = inject(Api);

  list(query: CultivationQuery, signal?: AbortSignal): Promise<Schemas['Page_Cultivation']> {
    return answer(this.api.GET('/v1/cultivations', { params: { query }, signal }));
  }

  read(uuid: string, signal?: AbortSignal): Promise<Cultivation> {
    return answer(this.api.GET('/v1/cultivations/{uuid}', { params: { path: { uuid } }, signal }));
  }

  /** The last ones first, reversals and what they reverse included. */
  events(uuid: string, signal?: AbortSignal): Promise<CultivationEvent[]> {
    return answer(this.api.GET('/v1/cultivations/{uuid}/events', { params: { path: { uuid } }, signal }));
  }

  create(key: string, body: Schemas['NewCultivation']): Promise<Cultivation> {
    return answer(this.api.POST('/v1/cultivations', { headers: idempotent(key), body }));
  }

  change(uuid: string, version: number, body: Schemas['CultivationChanges']): Promise<Cultivation> {
    return answer(
      this.api.PATCH('/v1/cultivations/{uuid}', { params: { path: { uuid } }, headers: ifMatch(version), body }),
    );
  }

  remove(uuid: string, version: number): Promise<unknown> {
    return answer(
      this.api.DELETE('/v1/cultivations/{uuid}', { params: { path: { uuid } }, headers: ifMatch(version) }),
    );
  }

  history(uuid: string, cursor: string | undefined): Promise<HistoryPage> {
    return answer(
      this.api.GET('/v1/cultivations/{uuid}/history', { params: { path: { uuid }, query: { cursor } } }),
    );
  }

  append(uuid: string, key: string, body: Schemas['NewEvent']): Promise<Operation> {
    return answer(
      this.api.POST('/v1/cultivations/{uuid}/events', { params: { path: { uuid } }, headers: idempotent(key), body }),
    );
  }

  appendToAll(key: string, body: Schemas['GroupedEvent']): Promise<Operation> {
    return answer(this.api.POST('/v1/cultivations/events', { headers: idempotent(key), body }));
  }

  reverse(uuid: string, event: string, reason: string): Promise<Operation> {
    return answer(
      this.api.POST('/v1/cultivations/{uuid}/events/{event}/reversal', {
        params: { path: { uuid, event } },
        headers: idempotent(crypto.randomUUID()),
        body: { reason },
      }),
    );
  }

  /** The replicates of the sowing or of the test that it grows, none when it grows something else. */
  replicates({ sowing, seed_test }: Source, signal?: AbortSignal): Promise<Schemas['Replicate'][]> {
    const under = (uuid: string) => ({ params: { path: { uuid } }, signal });
    if (sowing) return answer(this.api.GET('/v1/sowings/{uuid}/replicates', under(sowing)));
    if (seed_test) return answer(this.api.GET('/v1/seed-tests/{uuid}/replicates', under(seed_test)));
    return Promise.resolve([]);
  }
}

/** What a cultivation comes from, as a new one says it. */
export type Source = Schemas['CultivationSource'];

/** Its source, as far as one may read it. */
export function sourceOf({ sowing, seed_test, parent, material }: Cultivation): Source {
  const key = (relative: typeof material | null | undefined): string | undefined =>
    relative && 'uuid' in relative ? relative.uuid : undefined;
  if (sowing) return { sowing: key(sowing) };
  if (seed_test) return { seed_test: key(seed_test) };
  if (parent) return { cultivation: key(parent) };
  return { material: key(material) };
}
