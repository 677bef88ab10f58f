import { Component, DestroyRef, inject, signal } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Schemas } from '@api/api';
import { NumPipe } from '@ui/format';
import { ListState } from '@ui/list/list-state';
import { isPhone } from '@ui/phone';
import { saveFile } from '@ui/save-file';
import { Toaster } from '@ui/toast/toaster';
import { Words } from '@ui/words';
import { Session } from '../../session';
import { Harvests } from '../harvests-api';
import { ReadFeatures, featurePages } from './feature-pages';
import { harvestFilters } from './harvest-query';

const PAGE = 500;

/** A file of exactly what the filters keep, read page by page. */
@Component({
  selector: 'ex-harvest-export',
  imports: [TranslatePipe, NumPipe],
  template: `
    @if (read(); as now) {
      <span class="progress-text" role="status">
        <i class="fa fa-spinner fa-pulse" aria-hidden="true"></i>
        {{ now.features.length | num }} / {{ now.count | num }}
      </span>
      <button type="button" class="btn btn-outline-secondary" data-qa="export-stop" (click)="stop()">
        {{ 'action.cancel' | translate }}
      </button>
    } @else {
      <button
        type="button"
        class="btn btn-outline-primary"
        data-qa="export"
        [title]="'harvests.export.what' | translate"
        (click)="start()"
      >
        <i class="fa fa-download" aria-hidden="true"></i>
        <span [class.sr-only]="phone()">{{ 'harvests.export.do' | translate }}</span>
      </button>
    }
  `,
  styles: `
    :host {
      display: flex;
      align-items: center;
      gap: 0.5em;
    }
    .progress-text {
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class HarvestExport {
  private readonly harvests = inject(Harvests);
  private readonly session = inject(Session);
  private readonly state = inject(ListState);
  private readonly toaster = inject(Toaster);
  private readonly words = inject(Words);
  protected readonly phone = isPhone();

  /** What is read so far, null when nothing is being exported. */
  protected readonly read = signal<ReadFeatures | null>(null);
  private abort = new AbortController();

  constructor() {
    inject(DestroyRef).onDestroy(() => this.stop());
  }

  protected stop(): void {
    this.abort.abort();
    this.read.set(null);
  }

  protected async start(): Promise<void> {
    const { signal } = (this.abort = new AbortController());
    const query = { ...harvestFilters(this.state), sort: this.state.sort() ?? undefined, limit: PAGE };
    const load = (cursor: string | undefined): Promise<Schemas['FeatureCollection']> =>
      this.harvests.features({ ...query, cursor, count: cursor === undefined }, signal);
    this.read.set({ features: [], count: null, more: true });
    try {
      for await (const read of featurePages(load)) {
        if (signal.aborted) return;
        this.read.set(read);
      }
      this.save(this.read()?.features ?? []);
    } catch (error) {
      if (!signal.aborted) this.toaster.refused(error);
    } finally {
      if (!signal.aborted) this.read.set(null);
    }
  }

  private save(features: ReadFeatures['features']): void {
    const content = JSON.stringify({ type: 'FeatureCollection', features });
    saveFile(
      new Blob([content], { type: 'application/geo+json' }),
      this.words.of('harvests.export.file', { day: this.session.today() }),
    );
    this.toaster.done(this.words.many('harvests.export.done', features.length));
  }
}
