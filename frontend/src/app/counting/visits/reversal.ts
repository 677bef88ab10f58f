import { Injectable, inject } from '@angular/core';
import { Api, answer, idempotent } from '@api/api';
import { Problem } from '@api/problem';
import { Confirm } from '@ui/confirm/confirm';
import { Outage } from '@ui/outage';
import { Toaster } from '@ui/toast/toaster';
import { Words } from '@ui/words';
import type { Owner } from '../shared/model';

/** Takes back a visit, with everything that was entered with it: its trace and the reason stay. */
@Injectable({ providedIn: 'root' })
export class Reversal {
  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  private readonly outage = inject(Outage);
  private readonly toaster = inject(Toaster);
  private readonly words = inject(Words);

  /** Was it taken back? `count` is any of its lines. */
  async ask({ kind, uuid }: Owner, count: string, date: string): Promise<boolean> {
    const reason = await this.confirm.ask({
      title: this.words.of('counting.reversal.title'),
      text: this.words.of('counting.reversal.text', { date }),
      reason: this.words.of('counting.reversal.reason'),
      suggestion: this.words.of('counting.reversal.suggestion'),
      yes: this.words.of('counting.reversal.yes'),
      danger: true,
    });
    if (reason === null) return false;
    try {
      await answer(
        this.api.POST(`/v1/${kind}/{uuid}/counts/{count}/reversal` as const, {
          params: { path: { uuid, count } },
          body: { reason },
          headers: idempotent(crypto.randomUUID()),
        }),
      );
      this.toaster.done(this.words.of('counting.reversal.done'));
      return true;
    } catch (error) {
      const problem = Problem.from(error);
      this.outage.say(problem);
      this.toaster.refused(problem);
      return false;
    }
  }
}
