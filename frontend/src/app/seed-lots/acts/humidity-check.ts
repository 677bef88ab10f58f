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
import { NomenclatureInput } from '@ui/pickers/nomenclature/nomenclature';
import { NomenclatureButtons } from '@ui/pickers/nomenclature/nomenclature-buttons';
import { NumberInput } from '@ui/pickers/number/number';
import { LotAct } from './lot-act';
import { LotSubtitle } from './subtitle';

type Check = Schemas['HumidityCheck'];

export interface CheckAct extends LotAct {
  /** The one that is changed. */
  readonly check?: Check;
}

type Value = {
  check_date: string | null;
  place: string | null;
  level: string | null;
  indicator: string | null;
  indicator_changed_on: string | null;
  moisture_percent: number | null;
  equilibrium_humidity: number | null;
  temperature: number | null;
  device: string | null;
  remarks: string | null;
};

function valueOf(check: Check): Value {
  const { place } = check;
  return {
    check_date: check.check_date,
    place: place === null || place === undefined || 'restricted' in place ? null : place.uuid,
    level: check.level?.code ?? null,
    indicator: check.indicator?.code ?? null,
    indicator_changed_on: check.indicator_changed_on ?? null,
    moisture_percent: check.moisture_percent ?? null,
    equilibrium_humidity: check.equilibrium_humidity ?? null,
    temperature: check.temperature ?? null,
    device: check.device?.code ?? null,
    remarks: check.remarks ?? null,
  };
}

/** How damp a lot is: in words, measured, and its silica pellets. */
@Component({
  selector: 'ex-humidity-check',
  imports: [
    ReactiveFormsModule,
    TranslatePipe,
    Field,
    FormDialog,
    DayInput,
    NomenclatureInput,
    NomenclatureButtons,
    NumberInput,
    LotSubtitle,
  ],
  template: `
    <form [formGroup]="form" (ngSubmit)="send()" data-qa="humidity-check">
      <ex-form-dialog [title]="act.check ? 'lots.humidity.edit' : 'lots.humidity.new'" [session]="session">
        <ex-lot-subtitle exSubtitle [lot]="act.lot" />
        <ex-field label="lots.humidity.level" for="check-level" [control]="form.controls.level">
          <ex-nomenclature-buttons inputId="check-level" formControlName="level" list="EXS_HUMIDITY_LEVEL" />
        </ex-field>
        <div class="pair">
          <ex-field label="lots.date" for="check_date" [control]="form.controls.check_date">
            <ex-day inputId="check_date" formControlName="check_date" />
          </ex-field>
          @if (places.length > 1) {
            <ex-field label="lots.place" for="check-place" [control]="form.controls.place">
              <select id="check-place" class="form-control" formControlName="place" aria-describedby="check-place-error">
                <option [ngValue]="null">{{ 'record.none' | translate }}</option>
                @for (place of places; track place.uuid) {
                  <option [ngValue]="place.uuid">{{ place.code }}</option>
                }
              </select>
            </ex-field>
          }
        </div>
        <fieldset>
          <legend>{{ 'lots.humidity.silica' | translate }}</legend>
          <div class="pair">
            <ex-field label="lots.humidity.indicator" for="check-indicator" [control]="form.controls.indicator">
              <ex-nomenclature inputId="check-indicator" formControlName="indicator" list="EXS_COLOR_TABLET" />
            </ex-field>
            <ex-field label="lots.humidity.changed_on" for="check-changed" [control]="form.controls.indicator_changed_on">
              <ex-day inputId="check-changed" formControlName="indicator_changed_on" />
            </ex-field>
          </div>
        </fieldset>
        <fieldset>
          <legend>{{ 'lots.humidity.measure' | translate }}</legend>
          <div class="pair">
            <ex-field label="lots.equilibrium_humidity" for="check-humidity" [control]="form.controls.equilibrium_humidity">
              <ex-number inputId="check-humidity" formControlName="equilibrium_humidity" unit="%" [min]="0.01" [max]="99.99" />
            </ex-field>
            <ex-field label="lots.humidity.temperature" for="check-temperature" [control]="form.controls.temperature">
              <ex-number inputId="check-temperature" formControlName="temperature" unit="°C" [min]="-20" [max]="90" />
            </ex-field>
            <ex-field label="lots.moisture_percent" for="check-moisture" [control]="form.controls.moisture_percent">
              <ex-number inputId="check-moisture" formControlName="moisture_percent" unit="%" [min]="2" [max]="25" />
            </ex-field>
            <ex-field label="lots.humidity.device" for="check-device" [control]="form.controls.device">
              <ex-nomenclature inputId="check-device" formControlName="device" list="EXS_HUMIDITY_DEVICE" />
            </ex-field>
          </div>
        </fieldset>
        <ex-field label="lots.remarks" for="check-remarks" [control]="form.controls.remarks">
          <textarea id="check-remarks" class="form-control" rows="2" formControlName="remarks" aria-describedby="check-remarks-error"></textarea>
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
    fieldset {
      min-width: 0;
    }
    legend {
      margin-bottom: 0.3em;
      padding-top: 0.4em;
      font-size: 1.08em;
      border-top: 1px solid var(--ex-line);
    }
  `,
})
export class HumidityCheckDialog {
  private readonly api = inject(Api);
  private readonly ref = inject<DialogRef<Check>>(DialogRef);
  protected readonly act = inject<CheckAct>(DIALOG_DATA);
  /** Where the lot stands, or stood. */
  protected readonly places = this.act.lot.balances.flatMap(({ place }) => ('restricted' in place ? [] : [place]));
  private readonly initial: Value =
    this.act.check !== undefined
      ? valueOf(this.act.check)
      : {
          check_date: inject(Session).today(),
          place: this.act.place ?? this.standing(),
          level: null,
          indicator: null,
          indicator_changed_on: null,
          moisture_percent: null,
          equilibrium_humidity: null,
          temperature: null,
          device: null,
          remarks: null,
        };

  protected readonly form = new FormGroup({
    check_date: new FormControl(this.initial.check_date, Validators.required),
    place: new FormControl(this.initial.place),
    level: new FormControl(this.initial.level),
    indicator: new FormControl(this.initial.indicator),
    indicator_changed_on: new FormControl(this.initial.indicator_changed_on),
    moisture_percent: new FormControl(this.initial.moisture_percent),
    equilibrium_humidity: new FormControl(this.initial.equilibrium_humidity),
    temperature: new FormControl(this.initial.temperature),
    device: new FormControl(this.initial.device),
    remarks: new FormControl(this.initial.remarks),
  });
  protected readonly session = inject(Forms).open<Value, Check>({
    name: 'humidity-check',
    about: this.act.lot.uuid,
    record: this.act.check,
    form: this.form,
    unique: [
      'check_date', 'place', 'level', 'indicator', 'indicator_changed_on', 'moisture_percent', 'equilibrium_humidity', 'remarks',
    ],
    read: (current) => ({ value: valueOf(current as Check), version: (current as Check).version }),
    labels: {
      check_date: 'lots.date',
      place: 'lots.place',
      level: 'lots.humidity.level',
      indicator: 'lots.humidity.indicator',
      indicator_changed_on: 'lots.humidity.changed_on',
      moisture_percent: 'lots.moisture_percent',
      equilibrium_humidity: 'lots.equilibrium_humidity',
      temperature: 'lots.humidity.temperature',
      device: 'lots.humidity.device',
      remarks: 'lots.remarks',
    },
    save: (value, { key, version }) => {
      const body = { ...value, check_date: value.check_date ?? undefined };
      const uuid = this.act.lot.uuid;
      const check = this.act.check?.uuid;
      return check === undefined || version === null
        ? answer(
            this.api.POST('/v1/seed-lots/{uuid}/humidity-checks', {
              params: { path: { uuid } },
              body,
              headers: idempotent(key),
            }),
          )
        : answer(
            this.api.PATCH('/v1/seed-lots/{uuid}/humidity-checks/{check}', {
              params: { path: { uuid, check } },
              body,
              headers: ifMatch(version),
            }),
          );
    },
  });

  /** The place of the lot, when there is only one. */
  private standing(): string | null {
    const there = this.act.lot.balances.filter(({ seeds }) => seeds !== 0);
    const [only] = there;
    return there.length !== 1 || only === undefined || 'restricted' in only.place ? null : only.place.uuid;
  }

  protected async send(): Promise<void> {
    const written = await this.session.submit();
    if (written !== null) this.ref.close(written);
  }
}
