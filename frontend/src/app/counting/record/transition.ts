import { DIALOG_DATA, Dialog, DialogRef } from '@angular/cdk/dialog';
import { Component, Injectable, computed, inject, signal } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { Api, Schemas, answer } from '@api/api';
import { Session } from '@app/session';
import { Field } from '@ui/form/field';
import { FORM_DIALOG, FormDialog } from '@ui/form/form-dialog';
import { Forms } from '@ui/form/form-session';
import { Segment, Segments } from '@ui/form/segments';
import { DayInput } from '@ui/pickers/day/day';
import { loaded } from '@ui/record/record-loader';
import { StockConsent } from '../stock/stock-consent';
import { stockEffect } from '../stock/stock-effect';
import { StockPreview } from '../stock/stock-preview';
import { StockWords } from '../stock/stock-words';
import type { Act } from './acts';

/** What a transition says. */
export interface TransitionValue {
  readonly date?: string;
  readonly outcome?: Schemas['Outcome'];
  readonly reason?: string;
  readonly confirm_overdraw: boolean;
  readonly reserve_override_reason?: string;
}

export interface Asked<R> {
  readonly uuid: string;
  readonly code: string;
  readonly version: number;
  readonly act: Act;
  /** What leaves a lot, when the act takes it. */
  readonly out: { readonly lot: string; readonly place: string | null; readonly seeds: number | null } | null;
  readonly send: (value: TransitionValue, key: string) => Promise<R>;
}

/** Brings a record to another state: says what it does, asks what it needs. */
@Injectable({ providedIn: 'root' })
export class Transitions {
  private readonly dialog = inject(Dialog);

  /** The record as it is now, or null when the user goes no further. */
  async ask<R>(asked: Asked<R>): Promise<R | null> {
    const ref = this.dialog.open<R, Asked<R>>(TransitionDialog, { ...FORM_DIALOG, data: asked });
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
  private readonly ref = inject<DialogRef<unknown>>(DialogRef);
  private readonly session = inject(Session);
  protected readonly asked = inject<Asked<unknown>>(DIALOG_DATA);
  protected readonly act = this.asked.act;
  protected readonly outcomes = OUTCOMES;

  protected readonly form = inject(NonNullableFormBuilder).group({
    date: [this.act.dated ? this.session.today() : null, this.act.dated ? Validators.required : []],
    outcome: [null as Schemas['Outcome'] | null, this.act.needsOutcome ? Validators.required : []],
    reason: ['', this.act.needsReason ? Validators.required : []],
    confirm_overdraw: [false],
    reserve_override_reason: [null as string | null],
  });
  protected readonly send = inject(Forms).open({
    name: 'transition',
    // A draft of one change of one record: nothing of it is repeated for another.
    record: { uuid: `${this.asked.uuid}:${this.act.to}`, version: this.asked.version },
    form: this.form,
    save: (value: ReturnType<typeof this.form.getRawValue>, { key }) =>
      this.asked.send(
        {
          date: value.date ?? undefined,
          outcome: value.outcome ?? undefined,
          reason: value.reason.trim() === '' ? undefined : value.reason,
          confirm_overdraw: value.confirm_overdraw,
          reserve_override_reason: value.reserve_override_reason?.trim() || undefined,
        },
        key,
      ),
  });

  private readonly lotUuid = signal(this.asked.out?.lot ?? null);
  protected readonly lot = loaded(this.lotUuid, (uuid, signal) =>
    answer(this.api.GET('/v1/seed-lots/{uuid}', { params: { path: { uuid } }, signal })),
  );
  protected readonly effect = computed(() => {
    const lot = this.lot.value();
    return lot === null ? null : stockEffect(lot, this.asked.out?.place ?? null, this.asked.out?.seeds ?? null);
  });

  private readonly stock = inject(StockWords);
  protected readonly back = loaded(signal(this.act.givesBack ? this.asked.uuid : null), (uuid) =>
    this.stock.toGiveBack(uuid),
  );

  protected async go(): Promise<void> {
    const done = await this.send.submit();
    if (done !== null) this.ref.close(done);
  }
}
