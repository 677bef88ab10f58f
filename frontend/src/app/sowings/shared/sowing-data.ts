import { Signal, inject } from '@angular/core';
import { Api, answer } from '@api/api';
import { Followed, followed } from '@app/counting/shared/followed';
import { Loaded, loaded } from '@ui/record/record-loader';
import type { SowingRecord } from './model';

/** A sowing with all that is under it. */
export interface SowingData extends Followed {
  readonly sowing: Loaded<SowingRecord>;
  /** Reads it all again, after a change. */
  refresh(): void;
}

/** Call it where one may inject. */
export function sowingData(key: Signal<string>): SowingData {
  const api = inject(Api);
  const data = {
    sowing: loaded(key, (uuid, signal) =>
      answer(api.GET('/v1/sowings/{uuid}', { params: { path: { uuid } }, signal })),
    ),
    ...followed('sowings', key),
  };
  return {
    ...data,
    refresh: () => {
      for (const part of Object.values(data)) part.refresh();
    },
  };
}
