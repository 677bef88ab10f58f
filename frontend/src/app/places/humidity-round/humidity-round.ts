import { Component, ElementRef, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { FormControl, ReactiveFormsModule, Validators } from '@angular/forms';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { TranslatePipe } from '@ngx-translate/core';
import { Api, Schemas, answer, idempotent } from '@api/api';
import { Problem } from '@api/problem';
import { Session } from '@app/session';
import { Confirm } from '@ui/confirm/confirm';
import { Drafts } from '@ui/form/drafts';
import { Field } from '@ui/form/field';
import { ManyPipe } from '@ui/format';
import { ListState } from '@ui/list/list-state';
import { Outage } from '@ui/outage';
import { DayInput } from '@ui/pickers/day/day';
import { loaded } from '@ui/record/record-loader';
import { Record } from '@ui/record/record';
import { Toaster } from '@ui/toast/toaster';
import { Words } from '@ui/words';
import { Round, Seen, bodyOf, byPlace, entered, keyOf, refusedLines, saysNothing, sending } from './round';
import { RoundStop } from './round-stop';

/** Lots that are shown at once. */
const PAGE = 100;

/** The humidity round of a place: its lots box by box, one tap each, then all is sent at once. */
@Component({
  selector: 'ex-humidity-round',
  imports: [ReactiveFormsModule, RouterLink, TranslatePipe, ManyPipe, Field, DayInput, Record, RoundStop],
  providers: [ListState],
  templateUrl: './humidity-round.html',
  styleUrl: './humidity-round.css',
})
export class HumidityRound {
  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  private readonly drafts = inject(Drafts);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly outage = inject(Outage);
  private readonly router = inject(Router);
  private readonly toaster = inject(Toaster);
  private readonly words = inject(Words);
  private readonly today = inject(Session).today();
  protected readonly state = inject(ListState);

  readonly uuid = input.required<string>();
  protected readonly place = loaded(this.uuid, (uuid, signal) =>
    answer(this.api.GET('/v1/places/{uuid}', { params: { path: { uuid } }, signal })),
  );
  /** Every lot, or those whose check is due: so is a round begun. */
  protected readonly all = computed(() => this.state.flag('all') ?? false);
  private readonly asked = computed(() => `${this.uuid()} ${this.all()}`);
  protected readonly first = loaded(this.asked, (_, signal) => this.page(undefined, signal));
  /** The pages after the first one, of the same question. */
  private readonly further = signal<{ asked: string; pages: Schemas['Page_RoundStop'][] }>({ asked: '', pages: [] });
  private readonly pages = computed(() => {
    const [first, further] = [this.first.value(), this.further()];
    if (first === null) return null;
    return further.asked === this.asked() ? [first, ...further.pages] : [first];
  });
  protected readonly stops = computed(() => this.pages()?.flatMap((page) => page.items) ?? null);
  protected readonly places = computed(() => byPlace(this.stops() ?? []));
  protected readonly total = computed(() => this.first.value()?.count ?? 0);
  protected readonly left = computed(() => this.total() - (this.stops()?.length ?? 0));
  protected readonly loadingMore = signal(false);

  protected readonly round = signal<Round>(this.begun());
  protected readonly count = computed(() => Object.keys(this.round().entries).length);
  protected readonly refused = signal<ReadonlyMap<string, string>>(new Map());
  protected readonly busy = signal(false);
  protected readonly day = new FormControl<string | null>(this.today, Validators.required);
  protected readonly keyOf = keyOf;

  constructor() {
    // A round that was begun on this device goes on.
    effect(() => {
      const uuid = this.uuid();
      untracked(() => {
        const kept = this.drafts.read(this.draft(uuid))?.value as Round | undefined;
        this.round.set(kept ?? this.begun());
        this.day.setValue(this.round().day, { emitEvent: false });
      });
    });
    this.day.valueChanges.pipe(takeUntilDestroyed()).subscribe((day) => {
      this.keep({ ...this.round(), id: crypto.randomUUID(), day });
    });
  }

  protected seen(stop: Schemas['RoundStop']): Seen | null {
    return this.round().entries[keyOf(stop)]?.seen ?? null;
  }

  protected enter(stop: Schemas['RoundStop'], seen: Seen): void {
    this.keep(entered(this.round(), stop, seen, crypto.randomUUID()));
    if (!this.refused().has(keyOf(stop))) return;
    this.refused.update((refused) => new Map([...refused].filter(([key]) => key !== keyOf(stop))));
  }

  /** 1, 2 and 3 choose a level, then one is on the next lot. */
  protected press(event: KeyboardEvent): void {
    const group = (event.target as HTMLElement).closest('[role=radiogroup]');
    if (group === null || event.ctrlKey || event.metaKey || event.altKey) return;
    const chosen = group.querySelectorAll<HTMLInputElement>('input')[Number(event.key) - 1];
    if (!/^[1-9]$/.test(event.key) || chosen === undefined) return;
    event.preventDefault();
    chosen.click();
    const groups = [...this.element.nativeElement.querySelectorAll('[role=radiogroup]')];
    const next = groups[groups.indexOf(group) + 1];
    (next?.querySelector<HTMLInputElement>('input:checked') ?? next?.querySelector<HTMLInputElement>('input') ?? chosen).focus();
  }

  protected async more(): Promise<void> {
    const [asked, last] = [this.asked(), this.pages()?.at(-1)];
    if (last?.next_cursor === null || last?.next_cursor === undefined || this.loadingMore()) return;
    this.loadingMore.set(true);
    try {
      const page = await this.page(last.next_cursor);
      this.further.update((further) => ({ asked, pages: further.asked === asked ? [...further.pages, page] : [page] }));
    } catch (error) {
      this.refuse(Problem.from(error));
    } finally {
      this.loadingMore.set(false);
    }
  }

  /** All at once, or nothing. */
  protected async send(): Promise<void> {
    const round = this.round();
    const keys = sending(round);
    this.day.markAsTouched();
    if (this.busy() || keys.length === 0 || this.day.invalid || this.isUnsaid(round, keys)) return;
    this.busy.set(true);
    try {
      await answer(
        this.api.POST('/v1/places/{uuid}/humidity-round', {
          params: { path: { uuid: this.uuid() } },
          body: bodyOf(round, keys),
          headers: idempotent(round.id),
        }),
      );
      this.written(keys);
    } catch (error) {
      const problem = Problem.from(error);
      this.refused.set(refusedLines(keys, problem.document?.errors ?? []));
      this.refuse(problem);
    } finally {
      this.busy.set(false);
    }
  }

  protected async giveUp(): Promise<void> {
    const sure = await this.confirm.ask({
      title: this.words.of('places.round.abandon_title'),
      text: this.words.of('places.round.abandon_text'),
      yes: this.words.of('places.round.abandon'),
      danger: true,
    });
    if (sure === null) return;
    this.drafts.drop(this.draft(this.uuid()));
    void this.router.navigate(['/places', this.uuid()]);
  }

  /** A remark without a check is not sent: it is said beside it. */
  private isUnsaid(round: Round, keys: readonly string[]): boolean {
    const unsaid = keys.filter((key) => saysNothing(round.entries[key]!.seen));
    this.refused.set(new Map(unsaid.map((key) => [key, this.words.of('places.round.says_nothing')])));
    return unsaid.length > 0;
  }

  private written(keys: readonly string[]): void {
    this.toaster.done(this.words.many('places.round.done', keys.length));
    this.refused.set(new Map());
    const entries = Object.fromEntries(Object.entries(this.round().entries).filter(([key]) => !keys.includes(key)));
    if (Object.keys(entries).length > 0) {
      this.keep({ ...this.round(), id: crypto.randomUUID(), entries });
      this.further.set({ asked: '', pages: [] });
      this.first.refresh();
      return;
    }
    this.drafts.drop(this.draft(this.uuid()));
    void this.router.navigate(['/places', this.uuid()]);
  }

  private refuse(problem: Problem): void {
    this.outage.say(problem);
    this.toaster.refused(problem);
  }

  private keep(round: Round): void {
    this.round.set(round);
    if (Object.keys(round.entries).length === 0) this.drafts.drop(this.draft(this.uuid()));
    else this.drafts.keep(this.draft(this.uuid()), round, null);
  }

  private draft(uuid: string): string {
    return `humidity-round:${uuid}`;
  }

  private begun(): Round {
    return { id: crypto.randomUUID(), day: this.today, entries: {} };
  }

  private page(cursor: string | undefined, signal?: AbortSignal): Promise<Schemas['Page_RoundStop']> {
    const due = this.all() ? undefined : true;
    const query = { due, cursor, limit: PAGE, count: cursor === undefined };
    return answer(
      this.api.GET('/v1/places/{uuid}/humidity-round', { params: { path: { uuid: this.uuid() }, query }, signal }),
    );
  }
}
