import { Injectable, inject } from '@angular/core';
import { Api, Schemas, answer, idempotent, ifMatch } from '@api/api';
import type { operations } from '@api/schema.gen';
import type { HistoryPage } from '@ui/history/history';

export type Material = Schemas['Material'];
/** What a list of materials may be asked. */
export type MaterialQuery = NonNullable<operations['list_materials']['parameters']['query']>;

/** The materials of the service. */
@Injectable({ providedIn: 'root' })
export class Materials {
  private readonly api = inject(Api);

  list(query: MaterialQuery, signal?: AbortSignal): Promise<Schemas['Page_Material']> {
    return answer(this.api.GET('/v1/materials', { params: { query }, signal }));
  }

  read(uuid: string, signal?: AbortSignal): Promise<Material> {
    return answer(this.api.GET('/v1/materials/{uuid}', { params: { path: { uuid } }, signal }));
  }

  create(key: string, body: Schemas['NewMaterial']): Promise<Material> {
    return answer(this.api.POST('/v1/materials', { headers: idempotent(key), body }));
  }

  change(uuid: string, version: number, body: Schemas['MaterialChanges']): Promise<Material> {
    return answer(
      this.api.PATCH('/v1/materials/{uuid}', { params: { path: { uuid } }, headers: ifMatch(version), body }),
    );
  }

  remove(uuid: string, version: number): Promise<unknown> {
    return answer(this.api.DELETE('/v1/materials/{uuid}', { params: { path: { uuid } }, headers: ifMatch(version) }));
  }

  history(uuid: string, cursor: string | undefined): Promise<HistoryPage> {
    return answer(this.api.GET('/v1/materials/{uuid}/history', { params: { path: { uuid }, query: { cursor } } }));
  }
}
