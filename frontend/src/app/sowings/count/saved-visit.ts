import { Injectable, inject } from '@angular/core';
import type { Schemas } from '@api/api';
import { formatDay } from '@ui/format';
import { Toaster } from '@ui/toast/toaster';
import { Words } from '@ui/words';
import { Reversal } from '../shared/reversal';

/** Says that a visit is saved, with a way to take it back whole. */
@Injectable({ providedIn: 'root' })
export class SavedVisit {
  private readonly reversal = inject(Reversal);
  private readonly toaster = inject(Toaster);
  private readonly words = inject(Words);

  say(sowing: string, { counts }: Schemas['CountOperation'], undone: () => void): void {
    const [first] = counts;
    if (first === undefined) return;
    const date = formatDay(first.count_date);
    this.toaster.done(this.words.of('sowings.visit.saved', { date, facts: this.facts(counts) }), () => {
      void this.reversal.ask(sowing, first.uuid, date).then((isUndone) => {
        if (isUndone) undone();
      });
    });
  }

  private facts(counts: readonly Schemas['Count'][]): string {
    const sum = (value: (count: Schemas['Count']) => number | null | undefined): number =>
      counts.reduce((total, count) => total + (value(count) ?? 0), 0);
    const dead = sum((count) => count.dead);
    return [
      this.words.many('sowings.emerged', sum((count) => count.emerged)),
      ...(dead > 0 ? [this.words.many('sowings.figure.dead', dead)] : []),
    ].join(', ');
  }
}
