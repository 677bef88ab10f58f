import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Api, Schemas, answer } from '@api/api';
import { Session } from '@app/session';
import { Drafts } from '@ui/form/drafts';
import { loaded } from '@ui/record/record-loader';
import { Record } from '@ui/record/record';
import { Toaster } from '@ui/toast/toaster';
import { Words } from '@ui/words';
import { FoundLot } from './found-lot';
import { StockTakeSummary } from './stock-take-summary';
import { Entry, Walk, WalkLine, firstLeft, inOrder, lineOf } from './walk';

const PAGE = 500;

/** The stock-take of a place: its lots one after the other, then what it corrects, then it is sent. */
@Component({
  selector: 'ex-place-stock-take',
  imports: [RouterLink, TranslatePipe, Record, FoundLot, StockTakeSummary],
  template: `
    <ex-record [record]="place" [back]="'/places/' + uuid()" backLabel="places.back_to_place">
      <h1 exTitle>
        {{ 'places.take.title' | translate: { code: place.value()?.code } }}
      </h1>
      @if (lines() === null) {
        <p class="ex-muted" aria-live="polite">
          {{ contents.problem()?.document?.detail ?? ('list.loading' | translate) }}
        </p>
      } @else if (lines()!.length === 0) {
        <p class="ex-muted">{{ 'places.contents.none' | translate }}</p>
        <a class="btn btn-outline-primary" [routerLink]="['/places', uuid()]">{{ 'places.back_to_place' | translate }}</a>
      } @else if (current(); as line) {
        <ex-found-lot
          [line]="line"
          [entry]="walk().entries[line.key] ?? null"
          [position]="walk().at + 1"
          [total]="lines()!.length"
          (found)="enter(line, $event)"
          (before)="goTo(walk().at - 1)"
          (finished)="goTo(lines()!.length)"
        />
      } @else {
        <ex-stock-take-summary
          [lines]="lines()!"
          [walk]="walk()"
          (corrected)="correct($event)"
          (added)="add($event)"
          (dated)="date($event)"
          (written)="wrote($event)"
          (abandoned)="abandon()"
        />
      }
    </ex-record>
  `,
})
export class PlaceStockTake {
  private readonly api = inject(Api);
  private readonly drafts = inject(Drafts);
  private readonly router = inject(Router);
  private readonly toaster = inject(Toaster);
  private readonly words = inject(Words);
  private readonly today = inject(Session).today();

  readonly uuid = input.required<string>();
  protected readonly place = loaded(this.uuid, (uuid, signal) =>
    answer(this.api.GET('/v1/places/{uuid}', { params: { path: { uuid } }, signal })),
  );
  protected readonly contents = loaded(this.uuid, (uuid, signal) => this.all(uuid, signal));
  protected readonly walk = signal<Walk>(this.begun());
  protected readonly lines = computed(() => {
    const contents = this.contents.value();
    return contents === null ? null : [...inOrder(contents.map(lineOf)), ...this.walk().added];
  });
  protected readonly current = computed(() => this.lines()?.[this.walk().at] ?? null);

  constructor() {
    // A walk that was begun on this device goes on where it was.
    effect(() => {
      const [uuid, lines] = [this.uuid(), this.lines()];
      if (lines === null) return;
      untracked(() => {
        if (this.resumed === uuid) return;
        this.resumed = uuid;
        const kept = this.drafts.read(this.draft())?.value as Walk | undefined;
        if (kept === undefined) return;
        this.walk.set({ ...kept, at: firstLeft([...lines, ...kept.added], kept.entries) });
      });
    });
  }
  private resumed: string | null = null;

  protected enter(line: WalkLine, entry: Entry): void {
    this.keep({ entries: { ...this.walk().entries, [line.key]: entry }, at: this.walk().at + 1 });
  }

  protected goTo(at: number): void {
    this.keep({ at: Math.max(0, at) });
  }

  protected correct(line: WalkLine): void {
    this.goTo(this.lines()?.findIndex((one) => one.key === line.key) ?? 0);
  }

  /** A lot that the ledger does not have here. */
  protected add(lot: Pick<Schemas['SeedLotItem'], 'uuid' | 'code' | 'taxon'>): void {
    const place = this.place.value();
    const lines = this.lines();
    if (place === null || lines === null) return;
    const key = `${lot.uuid}:${place.uuid}`;
    const known = lines.findIndex((line) => line.key === key);
    if (known >= 0) return this.goTo(known);
    const line: WalkLine = {
      key,
      lot: lot.uuid,
      code: lot.code,
      taxon: lot.taxon.name ?? null,
      place: place.uuid,
      placeCode: place.code,
      expected: 0,
      basis: 'counted',
    };
    this.keep({ added: [...this.walk().added, line], at: lines.length });
  }

  protected date(day: string): void {
    this.keep({ day });
  }

  /** Those are in the ledger now; when it is all of them, the walk is over. */
  protected wrote({ keys, over }: { keys: readonly string[]; over: boolean }): void {
    this.keep({ sent: [...this.walk().sent, ...keys] });
    if (!over) return;
    this.toaster.done(this.words.many('places.take.done', this.walk().sent.length));
    this.drafts.drop(this.draft());
    void this.router.navigate(['/places', this.uuid()]);
  }

  protected abandon(): void {
    this.drafts.drop(this.draft());
    void this.router.navigate(['/places', this.uuid()]);
  }

  private keep(change: Partial<Walk>): void {
    this.walk.update((walk) => ({ ...walk, ...change }));
    this.drafts.keep(this.draft(), this.walk(), null);
  }

  private draft(): string {
    return `place-stock-take:${this.uuid()}`;
  }

  private begun(): Walk {
    return { id: crypto.randomUUID(), at: 0, day: this.today, entries: {}, added: [], sent: [] };
  }

  /** Every page of what is there. */
  private async all(uuid: string, signal: AbortSignal): Promise<Schemas['PlaceContent'][]> {
    const lines: Schemas['PlaceContent'][] = [];
    let cursor: string | undefined;
    do {
      const page = await answer(
        this.api.GET('/v1/places/{uuid}/contents', {
          params: { path: { uuid }, query: { cursor, limit: PAGE } },
          signal,
        }),
      );
      lines.push(...page.items);
      cursor = page.next_cursor ?? undefined;
    } while (cursor !== undefined);
    return lines;
  }
}
