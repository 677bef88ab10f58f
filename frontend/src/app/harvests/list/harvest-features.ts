import { Injectable, computed, effect, inject, linkedSignal, signal, untracked } from '@angular/core';
import { Problem } from '@api/problem';
import { ListState } from '@ui/list/list-state';
import { MapFeatures, mapFeatures } from '@ui/map/features';
import { Outage } from '@ui/outage';
import { HarvestQuery, Harvests } from '../harvests-api';
import { ReadFeatures, featurePages } from './feature-pages';
import { harvestFilters } from './harvest-query';

/** As many as a page of the API may have. */
const PAGE = 500;
/** Beyond, a map shows nothing that one could tell apart, and a phone stops answering. */
const MOST = 5000;

const NOTHING: ReadFeatures = { features: [], count: null, more: false };

/**
 * The harvests that the filters keep, for the map. Those outside of the rectangle stay on the map,
 * which may be moved; only when there are too many for it is the rectangle asked of the service.
 */
@Injectable()
export class HarvestFeatures {
  private readonly harvests = inject(Harvests);
  private readonly outage = inject(Outage);
  private readonly state = inject(ListState);

  private readonly read = signal<ReadFeatures>(NOTHING);
  readonly loading = signal(false);
  readonly problem = signal<Problem | null>(null);

  readonly shown = computed<MapFeatures>(() =>
    mapFeatures({ type: 'FeatureCollection', features: [...this.read().features] }),
  );
  /** How many the filters keep, when not all of them are on the map. */
  readonly outOf = computed(() => (this.read().more && !this.loading() ? this.read().count : null));

  private readonly filters = computed(() => harvestFilters(this.state));
  private readonly everywhere = computed(() => JSON.stringify({ ...this.filters(), bbox: undefined }));
  /** These filters keep too many for the map. */
  private readonly crowded = linkedSignal({ source: this.everywhere, computation: () => false });
  private readonly asked = computed(() => (this.crowded() ? JSON.stringify(this.filters()) : this.everywhere()));

  private readonly tries = signal(0);

  constructor() {
    effect((onCleanup) => {
      this.tries();
      const query = JSON.parse(this.asked()) as HarvestQuery;
      const abort = new AbortController();
      onCleanup(() => abort.abort());
      untracked(() => void this.load(query, abort.signal));
    });
  }

  retry(): void {
    this.tries.update((n) => n + 1);
  }

  private async load(query: HarvestQuery, abort: AbortSignal): Promise<void> {
    this.loading.set(true);
    this.problem.set(null);
    try {
      const page = (cursor: string | undefined) =>
        // The last ones first: if some are left out, they are the oldest.
        this.harvests.features({ ...query, cursor, limit: PAGE, sort: '-date', count: cursor === undefined }, abort);
      for await (const read of featurePages(page, MOST)) {
        if (abort.aborted) return;
        this.read.set(read);
      }
      this.loading.set(false);
      if (this.read().more && query.bbox === undefined) this.crowded.set(true);
    } catch (error) {
      if (abort.aborted) return;
      const problem = Problem.from(error);
      this.outage.say(problem);
      this.problem.set(problem);
      this.loading.set(false);
    }
  }
}
