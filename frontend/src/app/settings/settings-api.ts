import { Injectable, inject } from '@angular/core';
import { Api, answer, ifMatch } from '@api/api';
import type { Setting } from './setting';

@Injectable({ providedIn: 'root' })
export class SettingsApi {
  private readonly api = inject(Api);

  all(signal: AbortSignal): Promise<Setting[]> {
    return answer(this.api.GET('/v1/settings', { signal }));
  }

  decide(name: Setting['name'], value: number, source: string, version: number): Promise<Setting> {
    return answer(
      this.api.PUT('/v1/settings/{name}', {
        params: { path: { name } },
        body: { value, source },
        headers: ifMatch(version),
      }),
    );
  }

  /** Goes back to the standard. */
  reset({ name, version }: Setting): Promise<unknown> {
    return answer(this.api.DELETE('/v1/settings/{name}', { params: { path: { name } }, headers: ifMatch(version) }));
  }
}
