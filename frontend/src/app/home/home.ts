import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Api, Schemas, answer } from '@api/api';
import { CodePipe, DayPipe, NumPipe, RatePipe } from '@ui/format';
import { loaded } from '@ui/record/record-loader';
import { Session } from '../session';
import { Figure } from './figure';

const SHOWN = 6;

/** What waits today: counts that are due, lots that run low, what was sown last. Figures lead to their lists. */
@Component({
  selector: 'ex-home',
  imports: [NgTemplateOutlet, RouterLink, TranslatePipe, CodePipe, DayPipe, NumPipe, RatePipe, Figure],
  templateUrl: './home.html',
  styleUrl: './home.css',
})
export class Home {
  private readonly api = inject(Api);
  protected readonly session = inject(Session);
  /** Nothing is read before one knows who asks. */
  private readonly who = computed(() => this.session.me()?.id_role);
  /** What comes takes the place that is kept for it. */
  protected readonly lines = Array.from({ length: SHOWN }, (_, n) => n);
  protected readonly today = this.session.today;

  protected readonly due = loaded(this.who, (_, signal) =>
    this.sowings({ due_by: this.today(), sort: 'next_count_due', count: true }, signal),
  );
  /** Shown only when some wait. */
  protected readonly tests = loaded(this.who, (_, signal) => {
    const query = { due_by: this.today(), state: ['running' as const], sort: 'next_count_due', limit: SHOWN };
    return answer(this.api.GET('/v1/seed-tests', { params: { query }, signal }));
  });
  protected readonly emerging = loaded(this.who, (_, signal) =>
    this.sowings({ state: ['emerging'], limit: 1, count: true }, signal),
  );
  protected readonly recent = loaded(this.who, (_, signal) => this.sowings({ sort: '-created' }, signal));
  protected readonly low = loaded(this.who, (_, signal) =>
    this.lots({ below_threshold: true, min_seeds: 1, sort: 'balance', count: true }, signal),
  );
  protected readonly unknown = loaded(this.who, (_, signal) =>
    this.lots({ unknown_balance: true, limit: 1, count: true }, signal),
  );

  private sowings(
    query: { due_by?: string; state?: Schemas['State'][]; sort?: string; limit?: number; count?: boolean },
    signal: AbortSignal,
  ): Promise<Schemas['Page_Sowing']> {
    return answer(this.api.GET('/v1/sowings', { params: { query: { limit: SHOWN, ...query } }, signal }));
  }

  private lots(
    query: { below_threshold?: boolean; min_seeds?: number; unknown_balance?: boolean; sort?: string; limit?: number; count?: boolean },
    signal: AbortSignal,
  ): Promise<Schemas['Page_SeedLotItem']> {
    return answer(this.api.GET('/v1/seed-lots', { params: { query: { limit: SHOWN, ...query } }, signal }));
  }
}
