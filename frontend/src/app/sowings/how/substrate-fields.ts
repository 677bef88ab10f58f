import { Component, computed, inject, input } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { FormArray, NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { TranslatePipe } from '@ngx-translate/core';
import { merge, map, startWith, switchMap } from 'rxjs';
import { NumPipe } from '@ui/format';
import { Field } from '@ui/form/field';
import { NomenclatureInput } from '@ui/pickers/nomenclature/nomenclature';
import { NumberInput } from '@ui/pickers/number/number';
import { PartForm, partForm } from './how-form';

/** What the seeds are sown in: components, with their shares or the thickness of their layers. */
@Component({
  selector: 'ex-substrate-fields',
  imports: [ReactiveFormsModule, TranslatePipe, NumPipe, Field, NomenclatureInput, NumberInput],
  template: `
    <fieldset data-qa="substrate">
      <legend>{{ 'sowings.substrate' | translate }}</legend>
      @for (part of parts().controls; track part; let n = $index) {
        <div class="part" [formGroup]="part">
          <ex-field class="what" label="sowings.part" [for]="'ex-part-' + n" [control]="part.controls.component">
            <ex-nomenclature [inputId]="'ex-part-' + n" formControlName="component" list="EXS_SOWING_SUBSTRATE" />
          </ex-field>
          <ex-field label="sowings.percent" [for]="'ex-percent-' + n" [control]="part.controls.percent">
            <ex-number [inputId]="'ex-percent-' + n" formControlName="percent" unit="%" [min]="0" [max]="100" />
          </ex-field>
          <ex-field label="sowings.thickness" [for]="'ex-mm-' + n" [control]="part.controls.mm">
            <ex-number [inputId]="'ex-mm-' + n" formControlName="mm" unit="mm" [min]="0" />
          </ex-field>
          <button
            type="button"
            class="btn btn-outline-danger"
            [attr.aria-label]="'sowings.remove_part' | translate: { n: n + 1 }"
            (click)="remove(n)"
          >
            <i class="fa fa-trash" aria-hidden="true"></i>
          </button>
        </div>
      }
      <div class="foot">
        <button type="button" class="btn btn-outline-primary" data-qa="add-part" (click)="add()">
          <i class="fa fa-plus" aria-hidden="true"></i> {{ 'sowings.add_part' | translate }}
        </button>
        <div class="sum" aria-live="polite">
          @if (sum() !== null) {
            <span [class.text-danger]="wrong()" data-qa="substrate-sum">
              {{ 'sowings.substrate_sum' | translate: { sum: (sum() | num) } }}
              @if (wrong()) {
                <i class="fa fa-exclamation-circle" aria-hidden="true"></i>
                {{ 'sowings.substrate_must' | translate }}
              }
            </span>
          }
          @if (refused(); as text) {
            <div class="text-danger">{{ text }}</div>
          }
        </div>
      </div>
    </fieldset>
  `,
  styles: `
    fieldset {
      min-width: 0;
      margin-bottom: 0.8em;
    }
    legend {
      margin-bottom: 0.3em;
      font-size: 1em;
      font-weight: 600;
    }
    .part {
      display: grid;
      grid-template-columns: minmax(10em, 2fr) minmax(7em, 1fr) minmax(7em, 1fr) auto;
      align-items: end;
      gap: 0 0.6em;
    }
    .part .btn {
      margin-bottom: 0.8em;
      min-height: 2.5em;
    }
    .foot {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.4em 1em;
    }
    @media (max-width: 767.98px) {
      .part {
        grid-template-columns: 1fr 1fr auto;
        padding: 0.5em 0.6em 0;
        margin-bottom: 0.5em;
        border: 1px solid var(--ex-line);
        border-radius: 4px;
      }
      .what {
        grid-column: 1 / -1;
      }
    }
  `,
})
export class SubstrateFields {
  private readonly build = inject(NonNullableFormBuilder);
  readonly parts = input.required<FormArray<PartForm>>();

  private readonly state = toSignal(
    toObservable(this.parts).pipe(
      switchMap((parts) => merge(parts.events).pipe(startWith(null), map(() => ({ errors: parts.errors, value: parts.value })))),
    ),
  );
  protected readonly sum = computed(() => {
    const known = (this.state()?.value ?? []).map((part) => part.percent ?? null).filter((percent) => percent !== null);
    return known.length === 0 ? null : known.reduce((sum, percent) => sum + percent, 0);
  });
  protected readonly wrong = computed(() => this.state()?.errors?.['substrate_sums'] !== undefined);
  protected readonly refused = computed(() => (this.state()?.errors?.['server'] as string | undefined) ?? null);

  /** What is left of 100 goes to a new component. */
  protected add(): void {
    const rest = 100 - (this.sum() ?? 0);
    const hasShares = this.sum() !== null || this.parts().length === 0;
    this.parts().push(partForm(this.build, { percent: hasShares && rest > 0 ? rest : null }));
    this.parts().markAsDirty();
  }

  protected remove(n: number): void {
    this.parts().removeAt(n);
    this.parts().markAsDirty();
  }
}
