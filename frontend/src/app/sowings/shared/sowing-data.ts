import { Signal, inject } from '@angular/core';
import { Api, answer } from '@api/api';
import { Loaded, loaded } from '@ui/record/record-loader';
import type { Count, Replicate, SowingRecord, Step } from './model';

/** A sowing with all that is under it. */
export interface SowingData {
  readonly sowing: Loaded<SowingRecord>;
  readonly replicates: Loaded<Replicate[]>;
  /** The last ones first, reversals and what they reverse included. */
  readonly counts: Loaded<Count[]>;
  readonly steps: Loaded<Step[]>;
  /** Reads it all again, after a change. */
  refresh(): void;
}

/** Call it where one may inject. */
export function sowingData(key: Signal<string>): SowingData {
  const api = inject(Api);
  const under = (uuid: string, signal: AbortSignal) => ({ params: { path: { uuid } }, signal });
  const data = {
    sowing: loaded(key, (uuid, signal) => answer(api.GET('/v1/sowings/{uuid}', under(uuid, signal)))),
    replicates: loaded(key, (uuid, signal) => answer(api.GET('/v1/sowings/{uuid}/replicates', under(uuid, signal)))),
    counts: loaded(key, (uuid, signal) => answer(api.GET('/v1/sowings/{uuid}/counts', under(uuid, signal)))),
    steps: loaded(key, (uuid, signal) => answer(api.GET('/v1/sowings/{uuid}/treatment-steps', under(uuid, signal)))),
  };
  return {
    ...data,
    refresh: () => {
      for (const part of Object.values(data)) part.refresh();
    },
  };
}
