import { Injectable, inject } from '@angular/core';
import { Api, Schemas, answer } from '@api/api';

/** What a harvest cites by key only, in full. */
@Injectable({ providedIn: 'root' })
export class Cited {
  private readonly api = inject(Api);

  async habitat(cd_hab: number, signal?: AbortSignal): Promise<Schemas['Habitat'] | null> {
    const query = { cd_hab: [cd_hab] };
    const found = await answer(this.api.GET('/v1/referentials/habitats', { params: { query }, signal }));
    return found[0] ?? null;
  }

  areas(keys: readonly number[], signal?: AbortSignal): Promise<Schemas['Area'][]> {
    if (keys.length === 0) return Promise.resolve([]);
    const query = { id_area: [...keys], limit: 100 };
    return answer(this.api.GET('/v1/referentials/areas', { params: { query }, signal }));
  }

  async dataset(id_dataset: number, signal?: AbortSignal): Promise<Schemas['Dataset'] | null> {
    const query = { limit: 100 };
    const found = await answer(this.api.GET('/v1/referentials/datasets', { params: { query }, signal }));
    return found.find((dataset) => dataset.id_dataset === id_dataset) ?? null;
  }
}
