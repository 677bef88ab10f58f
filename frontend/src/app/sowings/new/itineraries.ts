import { Injectable, inject } from '@angular/core';
import { Api, answer } from '@api/api';
import type { Sowing, SowingRecord, Step } from '../shared/model';

/** A sowing of the same taxon that was seen to its end. */
export type Tried = Sowing & { readonly emergence: { readonly rate: number } };

/** The best of those that are known, the last one first among equals. */
export function best(sowings: readonly Sowing[], n: number): Tried[] {
  return sowings
    .filter((sowing): sowing is Tried => typeof sowing.emergence.rate === 'number')
    .sort((a, b) => b.emergence.rate - a.emergence.rate || b.code.localeCompare(a.code))
    .slice(0, n);
}

const SHOWN = 3;

/** What was tried for a taxon, and how it went. */
@Injectable({ providedIn: 'root' })
export class Itineraries {
  private readonly api = inject(Api);

  async of(cd_nom: number, signal: AbortSignal): Promise<Tried[]> {
    const query = { cd_nom, state: ['emergence_ended' as const, 'closed' as const], sort: '-sowing_date', limit: 100 };
    const page = await answer(this.api.GET('/v1/sowings', { params: { query }, signal }));
    return best(page.items, SHOWN);
  }

  /** How one of them was done. */
  async read(uuid: string): Promise<{ sowing: SowingRecord; steps: readonly Step[] }> {
    const path = { uuid };
    const [sowing, steps] = await Promise.all([
      answer(this.api.GET('/v1/sowings/{uuid}', { params: { path } })),
      answer(this.api.GET('/v1/sowings/{uuid}/treatment-steps', { params: { path } })),
    ]);
    return { sowing, steps };
  }
}
