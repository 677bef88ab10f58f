import { Component, computed, inject, input } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { ReactiveFormsModule } from '@angular/forms';
import { TranslatePipe } from '@ngx-translate/core';
import { map, startWith, switchMap } from 'rxjs';
import { Problem } from '@api/problem';
import { Shares } from '@app/counting/replicates/shares';
import type { Lot } from '@app/counting/shared/model';
import { StockConsent } from '@app/counting/stock/stock-consent';
import { seedsOf, stockEffect } from '@app/counting/stock/stock-effect';
import { StockPreview } from '@app/counting/stock/stock-preview';
import { SowingSizes } from '@app/seed-lots/viability/sowing-sizes';
import { QuantityFields } from '../quantity/quantity-fields';
import { sownOf } from '../quantity/quantity-form';
import { WizardForm } from './wizard-form';

/** How much is sown, what it leaves in the lot, and how it is shared among the trays. */
@Component({
  selector: 'ex-quantity-step',
  imports: [ReactiveFormsModule, TranslatePipe, QuantityFields, Shares, StockConsent, StockPreview],
  templateUrl: './quantity-step.html',
})
export class QuantityStep {
  private readonly sizes = inject(SowingSizes);

  readonly form = input.required<WizardForm>();
  readonly lot = input.required<Lot | null>();
  readonly problem = input.required<Problem | null>();

  protected readonly value = toSignal(
    toObservable(this.form).pipe(
      switchMap((form) => form.events.pipe(startWith(null), map(() => form.getRawValue()))),
    ),
  );
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
}
