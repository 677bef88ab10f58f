import { Injectable, inject } from '@angular/core';
import { Api, answer } from '@api/api';
import { Words } from '@ui/words';
import type { Movement } from '../shared/model';

/** What takes seeds out of a lot; a correction of its inventory may go with it. */
const TAKING: readonly Movement['kind'][] = ['sowing', 'germination_test', 'viability_test'];

/** What a sowing or a test took from its lot, or gave back to it, in words; read from the stock itself. */
@Injectable({ providedIn: 'root' })
export class StockWords {
  private readonly api = inject(Api);
  private readonly words = inject(Words);

  /** `100 semences ont quitté le lot L2022_0094.`; null when nothing did. */
  async taken(cause: string): Promise<string | null> {
    return this.say(await this.standing(cause), 'counting.stock.taken');
  }

  /** `100 semences reviendront dans le lot L2022_0094 (Boîte 3).`; null when nothing would. */
  async toGiveBack(cause: string): Promise<string | null> {
    return this.say(await this.standing(cause), 'counting.stock.will_return');
  }

  /** `100 semences sont revenues dans le lot L2022_0094.`; null when nothing did. */
  async givenBack(cause: string): Promise<string | null> {
    const legs = (await this.legs(cause)).filter((leg) => leg.reverses && (leg.seeds ?? 1) > 0);
    return this.say(legs, 'counting.stock.returned');
  }

  private async standing(cause: string): Promise<Movement[]> {
    return (await this.legs(cause)).filter((leg) => TAKING.includes(leg.kind) && !leg.reversed_by);
  }

  private async legs(cause: string): Promise<readonly Movement[]> {
    return (await answer(this.api.GET('/v1/stock-movements', { params: { query: { cause, limit: 100 } } }))).items;
  }

  private say(legs: readonly Movement[], key: Sentence): string | null {
    const [first] = legs;
    if (first === undefined) return null;
    const facts = { lot: first.lot.code, place: first.place.label };
    const seeds = legs.reduce<number | null>(
      (sum, leg) => (sum === null || leg.seeds === null || leg.seeds === undefined ? null : sum + Math.abs(leg.seeds)),
      0,
    );
    return seeds === null ? this.words.of(UNKNOWN[key], facts) : this.words.many(key, seeds, facts);
  }
}

type Sentence = 'counting.stock.taken' | 'counting.stock.will_return' | 'counting.stock.returned';

const UNKNOWN: Readonly<Record<Sentence, string>> = {
  'counting.stock.taken': 'counting.stock.taken_unknown',
  'counting.stock.will_return': 'counting.stock.will_return_unknown',
  'counting.stock.returned': 'counting.stock.returned_unknown',
};
