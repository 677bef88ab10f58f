import { Component, DestroyRef, OnInit, computed, inject, input } from '@angular/core';
import { takeUntilDestroyed, toObservable, toSignal } from '@angular/core/rxjs-interop';
import { ReactiveFormsModule } from '@angular/forms';
import { map, merge, startWith, switchMap } from 'rxjs';
import { CodePipe } from '@ui/format';
import { Field } from '@ui/form/field';
import { Segment, Segments } from '@ui/form/segments';
import { NumberInput } from '@ui/pickers/number/number';
import { QuantityControls, UNITS, isWhole } from './quantity-form';

const BASES: readonly Segment[] = [
  { value: 'counted', label: 'enum.basis.counted' },
  { value: 'weighed', label: 'enum.basis.weighed' },
  { value: 'estimated', label: 'enum.basis.estimated' },
  { value: 'unknown', label: 'enum.basis.unknown' },
];

/** How much is sown, of what, and how that is known. */
@Component({
  selector: 'ex-quantity-fields',
  imports: [ReactiveFormsModule, CodePipe, Field, Segments, NumberInput],
  template: `
    <div class="row-of">
      <ex-field label="sowings.value" for="ex-sown-value" [control]="controls().sown_value">
        <ex-number class="big" inputId="ex-sown-value" [formControl]="controls().sown_value" [integer]="whole()" [min]="0" />
      </ex-field>
      <ex-field label="sowings.unit" for="ex-sown-unit" [control]="controls().sown_unit">
        <select
          id="ex-sown-unit"
          class="form-control"
          [formControl]="controls().sown_unit"
          aria-describedby="ex-sown-unit-error"
        >
          @for (unit of units; track unit) {
            <option [ngValue]="unit">{{ unit | code: 'sown_unit' }}</option>
          }
        </select>
      </ex-field>
      @if (unit() !== 'seed') {
        <ex-field
          label="sowings.per_unit"
          hint="sowings.per_unit_hint"
          for="ex-per-unit"
          [control]="controls().propagules_per_unit"
        >
          <ex-number inputId="ex-per-unit" [formControl]="controls().propagules_per_unit" [min]="0" />
        </ex-field>
      }
    </div>
    <ex-field label="sowings.basis" for="ex-sown-basis" [control]="controls().sown_basis">
      <ex-segments inputId="ex-sown-basis" [formControl]="controls().sown_basis" [options]="bases" />
    </ex-field>
  `,
  styles: `
    .row-of {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(10em, 100%), 1fr));
      gap: 0 1em;
    }
    .big {
      font-size: 1.2em;
    }
    @media (max-width: 767.98px) {
      .row-of {
        grid-template-columns: 1fr 1fr;
      }
    }
  `,
})
export class QuantityFields implements OnInit {
  private readonly destroyed = inject(DestroyRef);
  readonly controls = input.required<QuantityControls>();
  protected readonly units = UNITS;
  protected readonly bases = BASES;

  protected readonly unit = toSignal(
    toObservable(this.controls).pipe(
      switchMap(({ sown_unit }) => sown_unit.valueChanges.pipe(startWith(null), map(() => sown_unit.value))),
    ),
  );
  protected readonly whole = computed(() => isWhole(this.unit() ?? 'seed'));

  ngOnInit(): void {
    const { sown_value, sown_unit, sown_basis } = this.controls();
    this.agree();
    merge(sown_unit.valueChanges, sown_basis.valueChanges)
      .pipe(takeUntilDestroyed(this.destroyed))
      .subscribe(() => {
        this.agree();
        sown_value.updateValueAndValidity();
      });
  }

  /** An unknown quantity is left empty. */
  private agree(): void {
    const { sown_value, sown_basis } = this.controls();
    if (sown_basis.value === 'unknown') {
      sown_value.reset(null, { emitEvent: false });
      sown_value.disable({ emitEvent: false });
    } else if (sown_value.disabled) sown_value.enable({ emitEvent: false });
  }
}
