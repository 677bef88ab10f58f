import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, effect, inject, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { TranslatePipe } from '@ngx-translate/core';
import { Api, Schemas, answer, idempotent } from '@api/api';
import { Session } from '@app/session';
import { Field } from '@ui/form/field';
import { FormDialog } from '@ui/form/form-dialog';
import { Forms } from '@ui/form/form-session';
import { CodePipe, ManyPipe, NumPipe } from '@ui/format';
import { DayInput } from '@ui/pickers/day/day';
import { NumberInput } from '@ui/pickers/number/number';
import { ObserverPicker } from '@ui/pickers/people/observer';
import { PartnerPicker } from '@ui/pickers/partner/partner';
import { PlacePicker } from '@ui/pickers/place/place';
import { AskConsent } from './ask-consent';
import { withConsent } from './consent';
import { LotAct } from './lot-act';
import { lotPlaces } from './lot-places';
import { ENTRIES, EXITS, hasPartner, isEntry } from './movement-kinds';
import { Quantity } from './quantity';
import { LotSubtitle } from './subtitle';

type NewMovement = Schemas['NewMovement'];

/** Seeds that come in or go out by hand. */
@Component({
  selector: 'ex-movement',
  imports: [
    ReactiveFormsModule,
    TranslatePipe,
    CodePipe,
    ManyPipe,
    NumPipe,
    Field,
    FormDialog,
    DayInput,
    NumberInput,
    ObserverPicker,
    PartnerPicker,
    PlacePicker,
    Quantity,
    LotSubtitle,
  ],
  templateUrl: './movement.html',
  styleUrl: './movement.css',
})
export class MovementDialog {
  private readonly api = inject(Api);
  private readonly ask = inject(AskConsent);
  private readonly ref = inject<DialogRef<Schemas['Operation']>>(DialogRef);
  private readonly user = inject(Session);
  protected readonly act = inject<LotAct>(DIALOG_DATA);
  protected readonly exits = EXITS;
  protected readonly entries = ENTRIES;
  protected readonly held = lotPlaces(this.act.lot, true);
  private readonly first = this.act.lot.balance.reason === 'no_movement';

  protected readonly form = new FormGroup({
    kind: new FormControl<NewMovement['kind'] | null>(this.first ? 'initial_entry' : null, Validators.required),
    place: new FormControl<string | null>(this.act.place ?? this.held[0]?.uuid ?? null, Validators.required),
    takes_all: new FormControl(false, { nonNullable: true }),
    seeds: new FormControl<number | null>(null, Validators.required),
    basis: new FormControl<Schemas['Basis']>('counted', { nonNullable: true, validators: Validators.required }),
    effective_date: new FormControl<string | null>(this.user.today(), Validators.required),
    mass_g: new FormControl<number | null>(null),
    partner: new FormControl<string | null>(null),
    id_actor: new FormControl<number | null>(this.user.me()?.id_role ?? null),
    reason: new FormControl<string | null>(null),
  });
  protected readonly session = inject(Forms).open<ReturnType<typeof this.form.getRawValue>, Schemas['Operation']>({
    name: 'movement',
    about: this.act.lot.uuid,
    form: this.form,
    unique: ['place', 'seeds', 'takes_all', 'mass_g', 'effective_date'],
    save: (value, { key }) =>
      withConsent(
        key,
        (consent, key) =>
          answer(
            this.api.POST('/v1/stock-movements', {
              body: { ...this.body(value), ...consent },
              headers: idempotent(key),
            }),
          ),
        this.ask,
      ),
  });

  private readonly value = toSignal(this.form.valueChanges, { initialValue: this.form.value });
  protected readonly entering = computed(() => isEntry(this.value().kind ?? null));
  protected readonly withPartner = computed(() => hasPartner(this.value().kind ?? null));
  protected readonly takesAll = computed(() => !this.entering() && this.value().takes_all === true);
  /** What will be left there, when both numbers are known. */
  protected readonly left = computed(() => {
    const { seeds, place, kind } = this.value();
    const there = this.held.find((held) => held.uuid === place)?.seeds ?? (this.entering() ? 0 : null);
    if (!kind || seeds == null || there === null || this.takesAll()) return null;
    return there + (this.entering() ? seeds : -seeds);
  });
  /** Only who has the right goes below the reserve: the others are told so. */
  protected readonly needsRight = computed(
    () => this.session.problem()?.kind === 'stock_reserve_kept' && !this.user.can('V'),
  );

  constructor() {
    effect(() => {
      const [all, entering] = [this.takesAll(), this.entering()];
      untracked(() => {
        const { seeds, basis, place } = this.form.controls;
        if (all) seeds.disable({ emitEvent: false });
        else if (basis.value !== 'unknown') seeds.enable({ emitEvent: false });
        if (!entering && !this.held.some((held) => held.uuid === place.value)) place.setValue(this.held[0]?.uuid ?? null);
      });
    });
  }

  protected async send(): Promise<void> {
    const written = await this.session.submit();
    if (written !== null) this.ref.close(written);
  }

  private body(value: ReturnType<typeof this.form.getRawValue>): NewMovement {
    const all = !isEntry(value.kind) && value.takes_all;
    return {
      lot: this.act.lot.uuid,
      place: value.place ?? '',
      kind: value.kind ?? 'other',
      takes_all: all,
      seeds: all || value.basis === 'unknown' ? null : value.seeds,
      basis: all ? 'unknown' : value.basis,
      effective_date: value.effective_date,
      mass_g: value.mass_g,
      partner: hasPartner(value.kind) ? value.partner : null,
      id_actor: value.id_actor,
      reason: value.reason,
    };
  }
}
