import { Component, computed, inject, input } from '@angular/core';
import { FormControl, ReactiveFormsModule } from '@angular/forms';
import { TranslatePipe } from '@ngx-translate/core';
import { Problem } from '@api/problem';
import { Session } from '@app/session';
import { Field } from '@ui/form/field';
import type { StockEffect } from './stock-effect';

/**
 * What the laws of the stock let through when somebody says so: more than an estimated balance says,
 * less left than the archive reserve. Shown when that is foreseen, or when the service asks.
 */
@Component({
  selector: 'ex-stock-consent',
  imports: [ReactiveFormsModule, TranslatePipe, Field],
  template: `
    @if (overdraw()) {
      <div class="form-group form-check" data-qa="confirm-overdraw">
        <input id="ex-confirm-overdraw" type="checkbox" class="form-check-input" [formControl]="confirm()" />
        <label class="form-check-label" for="ex-confirm-overdraw">{{ 'counting.stock.confirm' | translate }}</label>
      </div>
    }
    @if (reserve()) {
      @if (session.can('V')) {
        <ex-field label="counting.stock.override" for="ex-override" [control]="reason()">
          <input id="ex-override" class="form-control" maxlength="1000" [formControl]="reason()" aria-describedby="ex-override-error" />
        </ex-field>
      } @else {
        <p class="text-danger" data-qa="reserve-kept">{{ 'counting.stock.reserve_kept' | translate }}</p>
      }
    }
  `,
})
export class StockConsent {
  protected readonly session = inject(Session);

  readonly confirm = input.required<FormControl<boolean>>();
  readonly reason = input.required<FormControl<string | null>>();
  readonly effect = input<StockEffect | null>(null);
  /** What the service refused. */
  readonly problem = input<Problem | null>(null);

  protected readonly overdraw = computed(
    () => this.effect()?.toConfirm === true || this.problem()?.kind === 'stock_overdraw_unconfirmed',
  );
  protected readonly reserve = computed(
    () => this.effect()?.breaksReserve === true || this.problem()?.kind === 'stock_reserve_kept',
  );
}
