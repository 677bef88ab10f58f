import { Component, computed, inject, input, output, signal } from '@angular/core';
import { FormControl, ReactiveFormsModule, Validators } from '@angular/forms';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { TranslatePipe } from '@ngx-translate/core';
import { Api, Schemas, answer, idempotent } from '@api/api';
import { Problem } from '@api/problem';
import { Confirm } from '@ui/confirm/confirm';
import { Field } from '@ui/form/field';
import { CodePipe, ManyPipe, NumPipe, SignedPipe } from '@ui/format';
import { Outage } from '@ui/outage';
import { DayInput } from '@ui/pickers/day/day';
import { SeedLotPicker } from '@ui/pickers/seed-lot/seed-lot';
import { Words } from '@ui/words';
import { Difference, Walk, WalkLine, requestKey, summaryOf } from './walk';

/** What a walk corrects, before it is sent; one lot that is refused does not hold the others back. */
@Component({
  selector: 'ex-stock-take-summary',
  imports: [ReactiveFormsModule, TranslatePipe, CodePipe, Field, ManyPipe, NumPipe, SignedPipe, DayInput, SeedLotPicker],
  templateUrl: './stock-take-summary.html',
  styleUrl: './stock-take-summary.css',
})
export class StockTakeSummary {
  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  private readonly outage = inject(Outage);
  private readonly words = inject(Words);

  readonly lines = input.required<readonly WalkLine[]>();
  readonly walk = input.required<Walk>();
  /** A line to look at again. */
  readonly corrected = output<WalkLine>();
  /** A lot found that the ledger does not have here. */
  readonly added = output<Pick<Schemas['SeedLotItem'], 'uuid' | 'code' | 'taxon'>>();
  readonly dated = output<string>();
  readonly written = output<{ keys: readonly string[]; over: boolean }>();
  readonly abandoned = output();

  protected readonly summary = computed(() => summaryOf(this.lines(), this.walk().entries));
  protected readonly sent = computed(() => new Set(this.walk().sent));
  /** What is to be written still. */
  protected readonly waiting = computed(() =>
    [...this.summary().changed, ...this.summary().same].filter(({ line }) => !this.sent().has(line.key)),
  );
  protected readonly refused = signal<ReadonlyMap<string, Problem>>(new Map());
  /** How many are written, while they are. */
  protected readonly progress = signal<number | null>(null);
  protected readonly day = new FormControl<string | null>(null, Validators.required);

  constructor() {
    toObservable(this.walk)
      .pipe(takeUntilDestroyed())
      .subscribe(({ day }) => {
        if (this.day.value !== day && this.day.value === null) this.day.setValue(day, { emitEvent: false });
      });
    this.day.valueChanges.pipe(takeUntilDestroyed()).subscribe((day) => {
      if (day !== null) this.dated.emit(day);
    });
  }

  protected pick(lot: Pick<Schemas['SeedLotItem'], 'uuid' | 'code' | 'taxon'> | null): void {
    if (lot !== null) this.added.emit(lot);
  }

  protected async send(): Promise<void> {
    const waiting = this.waiting();
    this.day.markAsTouched();
    if (this.progress() !== null || waiting.length === 0 || this.day.invalid) return;
    const keys: string[] = [];
    const refused = new Map<string, Problem>();
    this.progress.set(0);
    for (const difference of waiting) {
      const problem = await this.write(difference);
      if (problem === null) keys.push(difference.line.key);
      else refused.set(difference.line.key, problem);
      this.progress.update((n) => (n ?? 0) + 1);
      // Nobody answers: the others would not pass either.
      if (problem?.status === 0) break;
    }
    this.progress.set(null);
    this.refused.set(refused);
    this.written.emit({ keys, over: refused.size === 0 });
  }

  protected async giveUp(): Promise<void> {
    const sure = await this.confirm.ask({
      title: this.words.of('places.take.abandon_title'),
      text: this.words.of('places.take.abandon_text'),
      yes: this.words.of('places.take.abandon'),
      danger: true,
    });
    if (sure !== null) this.abandoned.emit();
  }

  protected said(problem: Problem): string {
    return problem.document?.detail ?? this.words.of('shell.unreachable_detail');
  }

  private async write(difference: Difference): Promise<Problem | null> {
    const { line, seeds, basis } = difference;
    const walk = this.walk();
    try {
      await answer(
        this.api.POST('/v1/stock-movements/stock-takes', {
          body: { lot: line.lot, place: line.place, observed_seeds: seeds, basis, effective_date: walk.day },
          headers: idempotent(requestKey(walk, difference)),
        }),
      );
      return null;
    } catch (error) {
      const problem = Problem.from(error);
      this.outage.say(problem);
      return problem;
    }
  }
}
