import { Signal, inject } from '@angular/core';
import { Api, answer } from '@api/api';
import { Loaded, loaded } from '@ui/record/record-loader';
import type { Count, Replicate, Step } from './model';
import type { OwnerKind } from './model';

/** What is under a sowing or a test. */
export interface Followed {
  readonly replicates: Loaded<Replicate[]>;
  /** The last ones first, reversals and what they reverse included. */
  readonly counts: Loaded<Count[]>;
  readonly steps: Loaded<Step[]>;
}

/** Call it where one may inject. */
export function followed(kind: OwnerKind, key: Signal<string>): Followed {
  const api = inject(Api);
  const under = (uuid: string, signal: AbortSignal) => ({ params: { path: { uuid } }, signal });
  return {
    replicates: loaded(key, (uuid, signal) =>
      answer(api.GET(`/v1/${kind}/{uuid}/replicates` as const, under(uuid, signal))),
    ),
    counts: loaded(key, (uuid, signal) => answer(api.GET(`/v1/${kind}/{uuid}/counts` as const, under(uuid, signal)))),
    steps: loaded(key, (uuid, signal) =>
      answer(api.GET(`/v1/${kind}/{uuid}/treatment-steps` as const, under(uuid, signal))),
    ),
  };
}
