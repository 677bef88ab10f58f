import { Injectable, inject } from '@angular/core';
import { Api, Schemas, answer } from '@api/api';
import type { Step } from '@app/counting/shared/model';
import type { SowingRecord } from '../shared/model';

export type Level = Schemas['Itineraries'];
/** The sowing or the test that an itinerary is taken from. */
export type Trial = Schemas['ItineraryRecord'];

const SHOWN = 3;

/**
 * What is shown of each level: the best ones, without those that a nearer level says in full already;
 * a level that has nothing of its own is left out.
 */
export function shown(levels: readonly Level[]): Level[] {
  const said = new Set<string>();
  return levels
    .map((level) => {
      const itineraries = level.itineraries.filter((one) => !said.has(keyOf(one))).slice(0, SHOWN);
      for (const one of itineraries) said.add(keyOf(one));
      return { ...level, itineraries };
    })
    .filter((level) => level.itineraries.length > 0);
}

/** The same treatments over the same sowings and tests. */
function keyOf({ steps, sowings, tests }: Schemas['Itinerary']): string {
  return JSON.stringify([steps, sowings, tests]);
}

/** What was tried for a taxon and its kin, and how it went. */
@Injectable({ providedIn: 'root' })
export class Itineraries {
  private readonly api = inject(Api);

  async of(cd_nom: number, signal: AbortSignal): Promise<Level[]> {
    const path = { cd_nom };
    return shown(await answer(this.api.GET('/v1/taxa/{cd_nom}/itineraries', { params: { path }, signal })));
  }

  /** How it was done: the steps, and for a sowing all the rest. */
  async read({ kind, uuid }: Trial): Promise<{ sowing: SowingRecord | null; steps: readonly Step[] }> {
    const path = { uuid };
    if (kind === 'seed_test') {
      const steps = await answer(this.api.GET('/v1/seed-tests/{uuid}/treatment-steps', { params: { path } }));
      return { sowing: null, steps };
    }
    const [sowing, steps] = await Promise.all([
      answer(this.api.GET('/v1/sowings/{uuid}', { params: { path } })),
      answer(this.api.GET('/v1/sowings/{uuid}/treatment-steps', { params: { path } })),
    ]);
    return { sowing, steps };
  }
}
