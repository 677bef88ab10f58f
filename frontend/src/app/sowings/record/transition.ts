import { DIALOG_DATA, Dialog, DialogRef } from '@angular/cdk/dialog';
import { Component, Injectable, computed, inject, signal } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { Api, Schemas, answer, idempotent } from '@api/api';
import { Session } from '@app/session';
import { Field } from '@ui/form/field';
import { FORM_DIALOG, FormDialog } from '@ui/form/form-dialog';
import { Forms } from '@ui/form/form-session';
import { Segment, Segments } from '@ui/form/segments';
import { DayInput } from '@ui/pickers/day/day';
import { loaded } from '@ui/record/record-loader';
import { SowingRecord } from '../shared/model';
import { StockConsent } from '../shared/stock-consent';
import { seedsOf, stockEffect } from '../shared/stock-effect';
import { StockPreview } from '../shared/stock-preview';
import { StockWords } from '../shared/stock-words';
import { Act } from './acts';

interface Asked {
  readonly sowing: SowingRecord;
  readonly act: Act;
}

/** Brings a sowing to another state: says what it does, asks what it needs. */
@Injectable({ providedIn: 'root' })
export class Transitions {
  private readonly dialog = inject(Dialog);

  /** The sowing as it is now, or null when the user goes no further. */
  async ask(sowing: SowingRecord, act: Act): Promise<SowingRecord | null> {
    const ref = this.dialog.open<SowingRecord, Asked>(TransitionDialog, { ...FORM_DIALOG, data: { sowing, act } });
    return (await firstValueFrom(ref.closed)) ?? null;
  }
}

const OUTCOMES: readonly Segment[] = [
  { value: 'success', label: 'enum.outcome.success' },
  { value: 'partial', label: 'enum.outcome.partial' },
  { value: 'failure', label: 'enum.outcome.failure' },
  { value: 'abandoned', label: 'enum.outcome.abandoned' },
];

@Component({
  selector: 'ex-transition',
  imports: [ReactiveFormsModule, TranslatePipe, Field, FormDialog, Segments, DayInput, StockConsent, StockPreview],
  templateUrl: './transition.html',
})
export class TransitionDialog {
  private readonly api = inject(Api);
  private readonly ref = inject<DialogRef<SowingRecord>>(DialogRef);
  private readonly session = inject(Session);
  protected readonly sowing = inject<Asked>(DIALOG_DATA).sowing;
  protected readonly act = inject<Asked>(DIALOG_DATA).act;
  protected readonly outcomes = OUTCOMES;

  protected readonly form = inject(NonNullableFormBuilder).group({
    date: [this.act.dated ? this.session.today() : null, this.act.dated ? Validators.required : []],
    outcome: [null as Schemas['Outcome'] | null, this.act.needsOutcome ? Validators.required : []],
    reason: ['', this.act.needsReason ? Validators.required : []],
    confirm_overdraw: [false],
    reserve_override_reason: [null as string | null],
  });
  protected readonly send = inject(Forms).open({
    name: 'sowing-transition',
    // A draft of one change of one sowing: nothing of it is repeated for another.
    record: { uuid: `${this.sowing.uuid}:${this.act.to}`, version: this.sowing.version },
    form: this.form,
    save: (value: ReturnType<typeof this.form.getRawValue>, { key }) => {
      const body: Schemas['Transition'] = {
        to: this.act.to,
        date: value.date ?? undefined,
        outcome: value.outcome ?? undefined,
        reason: value.reason.trim() === '' ? undefined : value.reason,
        confirm_overdraw: value.confirm_overdraw,
        reserve_override_reason: value.reserve_override_reason?.trim() || undefined,
      };
      const path = { uuid: this.sowing.uuid };
      return answer(
        this.api.POST('/v1/sowings/{uuid}/transitions', { params: { path }, body, headers: idempotent(key) }),
      );
    },
  });

  protected readonly seeds = seedsOf({
    value: this.sowing.sown_value ?? null,
    unit: this.sowing.sown_unit,
    basis: this.sowing.sown_basis,
    perUnit: this.sowing.propagules_per_unit ?? null,
  });
  protected readonly place = this.sowing.source.place?.uuid ?? null;
  private readonly lotUuid = signal(
    this.act.takes && this.sowing.source.lot && 'uuid' in this.sowing.source.lot ? this.sowing.source.lot.uuid : null,
  );
  protected readonly lot = loaded(this.lotUuid, (uuid, signal) =>
    answer(this.api.GET('/v1/seed-lots/{uuid}', { params: { path: { uuid } }, signal })),
  );
  protected readonly effect = computed(() => {
    const lot = this.lot.value();
    return lot === null ? null : stockEffect(lot, this.place, this.seeds);
  });

  private readonly stock = inject(StockWords);
  protected readonly back = loaded(signal(this.act.givesBack ? this.sowing.uuid : null), (uuid) =>
    this.stock.toGiveBack(uuid),
  );

  protected async go(): Promise<void> {
    const done = await this.send.submit();
    if (done !== null) this.ref.close(done);
  }
}
