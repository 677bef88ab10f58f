import { Component, DestroyRef, OnInit, inject, input } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { FormControl, ReactiveFormsModule } from '@angular/forms';
import { Schemas } from '@api/api';
import { Field } from '@ui/form/field';
import { Segment, Segments } from '@ui/form/segments';
import { NumberInput } from '@ui/pickers/number/number';

export const KNOWN_BASES: readonly Segment[] = [
  { value: 'counted', label: 'enum.basis.counted' },
  { value: 'weighed', label: 'enum.basis.weighed' },
  { value: 'estimated', label: 'enum.basis.estimated' },
];
const BASES: readonly Segment[] = [...KNOWN_BASES, { value: 'unknown', label: 'enum.basis.unknown' }];

/** How many seeds, and how the number is known; an unknown number is left empty. */
@Component({
  selector: 'ex-quantity',
  imports: [ReactiveFormsModule, Field, Segments, NumberInput],
  template: `
    <ex-field label="lots.seeds" [for]="prefix() + 'seeds'" [control]="seeds()">
      <ex-number class="big" [inputId]="prefix() + 'seeds'" [formControl]="seeds()" integer [min]="least()" />
    </ex-field>
    <ex-field label="lots.basis" [for]="prefix() + 'basis'" [control]="basis()">
      <ex-segments [inputId]="prefix() + 'basis'" [formControl]="basis()" [options]="bases" />
    </ex-field>
  `,
  styles: `
    .big {
      font-size: 1.3em;
    }
  `,
})
export class Quantity implements OnInit {
  private readonly destroyed = inject(DestroyRef);
  readonly seeds = input.required<FormControl<number | null>>();
  readonly basis = input.required<FormControl<Schemas['Basis']>>();
  readonly least = input(1);
  /** Before the identifiers of its fields. */
  readonly prefix = input('');
  protected readonly bases = BASES;

  ngOnInit(): void {
    this.agree(this.basis().value);
    this.basis().valueChanges.pipe(takeUntilDestroyed(this.destroyed)).subscribe((basis) => this.agree(basis));
  }

  private agree(basis: Schemas['Basis']): void {
    const seeds = this.seeds();
    if (basis === 'unknown') {
      seeds.reset(null, { emitEvent: false });
      seeds.disable({ emitEvent: false });
    } else if (seeds.disabled) seeds.enable({ emitEvent: false });
  }
}
