import { Injectable } from '@angular/core';
import { laterService } from '../later';

export interface Question {
  readonly title: string;
  readonly text: string;
  /** The word of the button that does it. */
  readonly yes: string;
  readonly danger?: boolean;
  /** A reason must be typed, under this label. */
  readonly reason?: string;
  /** The reason most often given, to be changed or kept. */
  readonly suggestion?: string;
}

/** Asks before what cannot be taken back, or what needs a reason. */
@Injectable({ providedIn: 'root' })
export class Confirm {
  private readonly dialogs = laterService(() => import('./confirm-dialog').then((m) => m.ConfirmDialogs));

  /** The reason typed (empty when none was asked), or null when the user goes no further. */
  async ask(question: Question): Promise<string | null> {
    const dialogs = await this.dialogs();
    return dialogs === null ? null : dialogs.ask(question);
  }
}
