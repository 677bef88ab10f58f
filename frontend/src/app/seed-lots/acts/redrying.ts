import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { Api, Schemas, answer, idempotent, ifMatch } from '@api/api';
import { Session } from '@app/session';
import { Field } from '@ui/form/field';
import { FormDialog } from '@ui/form/form-dialog';
import { Forms } from '@ui/form/form-session';
import { DayInput } from '@ui/pickers/day/day';
import { NomenclatureInput } from '@ui/pickers/nomenclature/nomenclature';
import { NumberInput } from '@ui/pickers/number/number';
import { LotAct } from './lot-act';
import { LotSubtitle } from './subtitle';

type Redrying = Schemas['Redrying'];

export interface DryingAct extends LotAct {
  /** The one that is changed. */
  readonly drying?: Redrying;
}

type Value = {
  date_start: string | null;
  date_end: string | null;
  kind: string | null;
  temperature: number | null;
  humidity: number | null;
  remarks: string | null;
};

function valueOf(drying: Redrying): Value {
  return {
    date_start: drying.date_start,
    date_end: drying.date_end ?? null,
    kind: drying.kind?.code ?? null,
    temperature: drying.temperature ?? null,
    humidity: drying.humidity ?? null,
    remarks: drying.remarks ?? null,
  };
}

/** A lot that is dried again: when, how, in which air. */
@Component({
  selector: 'ex-redrying',
  imports: [ReactiveFormsModule, Field, FormDialog, DayInput, NomenclatureInput, NumberInput, LotSubtitle],
  template: `
    <form [formGroup]="form" (ngSubmit)="send()" data-qa="redrying">
      <ex-form-dialog [title]="act.drying ? 'lots.redrying.edit' : 'lots.redrying.new'" [session]="session">
        <ex-lot-subtitle exSubtitle [lot]="act.lot" />
        <div class="pair">
          <ex-field label="lots.redrying.start" for="date_start" [control]="form.controls.date_start">
            <ex-day inputId="date_start" formControlName="date_start" />
          </ex-field>
          <ex-field label="lots.redrying.end" for="date_end" hint="lots.redrying.end_hint" [control]="form.controls.date_end">
            <ex-day inputId="date_end" formControlName="date_end" />
          </ex-field>
          <ex-field label="lots.drying_kind" for="redrying-kind" [control]="form.controls.kind">
            <ex-nomenclature inputId="redrying-kind" formControlName="kind" list="EXS_DRY_TYPE" />
          </ex-field>
          <ex-field label="lots.redrying.temperature" for="redrying-temperature" [control]="form.controls.temperature">
            <ex-number inputId="redrying-temperature" formControlName="temperature" unit="°C" [min]="-90" [max]="90" />
          </ex-field>
          <ex-field label="lots.redrying.humidity" for="redrying-humidity" [control]="form.controls.humidity">
            <ex-number inputId="redrying-humidity" formControlName="humidity" unit="%" [min]="0" [max]="100" />
          </ex-field>
        </div>
        <ex-field label="lots.remarks" for="redrying-remarks" [control]="form.controls.remarks">
          <textarea id="redrying-remarks" class="form-control" rows="2" formControlName="remarks" aria-describedby="redrying-remarks-error"></textarea>
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
  `,
})
export class RedryingDialog {
  private readonly api = inject(Api);
  private readonly ref = inject<DialogRef<Redrying>>(DialogRef);
  protected readonly act = inject<DryingAct>(DIALOG_DATA);
  private readonly initial: Value =
    this.act.drying !== undefined
      ? valueOf(this.act.drying)
      : {
          date_start: inject(Session).today(),
          date_end: null,
          kind: null,
          temperature: null,
          humidity: null,
          remarks: null,
        };

  protected readonly form = new FormGroup({
    date_start: new FormControl(this.initial.date_start, Validators.required),
    date_end: new FormControl(this.initial.date_end),
    kind: new FormControl(this.initial.kind),
    temperature: new FormControl(this.initial.temperature),
    humidity: new FormControl(this.initial.humidity),
    remarks: new FormControl(this.initial.remarks),
  });
  protected readonly session = inject(Forms).open<Value, Redrying>({
    name: 'redrying',
    about: this.act.lot.uuid,
    record: this.act.drying,
    form: this.form,
    unique: ['date_start', 'date_end', 'remarks'],
    read: (current) => ({ value: valueOf(current as Redrying), version: (current as Redrying).version }),
    labels: {
      date_start: 'lots.redrying.start',
      date_end: 'lots.redrying.end',
      kind: 'lots.drying_kind',
      temperature: 'lots.redrying.temperature',
      humidity: 'lots.redrying.humidity',
      remarks: 'lots.remarks',
    },
    save: (value, { key, version }) => {
      const body = { ...value, date_start: value.date_start ?? '' };
      const uuid = this.act.lot.uuid;
      const drying = this.act.drying?.uuid;
      return drying === undefined || version === null
        ? answer(
            this.api.POST('/v1/seed-lots/{uuid}/dryings', { params: { path: { uuid } }, body, headers: idempotent(key) }),
          )
        : answer(
            this.api.PATCH('/v1/seed-lots/{uuid}/dryings/{drying}', {
              params: { path: { uuid, drying } },
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
