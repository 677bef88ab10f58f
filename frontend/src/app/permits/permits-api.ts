import { Injectable, inject } from '@angular/core';
import { Api, Schemas, answer, idempotent, ifMatch } from '@api/api';
import type { operations } from '@api/schema.gen';
import type { HistoryPage } from '@ui/history/history';

export type Permit = Schemas['Permit'];
/** What a list of permits may be asked. */
export type PermitQuery = NonNullable<operations['list_permits']['parameters']['query']>;

/** The permits of the service. */
@Injectable({ providedIn: 'root' })
export class Permits {
  private readonly api = inject(Api);

  list(query: PermitQuery, signal?: AbortSignal): Promise<Schemas['Page_Permit']> {
    return answer(this.api.GET('/v1/permits', { params: { query }, signal }));
  }

  read(uuid: string, signal?: AbortSignal): Promise<Permit> {
    return answer(this.api.GET('/v1/permits/{uuid}', { params: { path: { uuid } }, signal }));
  }

  create(key: string, body: Schemas['NewPermit']): Promise<Permit> {
    return answer(this.api.POST('/v1/permits', { headers: idempotent(key), body }));
  }

  change(uuid: string, version: number, body: Schemas['PermitChanges']): Promise<Permit> {
    return answer(
      this.api.PATCH('/v1/permits/{uuid}', { params: { path: { uuid } }, headers: ifMatch(version), body }),
    );
  }

  remove(uuid: string, version: number): Promise<unknown> {
    return answer(this.api.DELETE('/v1/permits/{uuid}', { params: { path: { uuid } }, headers: ifMatch(version) }));
  }

  history(uuid: string, cursor: string | undefined): Promise<HistoryPage> {
    return answer(this.api.GET('/v1/permits/{uuid}/history', { params: { path: { uuid }, query: { cursor } } }));
  }
}
