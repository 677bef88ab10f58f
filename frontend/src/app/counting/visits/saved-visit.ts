import { Injectable, inject } from '@angular/core';
import type { Schemas } from '@api/api';
import { formatDay } from '@ui/format';
import { Toaster } from '@ui/toast/toaster';
import { Words } from '@ui/words';
import type { Owner } from '../shared/model';
import { Reversal } from './reversal';

/** Says that a visit is saved, with a way to take it back whole. */
@Injectable({ providedIn: 'root' })
export class SavedVisit {
  private readonly reversal = inject(Reversal);
  private readonly toaster = inject(Toaster);
  private readonly words = inject(Words);

  /** `facts` is what was seen, `9 levées, 1 morte`. */
  say(owner: Owner, { counts }: Schemas['CountOperation'], facts: string, undone: () => void): void {
    const [first] = counts;
    if (first === undefined) return;
    const date = formatDay(first.count_date);
    this.toaster.done(this.words.of('counting.visit.saved', { date, facts }), () => {
      void this.reversal.ask(owner, first.uuid, date).then((isUndone) => {
        if (isUndone) undone();
      });
    });
  }
}
