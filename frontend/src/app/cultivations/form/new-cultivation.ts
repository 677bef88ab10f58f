import { Component, computed, inject, input, linkedSignal, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { FormControl, ReactiveFormsModule } from '@angular/forms';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { CodePipe, ManyPipe } from '@ui/format';
import { loaded } from '@ui/record/record-loader';
import { MaterialPicker } from '@ui/pickers/material/material';
import { Cultivations, Source } from '../cultivations-api';
import type { Kind } from '../event/kinds';
import type { Pool } from '../event/said-form';
import { FirstEvent } from './first-event';

/** Begins a cultivation: from a sowing or a test by pricking out, from a material, from another cultivation. */
@Component({
  selector: 'ex-new-cultivation',
  imports: [RouterLink, ReactiveFormsModule, TranslatePipe, CodePipe, ManyPipe, MaterialPicker, FirstEvent],
  template: `
    <section class="ex-page">
      <a class="back" routerLink="/cultivations">
        <i class="fa fa-arrow-left" aria-hidden="true"></i> {{ 'nav.cultivations' | translate }}
      </a>
      <h1>{{ (isSeedlings() ? 'cultivations.prick_out' : 'cultivations.add') | translate }}</h1>
      @if (source() === null) {
        <p>{{ 'cultivations.from_where' | translate }}</p>
        <label for="cultivation-material" id="cultivation-material-label"><strong>{{ 'cultivations.material' | translate }}</strong></label>
        <ex-pick-material inputId="cultivation-material" [formControl]="picked" />
      } @else {
        @if (known.value(); as known) {
          @if (known.others.length > 0) {
            <p>{{ 'cultivations.existing' | translate }}</p>
            <ul class="others">
              @for (other of known.others; track other.uuid) {
                <li>
                  <a class="btn btn-outline-primary" [routerLink]="['/cultivations', other.uuid, 'event', 'addition']" [attr.data-qa]="'add-to-' + other.code">
                    {{ other.code }} · {{ other.tally.alive | many: 'cultivations.alive' }}
                  </a>
                </li>
              }
            </ul>
          }
          @if (kinds().length > 1) {
            <div class="kinds" role="group" [attr.aria-label]="'cultivations.how' | translate">
              @for (one of kinds(); track one) {
                <button
                  type="button"
                  class="btn"
                  [class.btn-primary]="one === kind()"
                  [class.btn-outline-primary]="one !== kind()"
                  [attr.aria-pressed]="one === kind()"
                  [attr.data-qa]="'first-' + one"
                  (click)="kind.set(one)"
                >
                  {{ one | code: 'event_kind' }}
                </button>
              }
            </div>
          }
          @for (one of [kind()]; track one) {
            <ex-first-event [kind]="one" [source]="known.source" [pools]="known.pools" (made)="go($event)" />
          }
        } @else if (known.problem(); as problem) {
          <div class="alert alert-warning" role="alert">{{ problem.document?.detail ?? ('shell.unreachable_detail' | translate) }}</div>
        } @else {
          <p class="ex-muted" aria-busy="true">{{ 'list.loading' | translate }}</p>
        }
      }
    </section>
  `,
  styles: `
    .others {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5em;
      padding: 0;
      list-style: none;
    }
    .kinds {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5em;
      margin-bottom: 0.8em;
    }
    .btn {
      min-height: 44px;
    }
  `,
})
export class NewCultivationPage {
  private readonly cultivations = inject(Cultivations);
  private readonly router = inject(Router);
  private readonly first = viewChild(FirstEvent);
  readonly sowing = input<string>();
  readonly seed_test = input<string>();
  readonly material = input<string>();
  readonly cultivation = input<string>();
  protected readonly picked = new FormControl<string | null>(null);

  protected readonly source = computed<Source | null>(() => {
    const source = { sowing: this.sowing(), seed_test: this.seed_test(), material: this.material(), cultivation: this.cultivation() };
    return Object.values(source).some((uuid) => uuid !== undefined) ? source : null;
  });
  protected readonly isSeedlings = computed(() => this.sowing() !== undefined || this.seed_test() !== undefined);
  protected readonly kinds = computed<readonly Kind[]>(() => {
    if (this.isSeedlings()) return ['pricking_out'];
    return this.cultivation() === undefined ? ['initial'] : ['division', 'cutting', 'self_sown'];
  });
  protected readonly kind = linkedSignal<Kind>(() => this.kinds()[0] ?? 'initial');

  protected readonly known = loaded(this.source, async (source, signal) => {
    const { sowing, seed_test } = source;
    const [replicates, others] = await Promise.all([
      this.cultivations.replicates(source, signal),
      this.isSeedlings() ? this.cultivations.list({ sowing: sowing ?? undefined, seed_test: seed_test ?? undefined, state: ['open'] }, signal).then((page) => page.items) : [],
    ]);
    const pools = replicates.map(({ uuid, code, alive }): Pool => ({ uuid, code, alive: alive ?? null }));
    return { source, others, pools };
  });

  constructor() {
    this.picked.valueChanges.pipe(takeUntilDestroyed()).subscribe((material) => {
      if (material !== null) void this.router.navigate(['/cultivations/new'], { queryParams: { material }, replaceUrl: true });
    });
  }

  protected go(uuid: string): void {
    void this.router.navigate(['/cultivations', uuid]);
  }

  mayLeave(): Promise<boolean> | boolean {
    return this.first()?.mayLeave() ?? true;
  }
}
