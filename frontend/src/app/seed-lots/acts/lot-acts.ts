import { Dialog } from '@angular/cdk/dialog';
import { ComponentType } from '@angular/cdk/overlay';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { Api, Schemas, answer, idempotent, ifMatch } from '@api/api';
import { Problem } from '@api/problem';
import { Confirm } from '@ui/confirm/confirm';
import { FORM_DIALOG } from '@ui/form/form-dialog';
import { Outage } from '@ui/outage';
import { Toaster } from '@ui/toast/toaster';
import { Words } from '@ui/words';
import { CheckAct, HumidityCheckDialog } from './humidity-check';
import { LotAct } from './lot-act';
import { MovementDialog } from './movement';
import { DryingAct, RedryingDialog } from './redrying';
import { StockTakeDialog } from './stock-take';
import { TransferDialog } from './transfer';
import { WeighingAct, WeighingDialog } from './weighing';

type Operation = Schemas['Operation'];

/** What one does to a lot. Each act answers whether something was written: the screen then reads again. */
@Injectable({ providedIn: 'root' })
export class LotActs {
  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  private readonly dialog = inject(Dialog);
  private readonly outage = inject(Outage);
  private readonly toaster = inject(Toaster);
  private readonly words = inject(Words);

  move(act: LotAct, changed: () => void): Promise<void> {
    return this.write(MovementDialog, act, 'lots.movement.done', changed);
  }

  transfer(act: LotAct, changed: () => void): Promise<void> {
    return this.write(TransferDialog, act, 'lots.transfer.done', changed);
  }

  takeStock(act: LotAct, changed: () => void): Promise<void> {
    return this.write(StockTakeDialog, act, 'lots.stock_take.done', changed);
  }

  async weigh(act: WeighingAct, changed: () => void): Promise<void> {
    const weighing = await this.open<Schemas['Weighing']>(WeighingDialog, act);
    if (weighing === undefined) return;
    changed();
    this.toaster.done(this.words.of('lots.weighing.done'));
  }

  deleteWeighing(lot: string, weighing: Schemas['Weighing'], changed: () => void): Promise<void> {
    return this.delete('lots.weighing.delete_title', changed, () =>
      this.api.DELETE('/v1/seed-lots/{uuid}/weighings/{weighing}', {
        params: { path: { uuid: lot, weighing: weighing.uuid } },
        headers: ifMatch(weighing.version),
      }),
    );
  }

  async checkHumidity(act: CheckAct, changed: () => void): Promise<void> {
    const check = await this.open<Schemas['HumidityCheck']>(HumidityCheckDialog, act);
    if (check === undefined) return;
    changed();
    this.toaster.done(this.words.of('lots.humidity.done'));
  }

  async dry(act: DryingAct, changed: () => void): Promise<void> {
    const drying = await this.open<Schemas['Redrying']>(RedryingDialog, act);
    if (drying === undefined) return;
    changed();
    this.toaster.done(this.words.of('lots.redrying.done'));
  }

  deleteCheck(lot: string, check: Schemas['HumidityCheck'], changed: () => void): Promise<void> {
    return this.delete('lots.humidity.delete_title', changed, () =>
      this.api.DELETE('/v1/seed-lots/{uuid}/humidity-checks/{check}', {
        params: { path: { uuid: lot, check: check.uuid } },
        headers: ifMatch(check.version),
      }),
    );
  }

  deleteDrying(lot: string, drying: Schemas['Redrying'], changed: () => void): Promise<void> {
    return this.delete('lots.redrying.delete_title', changed, () =>
      this.api.DELETE('/v1/seed-lots/{uuid}/dryings/{drying}', {
        params: { path: { uuid: lot, drying: drying.uuid } },
        headers: ifMatch(drying.version),
      }),
    );
  }

  /** Takes back the act of a movement, once its reason is typed. */
  async reverse(movement: string, changed: () => void): Promise<void> {
    const reason = await this.confirm.ask({
      title: this.words.of('lots.reversal.title'),
      text: this.words.of('lots.reversal.text'),
      reason: this.words.of('lots.reversal.reason'),
      yes: this.words.of('lots.reversal.yes'),
      danger: true,
    });
    if (reason !== null) await this.sendReversal(movement, reason, changed);
  }

  private async write(
    dialog: ComponentType<unknown>,
    act: LotAct,
    done: string,
    changed: () => void,
  ): Promise<void> {
    const written = await this.open<Operation>(dialog, act);
    if (written === undefined) return;
    changed();
    const [first] = written.movements;
    if (first === undefined) return;
    this.toaster.done(this.words.of(done), () => {
      void this.sendReversal(first.uuid, this.words.of('lots.reversal.at_once'), changed);
    });
  }

  private sendReversal(uuid: string, reason: string, changed: () => void): Promise<void> {
    return this.attempt(
      () =>
        answer(
          this.api.POST('/v1/stock-movements/{uuid}/reversal', {
            params: { path: { uuid } },
            body: { reason },
            headers: idempotent(crypto.randomUUID()),
          }),
        ),
      changed,
      'lots.reversal.done',
    );
  }

  private async delete(title: string, changed: () => void, send: () => Promise<unknown>): Promise<void> {
    const sure = await this.confirm.ask({
      title: this.words.of(title),
      text: this.words.of('record.delete_text'),
      yes: this.words.of('action.delete'),
      danger: true,
    });
    if (sure !== null) await this.attempt(send, changed);
  }

  private async attempt(send: () => Promise<unknown>, changed: () => void, done?: string): Promise<void> {
    try {
      await send();
      changed();
      if (done !== undefined) this.toaster.done(this.words.of(done));
    } catch (error) {
      const problem = Problem.from(error);
      this.outage.say(problem);
      this.toaster.refused(problem);
      if (problem.status === 412) changed();
    }
  }

  private open<R>(dialog: ComponentType<unknown>, data: LotAct): Promise<R | undefined> {
    return firstValueFrom(this.dialog.open<R>(dialog, { ...FORM_DIALOG, data }).closed);
  }
}
