import { Injectable, inject } from '@angular/core';
import { Problem } from '@api/problem';
import { Confirm } from '@ui/confirm/confirm';
import { Outage } from '@ui/outage';
import { Toaster } from '@ui/toast/toaster';
import { Words } from '@ui/words';
import { CultivationEvent, Cultivations } from '../cultivations-api';

/** Takes events back: their trace and the reason stay. */
@Injectable({ providedIn: 'root' })
export class Undo {
  private readonly cultivations = inject(Cultivations);
  private readonly confirm = inject(Confirm);
  private readonly outage = inject(Outage);
  private readonly toaster = inject(Toaster);
  private readonly words = inject(Words);

  /** Asks why, then takes it back with all that was entered with it. Was it? */
  async ask(cultivation: string, event: CultivationEvent): Promise<boolean> {
    const kind = this.words.code('event_kind', event.said.kind);
    const reason = await this.confirm.ask({
      title: this.words.of('cultivations.undo.title', { kind }),
      text: this.words.of('cultivations.undo.text'),
      reason: this.words.of('cultivations.undo.reason'),
      suggestion: this.words.of('cultivations.undo.suggestion'),
      yes: this.words.of('cultivations.undo.yes'),
      danger: true,
    });
    return reason !== null && (await this.now(cultivation, event.uuid, reason));
  }

  /** What was just done is taken back without a question. */
  async now(cultivation: string, event: string, reason = this.words.of('cultivations.undo.suggestion')): Promise<boolean> {
    try {
      await this.cultivations.reverse(cultivation, event, reason);
      this.toaster.done(this.words.of('cultivations.undo.done'));
      return true;
    } catch (error) {
      const problem = Problem.from(error);
      this.outage.say(problem);
      this.toaster.refused(problem);
      return false;
    }
  }
}
