import { Component, OnInit, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { TranslatePipe } from '@ngx-translate/core';
import { map, startWith, switchMap } from 'rxjs';
import { ManyPipe, NumPipe } from '@ui/format';
import { NumberInput } from '@ui/pickers/number/number';
import { Words } from '@ui/words';
import { ReplicateForms, fitReplicates, share } from './share-form';
import { letters, split, sumOf } from './split';

const MOST_REPLICATES = 200;

/** How many replicates, and what is in each: an even share, until one says otherwise. */
@Component({
  selector: 'ex-shares',
  imports: [ReactiveFormsModule, TranslatePipe, ManyPipe, NumPipe, NumberInput],
  templateUrl: './shares.html',
  styleUrl: './shares.css',
})
export class Shares implements OnInit {
  private readonly build = inject(NonNullableFormBuilder);
  private readonly words = inject(Words);

  readonly replicates = input.required<ReplicateForms>();
  /** What they share; null when it is not known. */
  readonly seeds = input.required<number | null>();
  /** They need not say what they hold. */
  readonly free = input(false);

  protected readonly letters = letters;
  protected readonly most = MOST_REPLICATES;
  protected readonly shared = signal(true);

  private readonly state = toSignal(
    toObservable(this.replicates).pipe(
      switchMap((replicates) =>
        replicates.events.pipe(
          startWith(null),
          map(() => ({
            sown: replicates.getRawValue().map((one) => one.sown),
            typed: replicates.controls.some((one) => one.dirty),
            errors: replicates.touched || replicates.dirty ? replicates.errors : null,
          })),
        ),
      ),
    ),
  );
  protected readonly count = computed(() => this.state()?.sown.length ?? 0);
  protected readonly sum = computed(() => sumOf(this.state()?.sown ?? []));
  /** What is wrong with the sum of the replicates. */
  protected readonly wrong = computed(() => {
    const wrong = this.state()?.errors ?? null;
    if (wrong === null) return null;
    if ('server' in wrong) return String(wrong['server']);
    return this.words.of('form.error.replicates_sum', wrong['replicates_sum'] as Record<string, unknown>);
  });

  constructor() {
    effect(() => {
      const seeds = this.seeds();
      untracked(() => {
        if (this.shared()) share(this.replicates(), seeds);
        else this.replicates().updateValueAndValidity();
      });
    });
    effect(() => {
      if (this.state()?.typed) this.shared.set(false);
    });
  }

  ngOnInit(): void {
    // A draft may have shares of its own.
    const replicates = this.replicates();
    const even = split(this.seeds(), replicates.length);
    this.shared.set(replicates.getRawValue().every(({ sown }, n) => sown === null || sown === (even?.[n] ?? null)));
  }

  protected resize(by: number): void {
    const replicates = this.replicates();
    fitReplicates(this.build, replicates, Math.min(MOST_REPLICATES, Math.max(1, replicates.length + by)));
    replicates.markAsDirty();
    if (this.shared()) share(replicates, this.seeds());
    else replicates.updateValueAndValidity();
  }

  protected shareEvenly(): void {
    for (const one of this.replicates().controls) one.markAsPristine();
    this.shared.set(true);
    share(this.replicates(), this.seeds());
    this.replicates().markAsDirty();
  }
}
