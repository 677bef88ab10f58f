import { Component, inject, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Schemas } from '@api/api';
import { Session } from '@app/session';
import { CodePipe, DayPipe, NumPipe } from '@ui/format';
import { Loaded } from '@ui/record/record-loader';
import { LotActs } from '../acts/lot-acts';

/** The weighings of a lot with what the service computes from each, or why it cannot. */
@Component({
  selector: 'ex-weighings',
  imports: [TranslatePipe, CodePipe, DayPipe, NumPipe],
  templateUrl: './weighings.html',
  styleUrl: './weighings.css',
})
export class Weighings {
  protected readonly acts = inject(LotActs);
  protected readonly session = inject(Session);
  readonly lot = input.required<Schemas['SeedLot']>();
  readonly weighings = input.required<Loaded<Schemas['Page_Weighing']>>();
  readonly open = input(false);
  /** A weighing changed. */
  readonly weighed = input.required<() => void>();
  /** The stock changed. */
  readonly changed = input.required<() => void>();

  /** Why a figure is null. */
  protected missing(weighing: Schemas['Weighing'], figure: string): Schemas['NoFigure'] | undefined {
    return weighing.results.missing.find((one) => one.figure === figure)?.reason;
  }

  /** The number that was weighed becomes what is found in a stock-take. */
  protected takeAsStock(seeds: number): void {
    void this.acts.takeStock({ lot: this.lot(), found: { seeds, basis: 'weighed' } }, this.changed());
  }
}
