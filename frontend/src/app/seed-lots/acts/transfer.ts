import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { TranslatePipe } from '@ngx-translate/core';
import { Api, Schemas, answer, idempotent } from '@api/api';
import { Session } from '@app/session';
import { Field } from '@ui/form/field';
import { FormDialog } from '@ui/form/form-dialog';
import { Forms } from '@ui/form/form-session';
import { NumPipe } from '@ui/format';
import { DayInput } from '@ui/pickers/day/day';
import { NumberInput } from '@ui/pickers/number/number';
import { PlacePicker } from '@ui/pickers/place/place';
import { LotAct } from './lot-act';
import { lotPlaces } from './lot-places';
import { LotSubtitle } from './subtitle';

/** Seeds of a lot that go from a place to another: its balance stays. */
@Component({
  selector: 'ex-transfer',
  imports: [ReactiveFormsModule, TranslatePipe, NumPipe, Field, FormDialog, DayInput, NumberInput, PlacePicker, LotSubtitle],
  template: `
    <form [formGroup]="form" (ngSubmit)="send()" data-qa="transfer">
      <ex-form-dialog title="lots.transfer.title" submit="lots.act.transfer" [session]="session">
        <ex-lot-subtitle exSubtitle [lot]="act.lot" />
        <ex-field label="lots.movement.from" for="from" [control]="form.controls.from">
          <select id="from" class="form-control" formControlName="from" aria-describedby="from-error">
            @for (place of held; track place.uuid) {
              <option [ngValue]="place.uuid">
                {{ place.label }} ({{ place.seeds === null ? ('record.unknown' | translate) : (place.seeds | num) }})
              </option>
            }
          </select>
        </ex-field>
        <ex-field label="lots.transfer.to" for="to" [control]="form.controls.to">
          <ex-pick-place inputId="to" formControlName="to" />
        </ex-field>
        <div class="custom-control custom-checkbox">
          <input id="all" type="checkbox" class="custom-control-input" formControlName="all" />
          <label for="all" class="custom-control-label">
            {{ 'lots.transfer.all' | translate }}
            @if (there(); as seeds) {
              ({{ seeds | num }})
            }
          </label>
        </div>
        @if (!value().all) {
          <ex-field label="lots.seeds" for="seeds" [control]="form.controls.seeds">
            <ex-number inputId="seeds" formControlName="seeds" integer [min]="1" [max]="there() ?? undefined" />
          </ex-field>
        }
        <ex-field label="lots.date" for="effective_date" [control]="form.controls.effective_date">
          <ex-day inputId="effective_date" formControlName="effective_date" />
        </ex-field>
        <ex-field label="lots.reason" for="reason" [control]="form.controls.reason">
          <input id="reason" class="form-control" formControlName="reason" aria-describedby="reason-error" />
        </ex-field>
      </ex-form-dialog>
    </form>
  `,
  styles: `
    .custom-checkbox {
      margin-bottom: 0.8em;
    }
  `,
})
export class TransferDialog {
  private readonly api = inject(Api);
  private readonly ref = inject<DialogRef<Schemas['Operation']>>(DialogRef);
  protected readonly act = inject<LotAct>(DIALOG_DATA);
  protected readonly held = lotPlaces(this.act.lot, true);

  protected readonly form = new FormGroup({
    from: new FormControl<string | null>(this.act.place ?? this.held[0]?.uuid ?? null, Validators.required),
    to: new FormControl<string | null>(null, Validators.required),
    all: new FormControl(true, { nonNullable: true }),
    seeds: new FormControl<number | null>(null),
    effective_date: new FormControl<string | null>(inject(Session).today(), Validators.required),
    reason: new FormControl<string | null>(null),
  });
  protected readonly session = inject(Forms).open<ReturnType<typeof this.form.getRawValue>, Schemas['Operation']>({
    name: 'transfer',
    about: this.act.lot.uuid,
    form: this.form,
    unique: ['from', 'seeds', 'effective_date'],
    save: ({ from, to, all, seeds, effective_date, reason }, { key }) =>
      answer(
        this.api.POST('/v1/stock-movements/transfers', {
          body: {
            lot: this.act.lot.uuid,
            from: from ?? '',
            to: to ?? '',
            seeds: all ? null : seeds,
            effective_date,
            reason,
          },
          headers: idempotent(key),
        }),
      ),
  });
  protected readonly value = toSignal(this.form.valueChanges, { initialValue: this.form.value });
  protected readonly there = computed(() => this.held.find((held) => held.uuid === this.value().from)?.seeds ?? null);

  protected async send(): Promise<void> {
    const { all, seeds } = this.form.controls;
    // How many, when it is not all of them.
    seeds.setValidators(all.value ? null : Validators.required);
    seeds.updateValueAndValidity({ emitEvent: false });
    const written = await this.session.submit();
    if (written !== null) this.ref.close(written);
  }
}
