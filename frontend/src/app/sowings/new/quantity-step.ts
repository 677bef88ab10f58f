import { Component, DestroyRef, OnInit, computed, inject, input, signal } from '@angular/core';
import { takeUntilDestroyed, toObservable, toSignal } from '@angular/core/rxjs-interop';
import { FormControl, NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { TranslatePipe } from '@ngx-translate/core';
import { map, merge, startWith, switchMap } from 'rxjs';
import { Problem } from '@api/problem';
import { SowingSizes } from '@app/seed-lots/viability/sowing-sizes';
import { ManyPipe, NumPipe } from '@ui/format';
import { NumberInput } from '@ui/pickers/number/number';
import { Words } from '@ui/words';
import { QuantityFields } from '../quantity/quantity-fields';
import { sownOf } from '../quantity/quantity-form';
import type { Lot } from '../shared/model';
import { StockConsent } from '../shared/stock-consent';
import { seedsOf, stockEffect } from '../shared/stock-effect';
import { StockPreview } from '../shared/stock-preview';
import { letters, split, sumOf } from './split';
import { WizardForm, fitReplicates, share } from './wizard-form';

const MOST_REPLICATES = 200;

/** How much is sown, what it leaves in the lot, and how it is shared among the trays. */
@Component({
  selector: 'ex-quantity-step',
  imports: [
    ReactiveFormsModule,
    TranslatePipe,
    ManyPipe,
    NumPipe,
    NumberInput,
    QuantityFields,
    StockConsent,
    StockPreview,
  ],
  templateUrl: './quantity-step.html',
  styleUrl: './quantity-step.css',
})
export class QuantityStep implements OnInit {
  private readonly build = inject(NonNullableFormBuilder);
  private readonly destroyed = inject(DestroyRef);
  private readonly sizes = inject(SowingSizes);
  private readonly words = inject(Words);

  readonly form = input.required<WizardForm>();
  readonly lot = input.required<Lot | null>();
  readonly problem = input.required<Problem | null>();

  protected readonly letters = letters;
  protected readonly most = MOST_REPLICATES;
  /** The trays share the seeds evenly, until one says otherwise. */
  protected readonly shared = signal(true);

  private readonly state = toSignal(
    toObservable(this.form).pipe(
      switchMap((form) =>
        merge(form.events).pipe(startWith(null), map(() => ({ value: form.getRawValue(), wrong: wrongOf(form) }))),
      ),
    ),
  );
  private readonly value = computed(() => this.state()?.value);
  protected readonly place = computed(() => this.value()?.source.place ?? null);
  protected readonly seeds = computed(() => {
    const value = this.value();
    return value === undefined ? null : seedsOf(sownOf(value));
  });
  protected readonly effect = computed(() => {
    const lot = this.lot();
    return lot === null || this.value()?.sown_value === null ? null : stockEffect(lot, this.place(), this.seeds());
  });
  protected readonly areSeeds = computed(
    () => this.value()?.sown_unit === 'seed' && this.value()?.sown_basis === 'counted',
  );
  protected readonly isUnknown = computed(() => this.value()?.sown_basis === 'unknown');
  protected readonly count = computed(() => this.value()?.replicates.length ?? 0);
  protected readonly sum = computed(() => sumOf(this.value()?.replicates.map((one) => one.sown) ?? []));
  /** What is wrong with the sum of the replicates. */
  protected readonly wrong = computed(() => {
    const wrong = this.state()?.wrong ?? null;
    if (wrong === null) return null;
    if ('server' in wrong) return String(wrong['server']);
    return this.words.of('form.error.replicates_sum', wrong['replicates_sum'] as Record<string, unknown>);
  });

  ngOnInit(): void {
    const form = this.form();
    const { sown_value, sown_unit, sown_basis, replicates } = form.controls;
    // A draft may have shares of its own.
    const even = split(sown_value.value, replicates.length);
    this.shared.set(
      form.getRawValue().replicates.every(({ sown }, n) => sown === null || sown === (even?.[n] ?? null)),
    );
    merge(sown_value.valueChanges, sown_unit.valueChanges, sown_basis.valueChanges)
      .pipe(takeUntilDestroyed(this.destroyed))
      .subscribe(() => {
        if (this.shared()) share(form);
        else replicates.updateValueAndValidity();
      });
    for (const one of replicates.controls) this.watch(one.controls.sown);
  }

  private watch(control: FormControl<number | null>): void {
    control.valueChanges.pipe(takeUntilDestroyed(this.destroyed)).subscribe(() => {
      if (control.dirty) this.shared.set(false);
    });
  }

  /** Writes how many seeds the plants that are wanted need. */
  protected async howMany(lot: Lot): Promise<void> {
    const seeds = await this.sizes.ask({ lot, then: 'fill' });
    if (seeds === null) return;
    const { sown_value, sown_unit, sown_basis } = this.form().controls;
    sown_unit.setValue('seed');
    sown_basis.setValue('counted');
    sown_value.setValue(seeds);
    sown_value.markAsDirty();
  }

  protected resize(by: number): void {
    const form = this.form();
    const { replicates } = form.controls;
    const n = Math.min(MOST_REPLICATES, Math.max(1, replicates.length + by));
    fitReplicates(this.build, form, n);
    const last = replicates.at(-1);
    if (by > 0) this.watch(last.controls.sown);
    replicates.markAsDirty();
    if (this.shared()) share(form);
    else replicates.updateValueAndValidity();
  }

  protected shareEvenly(): void {
    this.shared.set(true);
    for (const one of this.form().controls.replicates.controls) one.markAsPristine();
    share(this.form());
    this.form().markAsDirty();
  }
}

function wrongOf(form: WizardForm): Record<string, unknown> | null {
  const { replicates } = form.controls;
  return replicates.errors !== null && (replicates.touched || replicates.dirty) ? replicates.errors : null;
}
