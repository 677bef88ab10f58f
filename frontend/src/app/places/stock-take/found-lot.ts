import { Component, ElementRef, afterRenderEffect, computed, effect, inject, input, output, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { TranslatePipe } from '@ngx-translate/core';
import { Schemas } from '@api/api';
import { Field } from '@ui/form/field';
import { Segment, Segments } from '@ui/form/segments';
import { CodePipe, NumPipe, SignedPipe } from '@ui/format';
import { NumberInput } from '@ui/pickers/number/number';
import { Entry, WalkLine } from './walk';

const BASES: readonly Segment[] = [
  { value: 'counted', label: 'enum.basis.counted' },
  { value: 'weighed', label: 'enum.basis.weighed' },
  { value: 'estimated', label: 'enum.basis.estimated' },
];

/** One lot of the walk: what the ledger says, what is found. Made for a thumb; Enter goes on. */
@Component({
  selector: 'ex-found-lot',
  imports: [ReactiveFormsModule, TranslatePipe, CodePipe, Field, NumPipe, SignedPipe, Segments, NumberInput],
  templateUrl: './found-lot.html',
  styleUrl: './found-lot.css',
})
export class FoundLot {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly line = input.required<WalkLine>();
  readonly entry = input.required<Entry | null>();
  readonly position = input.required<number>();
  readonly total = input.required<number>();
  readonly found = output<Entry>();
  readonly before = output();
  readonly finished = output();

  protected readonly bases = BASES;
  protected readonly form = new FormGroup({
    seeds: new FormControl<number | null>(null, Validators.required),
    // It stays from a lot to the next.
    basis: new FormControl<Schemas['NewStockTake']['basis']>('counted', { nonNullable: true, validators: Validators.required }),
  });
  private readonly value = toSignal(this.form.valueChanges, { initialValue: this.form.value });
  protected readonly correction = computed(() => {
    const [seeds, expected] = [this.value().seeds, this.line().expected];
    return seeds === null || seeds === undefined || expected === null ? null : seeds - expected;
  });

  constructor() {
    effect(() => {
      this.line();
      const entry = this.entry();
      untracked(() => {
        this.form.controls.seeds.reset(entry === null || entry === 'skipped' ? null : entry.seeds);
        if (entry !== null && entry !== 'skipped') this.form.controls.basis.setValue(entry.basis);
      });
    });
    afterRenderEffect(() => {
      this.line();
      this.element.nativeElement.querySelector<HTMLInputElement>('#found')?.focus();
    });
  }

  protected next(): void {
    const { seeds, basis } = this.form.getRawValue();
    this.form.markAllAsTouched();
    if (seeds !== null && this.form.valid) this.found.emit({ seeds, basis });
  }

  /** What the ledger says is there. */
  protected agree(): void {
    const { expected } = this.line();
    if (expected !== null) this.found.emit({ seeds: expected, basis: this.form.getRawValue().basis });
  }

  protected none(): void {
    this.found.emit({ seeds: 0, basis: 'counted' });
  }
}
