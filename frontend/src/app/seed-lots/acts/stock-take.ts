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
import { Segments } from '@ui/form/segments';
import { NumPipe } from '@ui/format';
import { DayInput } from '@ui/pickers/day/day';
import { NumberInput } from '@ui/pickers/number/number';
import { PlacePicker } from '@ui/pickers/place/place';
import { loaded } from '@ui/record/record-loader';
import { expectedAt } from '../record/ledger-lines';
import { Correction } from './correction';
import { LotAct } from './lot-act';
import { lotPlaces } from './lot-places';
import { KNOWN_BASES } from './quantity';
import { LotSubtitle } from './subtitle';

/** What is found of a lot in a place: the correction is shown before it is sent. */
@Component({
  selector: 'ex-stock-take',
  imports: [
    ReactiveFormsModule,
    TranslatePipe,
    NumPipe,
    Correction,
    Field,
    FormDialog,
    Segments,
    DayInput,
    NumberInput,
    PlacePicker,
    LotSubtitle,
  ],
  template: `
    <form [formGroup]="form" (ngSubmit)="send()" data-qa="stock-take">
      <ex-form-dialog title="lots.act.stock_take" submit="lots.stock_take.send" [session]="session">
        <ex-lot-subtitle exSubtitle [lot]="act.lot" />
        <ex-field label="lots.place" for="place" [control]="form.controls.place">
          @if (elsewhere()) {
            <ex-pick-place inputId="place" formControlName="place" />
          } @else {
            <select
              #known
              id="place"
              class="form-control"
              aria-describedby="place-error"
              [value]="value().place"
              (change)="at(known.value)"
            >
              @for (place of places; track place.uuid) {
                <option [value]="place.uuid" [selected]="place.uuid === value().place">
                  {{ place.label }} ({{ place.seeds === null ? ('record.unknown' | translate) : (place.seeds | num) }})
                </option>
              }
              <option value="">{{ 'lots.stock_take.elsewhere' | translate }}</option>
            </select>
          }
        </ex-field>
        <ex-field label="lots.stock_take.found" for="found" [control]="form.controls.observed_seeds">
          <ex-number class="big" inputId="found" formControlName="observed_seeds" integer [min]="0" />
        </ex-field>
        <ex-field label="lots.basis" for="basis" [control]="form.controls.basis">
          <ex-segments inputId="basis" formControlName="basis" [options]="bases" />
        </ex-field>
        @if (expected(); as expected) {
          <ex-correction [expected]="expected" [found]="value().observed_seeds ?? null" />
        }
        <ex-field label="lots.date" for="effective_date" [control]="form.controls.effective_date">
          <ex-day inputId="effective_date" formControlName="effective_date" />
        </ex-field>
        <ex-field label="lots.reason" for="reason" [control]="form.controls.reason">
          <input id="reason" class="form-control" formControlName="reason" aria-describedby="reason-error" />
        </ex-field>
        <p class="ex-muted small">{{ 'lots.stock_take.closes' | translate }}</p>
      </ex-form-dialog>
    </form>
  `,
  styles: `
    .big {
      font-size: 1.3em;
    }
  `,
})
export class StockTakeDialog {
  private readonly api = inject(Api);
  private readonly ref = inject<DialogRef<Schemas['Operation']>>(DialogRef);
  protected readonly act = inject<LotAct>(DIALOG_DATA);
  protected readonly bases = KNOWN_BASES;
  protected readonly places = lotPlaces(this.act.lot);

  protected readonly form = new FormGroup({
    place: new FormControl<string | null>(this.act.place ?? this.places[0]?.uuid ?? null, Validators.required),
    observed_seeds: new FormControl<number | null>(this.act.found?.seeds ?? null, Validators.required),
    basis: new FormControl<Schemas['NewStockTake']['basis']>(this.act.found?.basis ?? 'counted', {
      nonNullable: true,
      validators: Validators.required,
    }),
    effective_date: new FormControl<string | null>(inject(Session).today(), Validators.required),
    reason: new FormControl<string | null>(null),
  });
  protected readonly session = inject(Forms).open<ReturnType<typeof this.form.getRawValue>, Schemas['Operation']>({
    name: 'stock-take',
    about: this.act.lot.uuid,
    form: this.form,
    unique: ['place', 'observed_seeds', 'effective_date'],
    save: ({ place, observed_seeds, basis, effective_date, reason }, { key }) =>
      answer(
        this.api.POST('/v1/stock-movements/stock-takes', {
          body: {
            lot: this.act.lot.uuid,
            place: place ?? '',
            observed_seeds: observed_seeds ?? 0,
            basis,
            effective_date,
            reason,
          },
          headers: idempotent(key),
        }),
      ),
  });
  protected readonly value = toSignal(this.form.valueChanges, { initialValue: this.form.value });
  /** A place where the ledger has nothing of this lot. */
  protected readonly elsewhere = computed(() => !this.places.some((place) => place.uuid === this.value().place));

  private readonly ledger = loaded(computed(() => this.act.lot.uuid), (uuid, signal) =>
    answer(this.api.GET('/v1/seed-lots/{uuid}/ledger', { params: { path: { uuid } }, signal })),
  );
  protected readonly expected = computed(() => {
    const [ledger, { place, effective_date: day }] = [this.ledger.value(), this.value()];
    return ledger !== null && place && day ? expectedAt(ledger, place, day) : null;
  });

  protected at(place: string): void {
    const { controls } = this.form;
    controls.place.setValue(place === '' ? null : place);
    controls.place.markAsDirty();
  }

  protected async send(): Promise<void> {
    const written = await this.session.submit();
    if (written !== null) this.ref.close(written);
  }
}
