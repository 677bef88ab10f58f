import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Api, Schemas, answer } from '@api/api';
import { CodePipe, DayPipe, NumPipe } from '@ui/format';
import { Fact, Facts } from '@ui/record/facts';
import { loaded } from '@ui/record/record-loader';
import { LotActs } from '../acts/lot-acts';
import { CheckLine } from './check-line';
import { DryingLine } from './drying-line';
import { PeriodCard } from './period-card';
import { StandingCard } from './standing-card';

type Check = Schemas['HumidityCheck'];
type Redrying = Schemas['Redrying'];

/** The conditions a lot lives in, and those it lived through: places, humidity checks, dryings. */
@Component({
  selector: 'ex-lot-conditions',
  imports: [RouterLink, TranslatePipe, CodePipe, DayPipe, NumPipe, Facts, Fact, CheckLine, DryingLine, PeriodCard, StandingCard],
  templateUrl: './lot-conditions.html',
  styleUrl: './lot-conditions.css',
})
export class LotConditions {
  private readonly api = inject(Api);
  protected readonly acts = inject(LotActs);
  readonly lot = input.required<Schemas['SeedLot']>();
  /** What its stock is made of: when it changes, so do the places. */
  readonly ledger = input<unknown>(null);
  /** It may be changed. */
  readonly open = input(false);
  /** Something was written: the ledger is read again, then what is here. */
  readonly changed = input.required<() => void>();

  protected readonly conditions = loaded(
    computed(() => this.lot().uuid),
    (uuid, signal) => answer(this.api.GET('/v1/seed-lots/{uuid}/conditions', { params: { path: { uuid } }, signal })),
  );
  protected readonly current = computed(() => this.conditions.value()?.current ?? null);

  constructor() {
    let known: unknown = null;
    effect(() => {
      const ledger = this.ledger();
      // What is shown stays while it is read again.
      if (known !== null && ledger !== known) untracked(() => this.conditions.refresh());
      known = ledger;
    });
  }

  /** Why a figure is null. */
  protected missing(figure: string): Schemas['Unknown'] | undefined {
    return this.current()?.missing.find((one) => one.figure === figure)?.reason;
  }

  protected check(): void {
    void this.acts.checkHumidity({ lot: this.lot() }, this.changed());
  }

  protected edit(check: Check): void {
    void this.acts.checkHumidity({ lot: this.lot(), check }, this.changed());
  }

  protected remove(check: Check): void {
    void this.acts.deleteCheck(this.lot().uuid, check, this.changed());
  }

  protected dry(): void {
    void this.acts.dry({ lot: this.lot() }, this.changed());
  }

  protected editDrying(drying: Redrying): void {
    void this.acts.dry({ lot: this.lot(), drying }, this.changed());
  }

  protected removeDrying(drying: Redrying): void {
    void this.acts.deleteDrying(this.lot().uuid, drying, this.changed());
  }
}
