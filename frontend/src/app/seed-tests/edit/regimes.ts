import { Component, computed, inject, input } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { FormArray, NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { TranslatePipe } from '@ngx-translate/core';
import { map, startWith, switchMap } from 'rxjs';
import { Field } from '@ui/form/field';
import { NumberInput } from '@ui/pickers/number/number';
import { Words } from '@ui/words';
import { COMMON, RegimeForm, RegimeValue, nextDay, regimeForm } from './how-form';

/** Light and temperature, period after period. */
@Component({
  selector: 'ex-regimes',
  imports: [ReactiveFormsModule, TranslatePipe, Field, NumberInput],
  template: `
    <fieldset data-qa="regimes">
      <legend>{{ 'seed_tests.regimes' | translate }}</legend>
      @for (regime of regimes().controls; track regime; let n = $index) {
        <div class="period">
          @if (regimes().length > 1) {
            <ex-field label="seed_tests.from_day" [for]="'ex-regime-' + n + '-from'" [control]="regime.controls.from_day">
              <ex-number
                [inputId]="'ex-regime-' + n + '-from'"
                [formControl]="regime.controls.from_day"
                integer
                [min]="0"
                [max]="36500"
              />
            </ex-field>
          }
          <ex-field
            label="counting.day_temperature"
            [for]="'ex-regime-' + n + '-day'"
            [control]="regime.controls.day_temperature"
          >
            <ex-number
              [inputId]="'ex-regime-' + n + '-day'"
              [formControl]="regime.controls.day_temperature"
              unit="°C"
              [min]="-200"
              [max]="110"
            />
          </ex-field>
          <ex-field
            label="counting.night_temperature"
            [for]="'ex-regime-' + n + '-night'"
            [control]="regime.controls.night_temperature"
          >
            <ex-number
              [inputId]="'ex-regime-' + n + '-night'"
              [formControl]="regime.controls.night_temperature"
              unit="°C"
              [min]="-200"
              [max]="110"
            />
          </ex-field>
          <ex-field
            label="counting.photoperiod"
            [for]="'ex-regime-' + n + '-hours'"
            [control]="regime.controls.photoperiod_hours"
          >
            <ex-number
              [inputId]="'ex-regime-' + n + '-hours'"
              [formControl]="regime.controls.photoperiod_hours"
              unit="h"
              [min]="0"
              [max]="24"
            />
          </ex-field>
          <ex-field class="light" label="seed_tests.light" [for]="'ex-regime-' + n + '-light'" [control]="regime.controls.light">
            <input
              class="form-control"
              maxlength="200"
              [id]="'ex-regime-' + n + '-light'"
              [formControl]="regime.controls.light"
              [attr.aria-describedby]="'ex-regime-' + n + '-light-error'"
            />
          </ex-field>
          <button
            type="button"
            class="btn btn-outline-danger"
            [attr.aria-label]="'seed_tests.remove_regime' | translate: { n: n + 1 }"
            (click)="remove(n)"
          >
            <i class="fa fa-trash" aria-hidden="true"></i>
          </button>
        </div>
      }
      @if (wrong(); as text) {
        <div class="text-danger" role="alert" data-qa="regimes-wrong">
          <i class="fa fa-exclamation-circle" aria-hidden="true"></i> {{ text }}
        </div>
      }
      <div class="common">
        @for (one of common; track one.label) {
          <button type="button" class="btn btn-outline-primary" (click)="add(one.regime)">
            <i class="fa fa-plus" aria-hidden="true"></i> {{ one.label | translate }}
          </button>
        }
        <button type="button" class="btn btn-outline-secondary" data-qa="other-regime" (click)="add({})">
          <i class="fa fa-plus" aria-hidden="true"></i> {{ 'seed_tests.other_regime' | translate }}
        </button>
      </div>
      @if (regimes().length > 0) {
        <p class="ex-muted small">{{ 'seed_tests.regimes_hint' | translate }}</p>
      }
    </fieldset>
  `,
  styles: `
    fieldset {
      min-width: 0;
      margin: 0.4em 0 1em;
    }
    legend {
      margin-bottom: 0.3em;
      font-size: 1em;
      font-weight: 600;
    }
    .period {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(9.5em, 100%), 1fr));
      align-items: end;
      gap: 0 0.8em;
      margin-bottom: 0.6em;
      padding: 0.6em 0.7em 0;
      border: 1px solid var(--ex-line);
      border-radius: 5px;
    }
    .period .btn {
      justify-self: end;
      margin-bottom: 1.07em;
      min-width: 2.9em;
      min-height: 2.6em;
    }
    .common {
      display: flex;
      flex-wrap: wrap;
      gap: 0.4em;
      margin-bottom: 0.4em;
    }
    @media (max-width: 767.98px) {
      .period {
        grid-template-columns: 1fr 1fr;
      }
      .common .btn {
        min-height: 44px;
      }
    }
  `,
})
export class Regimes {
  private readonly build = inject(NonNullableFormBuilder);
  private readonly words = inject(Words);
  readonly regimes = input.required<FormArray<RegimeForm>>();
  protected readonly common = COMMON;

  private readonly errors = toSignal(
    toObservable(this.regimes).pipe(
      switchMap((regimes) => regimes.events.pipe(startWith(null), map(() => ({ errors: regimes.errors })))),
    ),
  );
  protected readonly wrong = computed(() => {
    const errors = this.errors()?.errors ?? null;
    if (errors === null) return null;
    return 'server' in errors ? String(errors['server']) : this.words.of('form.error.regimes_follow');
  });

  protected add(regime: Partial<RegimeValue>): void {
    const regimes = this.regimes();
    regimes.push(regimeForm(this.build, { ...regime, from_day: nextDay(regimes.getRawValue()) }));
    regimes.markAsDirty();
  }

  protected remove(n: number): void {
    const regimes = this.regimes();
    regimes.removeAt(n);
    // The first period starts at day 0.
    const first = regimes.controls[0]?.controls.from_day;
    if (n === 0 && first !== undefined) first.setValue(0);
    regimes.markAsDirty();
  }
}
