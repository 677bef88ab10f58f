import { Dialog } from '@angular/cdk/dialog';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { Schemas } from '@api/api';
import { Problem } from '@api/problem';
import { Outage } from '@ui/outage';
import { Words } from '@ui/words';
import { VIABILITY_WORDS } from './words';

/** The lot that is to be sown. */
export interface SizeOf {
  readonly lot: Pick<Schemas['SeedLot'], 'uuid' | 'code' | 'taxon'>;
  /** What one does with the number: sow, write it where the quantity is asked, or only read it. */
  readonly then: 'sow' | 'fill' | 'read';
}

/** « Combien semer ? », wherever it is asked. */
@Injectable({ providedIn: 'root' })
export class SowingSizes {
  private readonly dialog = inject(Dialog);
  private readonly outage = inject(Outage);
  private readonly words = inject(Words);

  /** The number of seeds that one takes, or null. */
  async ask(about: SizeOf): Promise<number | null> {
    try {
      const [{ SowingSizeDialog, SIZE_TITLE }] = await Promise.all([
        import('./sowing-size'),
        this.words.read(VIABILITY_WORDS),
      ]);
      const ref = this.dialog.open<number, SizeOf>(SowingSizeDialog, {
        ariaLabelledBy: SIZE_TITLE,
        // A keyboard that opens at once would hide the answer of a phone.
        autoFocus: 'first-heading',
        backdropClass: 'cdk-overlay-dark-backdrop',
        data: about,
      });
      return (await firstValueFrom(ref.closed)) ?? null;
    } catch (error) {
      this.outage.say(Problem.from(error));
      return null;
    }
  }
}
