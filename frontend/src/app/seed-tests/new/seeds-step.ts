import { Component, computed, input } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { ReactiveFormsModule } from '@angular/forms';
import { TranslatePipe } from '@ngx-translate/core';
import { map, startWith, switchMap } from 'rxjs';
import { Problem } from '@api/problem';
import { Shares } from '@app/counting/replicates/shares';
import type { Lot } from '@app/counting/shared/model';
import { StockConsent } from '@app/counting/stock/stock-consent';
import { stockEffect } from '@app/counting/stock/stock-effect';
import { StockPreview } from '@app/counting/stock/stock-preview';
import { Field } from '@ui/form/field';
import { NumberInput } from '@ui/pickers/number/number';
import { WizardForm } from './wizard-form';

/** How many seeds are tested, what it leaves in the lot, and how they are shared among the dishes. */
@Component({
  selector: 'ex-test-seeds-step',
  imports: [ReactiveFormsModule, TranslatePipe, Field, NumberInput, Shares, StockConsent, StockPreview],
  template: `
    <ex-field class="many" label="seed_tests.seeds" for="ex-test-seeds" [control]="form().controls.seeds">
      <ex-number inputId="ex-test-seeds" [formControl]="form().controls.seeds" integer [min]="1" />
    </ex-field>
    @if (lot(); as lot) {
      <p class="ex-muted">{{ 'seed_tests.new.proposed' | translate }}</p>
      @if (effect() !== null) {
        <ex-stock-preview [lot]="lot" [place]="place()" [seeds]="seeds()" />
      }
      <ex-stock-consent
        [confirm]="form().controls.confirm_overdraw"
        [reason]="form().controls.reserve_override_reason"
        [effect]="effect()"
        [problem]="problem()"
      />
    } @else {
      <p class="ex-muted" data-qa="nothing-leaves">{{ 'seed_tests.new.nothing_leaves' | translate }}</p>
    }
    <ex-shares [replicates]="form().controls.replicates" [seeds]="seeds()" />
  `,
  styles: `
    .many {
      display: block;
      max-width: 14em;
      font-size: 1.1em;
    }
  `,
})
export class SeedsStep {
  readonly form = input.required<WizardForm>();
  /** The lot that is debited; null when a test left the seeds. */
  readonly lot = input.required<Lot | null>();
  readonly problem = input.required<Problem | null>();

  private readonly value = toSignal(
    toObservable(this.form).pipe(
      switchMap((form) => form.events.pipe(startWith(null), map(() => form.getRawValue()))),
    ),
  );
  protected readonly place = computed(() => this.value()?.source.place ?? null);
  protected readonly seeds = computed(() => this.value()?.seeds ?? null);
  protected readonly effect = computed(() => {
    const [lot, seeds] = [this.lot(), this.seeds()];
    return lot === null || seeds === null ? null : stockEffect(lot, this.place(), seeds);
  });
}
