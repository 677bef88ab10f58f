import { Injectable, inject } from '@angular/core';
import { Problem } from '@api/problem';
import { Session } from '@app/session';
import { Confirm } from '@ui/confirm/confirm';
import { Words } from '@ui/words';
import { Ask } from './consent';

/** Asks with a dialog whether to go further than the ledger lets by itself. */
@Injectable({ providedIn: 'root' })
export class AskConsent implements Ask {
  private readonly confirm = inject(Confirm);
  private readonly session = inject(Session);
  private readonly words = inject(Words);

  async overdraw(problem: Problem): Promise<boolean> {
    const answer = await this.confirm.ask({
      title: this.words.of('lots.overdraw.title'),
      text: problem.message,
      yes: this.words.of('lots.overdraw.yes'),
    });
    return answer !== null;
  }

  /** Only who has the right is asked; for the others the refusal stands. */
  async reserve(problem: Problem): Promise<string | null> {
    if (!this.session.can('V')) return null;
    return this.confirm.ask({
      title: this.words.of('lots.reserve.title'),
      text: problem.message,
      reason: this.words.of('lots.reserve.reason'),
      yes: this.words.of('lots.reserve.yes'),
      danger: true,
    });
  }
}
