import { Signal, inject } from '@angular/core';
import { Api, answer } from '@api/api';
import { Followed, followed } from '@app/counting/shared/followed';
import { Loaded, loaded } from '@ui/record/record-loader';
import type { SeedTestRecord } from './model';

/** A test with all that is under it. */
export interface TestData extends Followed {
  readonly test: Loaded<SeedTestRecord>;
  /** Reads it all again, after a change. */
  refresh(): void;
}

/** Call it where one may inject. */
export function testData(key: Signal<string>): TestData {
  const api = inject(Api);
  const data = {
    test: loaded(key, (uuid, signal) =>
      answer(api.GET('/v1/seed-tests/{uuid}', { params: { path: { uuid } }, signal })),
    ),
    ...followed('seed-tests', key),
  };
  return {
    ...data,
    refresh: () => {
      for (const part of Object.values(data)) part.refresh();
    },
  };
}
