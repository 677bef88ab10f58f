import { Injectable, inject } from '@angular/core';
import { Api, answer, idempotent } from '@api/api';
import { Transitions } from '@app/counting/record/transition';
import { StockWords } from '@app/counting/stock/stock-words';
import { Toaster } from '@ui/toast/toaster';
import { Words } from '@ui/words';
import type { SeedTestRecord } from '../shared/model';
import type { Act } from './acts';

/** Brings a test to another state, and says what that did to its lot. */
@Injectable({ providedIn: 'root' })
export class ChangeState {
  private readonly api = inject(Api);
  private readonly stock = inject(StockWords);
  private readonly toaster = inject(Toaster);
  private readonly transitions = inject(Transitions);
  private readonly words = inject(Words);

  /** The test as it is now, or null when the user goes no further. */
  async ask(test: SeedTestRecord, act: Act): Promise<SeedTestRecord | null> {
    const { uuid, code, version, lot, source_place, seeds } = test;
    const now = await this.transitions.ask<SeedTestRecord>({
      uuid,
      code,
      version,
      act,
      out:
        act.takes && 'uuid' in lot ? { lot: lot.uuid, place: source_place?.uuid ?? null, seeds: seeds ?? null } : null,
      send: ({ date, reason, confirm_overdraw, reserve_override_reason }, key) =>
        answer(
          this.api.POST('/v1/seed-tests/{uuid}/transitions', {
            params: { path: { uuid } },
            body: { to: act.to, date, reason, confirm_overdraw, reserve_override_reason },
            headers: idempotent(key),
          }),
        ),
    });
    if (now !== null) this.toaster.done(await this.said(now, act));
    return now;
  }

  /** What was done, and what it did to the lot. */
  private async said(now: SeedTestRecord, act: Act): Promise<string> {
    const state = this.words.code('test_state', now.state).toLowerCase();
    const done = this.words.of('seed_tests.act.done', { code: now.code, state });
    try {
      const taken = act.takes ? await this.stock.taken(now.uuid) : null;
      const back = act.givesBack ? await this.stock.givenBack(now.uuid) : null;
      return [done, taken, back].filter((text) => text !== null).join(' ');
    } catch {
      // It is done all the same; the lot's page says what it did.
      return done;
    }
  }
}
