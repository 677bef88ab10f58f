import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { TranslatePipe } from '@ngx-translate/core';
import { Api, Schemas, answer, idempotent, ifMatch } from '@api/api';
import { Session } from '@app/session';
import { Field } from '@ui/form/field';
import { FormDialog } from '@ui/form/form-dialog';
import { Forms } from '@ui/form/form-session';
import { DayInput } from '@ui/pickers/day/day';
import { NumberInput } from '@ui/pickers/number/number';
import { LotAct } from './lot-act';
import { Masses } from './masses';
import { LotSubtitle } from './subtitle';

type Weighing = Schemas['Weighing'];

export interface WeighingAct extends LotAct {
  /** The one that is changed. */
  readonly weighing?: Weighing;
}

/** Seeds counted in each sample, when nothing else was used before. */
const USUAL = 100;

type Value = {
  weighing_date: string | null;
  seeds_per_sample: number | null;
  sample_masses_g: readonly number[] | null;
  total_mass_g: number | null;
  is_chaffy: boolean;
  remarks: string | null;
};

function valueOf(weighing: Weighing): Value {
  return {
    weighing_date: weighing.weighing_date,
    seeds_per_sample: weighing.seeds_per_sample,
    sample_masses_g: weighing.sample_masses_g,
    total_mass_g: weighing.total_mass_g ?? null,
    is_chaffy: weighing.is_chaffy,
    remarks: weighing.remarks ?? null,
  };
}

/** Samples weighed, from which the service computes the mass of a thousand seeds and their number. */
@Component({
  selector: 'ex-weighing',
  imports: [ReactiveFormsModule, TranslatePipe, Field, FormDialog, DayInput, NumberInput, Masses, LotSubtitle],
  template: `
    <form [formGroup]="form" (ngSubmit)="send()" data-qa="weighing">
      <ex-form-dialog [title]="act.weighing ? 'lots.weighing.edit' : 'lots.weighing.new'" [session]="session">
        <ex-lot-subtitle exSubtitle [lot]="act.lot" />
        <div class="pair">
          <ex-field label="lots.weighing.seeds_per_sample" for="seeds_per_sample" [control]="form.controls.seeds_per_sample">
            <ex-number inputId="seeds_per_sample" formControlName="seeds_per_sample" integer [min]="1" />
          </ex-field>
          <ex-field label="lots.date" for="weighing_date" [control]="form.controls.weighing_date">
            <ex-day inputId="weighing_date" formControlName="weighing_date" />
          </ex-field>
        </div>
        <ex-field label="lots.weighing.masses" for="masses" hint="lots.weighing.masses_hint" [control]="form.controls.sample_masses_g">
          <ex-masses inputId="masses" formControlName="sample_masses_g" />
        </ex-field>
        <ex-field label="lots.weighing.total_mass" for="total_mass_g" hint="lots.weighing.total_mass_hint" [control]="form.controls.total_mass_g">
          <ex-number inputId="total_mass_g" formControlName="total_mass_g" unit="g" [min]="0.00001" />
        </ex-field>
        <div class="custom-control custom-checkbox">
          <input id="is_chaffy" type="checkbox" class="custom-control-input" formControlName="is_chaffy" />
          <label for="is_chaffy" class="custom-control-label">{{ 'lots.weighing.chaffy' | translate }}</label>
        </div>
        <ex-field label="lots.remarks" for="weighing-remarks" [control]="form.controls.remarks">
          <textarea id="weighing-remarks" class="form-control" rows="2" formControlName="remarks" aria-describedby="weighing-remarks-error"></textarea>
        </ex-field>
      </ex-form-dialog>
    </form>
  `,
  styles: `
    .pair {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(12em, 100%), 1fr));
      gap: 0 1em;
    }
    .custom-checkbox {
      margin-bottom: 0.8em;
    }
  `,
})
export class WeighingDialog {
  private readonly api = inject(Api);
  private readonly ref = inject<DialogRef<Weighing>>(DialogRef);
  protected readonly act = inject<WeighingAct>(DIALOG_DATA);
  private readonly initial: Value =
    this.act.weighing !== undefined
      ? valueOf(this.act.weighing)
      : {
          weighing_date: inject(Session).today(),
          seeds_per_sample: USUAL,
          sample_masses_g: null,
          total_mass_g: null,
          is_chaffy: false,
          remarks: null,
        };

  protected readonly form = new FormGroup({
    weighing_date: new FormControl(this.initial.weighing_date, Validators.required),
    seeds_per_sample: new FormControl(this.initial.seeds_per_sample, Validators.required),
    sample_masses_g: new FormControl(this.initial.sample_masses_g, Validators.required),
    total_mass_g: new FormControl(this.initial.total_mass_g),
    is_chaffy: new FormControl(this.initial.is_chaffy, { nonNullable: true }),
    remarks: new FormControl(this.initial.remarks),
  });
  protected readonly session = inject(Forms).open<Value, Weighing>({
    name: 'weighing',
    about: this.act.lot.uuid,
    record: this.act.weighing,
    form: this.form,
    unique: ['weighing_date', 'sample_masses_g', 'total_mass_g', 'remarks'],
    read: (current) => ({ value: valueOf(current as Weighing), version: (current as Weighing).version }),
    labels: {
      weighing_date: 'lots.date',
      seeds_per_sample: 'lots.weighing.seeds_per_sample',
      sample_masses_g: 'lots.weighing.masses',
      total_mass_g: 'lots.weighing.total_mass',
      is_chaffy: 'lots.weighing.chaffy',
      remarks: 'lots.remarks',
    },
    save: (value, { key, version }) => {
      const body = {
        ...value,
        weighing_date: value.weighing_date ?? '',
        seeds_per_sample: value.seeds_per_sample ?? 0,
        sample_masses_g: [...(value.sample_masses_g ?? [])],
      };
      const lot = { uuid: this.act.lot.uuid };
      const weighing = this.act.weighing?.uuid;
      return weighing === undefined || version === null
        ? answer(
            this.api.POST('/v1/seed-lots/{uuid}/weighings', { params: { path: lot }, body, headers: idempotent(key) }),
          )
        : answer(
            this.api.PATCH('/v1/seed-lots/{uuid}/weighings/{weighing}', {
              params: { path: { ...lot, weighing } },
              body,
              headers: ifMatch(version),
            }),
          );
    },
  });

  protected async send(): Promise<void> {
    const written = await this.session.submit();
    if (written !== null) this.ref.close(written);
  }
}
