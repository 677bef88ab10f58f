import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { CodePipe, InstantPipe, NumPipe } from '@ui/format';
import { ShownLine } from './ledger-lines';

/** Where the cause of a movement is. */
const CAUSES: Readonly<Record<string, string>> = { sowing: '/sowings', seed_test: '/seed-tests' };

/** What a line of the ledger is: its kind, its cause, why, and what took it back. */
@Component({
  selector: 'ex-ledger-what',
  imports: [RouterLink, TranslatePipe, CodePipe, InstantPipe, NumPipe],
  template: `
    @let leg = line().leg;
    <span class="kind" [class.reversed]="line().reversal">{{ leg.kind | code: 'movement_kind' }}</span>
    <span class="why small">
      @if (leg.basis !== 'counted' && leg.seeds !== null) {
        <span>{{ leg.basis | code: 'basis' }}</span>
      }
      @if (leg.observed_seeds !== null && leg.observed_seeds !== undefined) {
        <span>{{ 'lots.ledger.found' | translate: { n: (leg.observed_seeds | num) } }}</span>
      }
      @if (leg.partner?.name; as partner) {
        <span>{{ partner }}</span>
      }
      @if (leg.cause; as cause) {
        @if (link(); as link) {
          <a [routerLink]="link" data-qa="ledger-cause">{{ causeName() ?? (cause.kind | code: 'cause_kind') }}</a>
        } @else {
          <span>{{ cause.kind | code: 'cause_kind' }}</span>
        }
      }
      @if (withActor() && leg.actor) {
        <span>{{ leg.actor }}</span>
      }
      @if (leg.reason) {
        <span>{{ leg.reason }}</span>
      }
      @if (leg.reserve_override_reason; as reason) {
        <span><i class="fa fa-unlock-alt" aria-hidden="true"></i> {{ 'lots.ledger.reserve_broken' | translate: { reason } }}</span>
      }
    </span>
    @if (line().reversal; as reversal) {
      <span class="reversal small" data-qa="ledger-reversal">
        <i class="fa fa-undo" aria-hidden="true"></i>
        {{ 'lots.ledger.reversed' | translate: { at: (reversal.meta_create_date | instant) } }} {{ reversal.reason }}
      </span>
    }
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
    .kind {
      font-weight: 600;
    }
    .reversed {
      color: var(--ex-muted);
      font-weight: 400;
      text-decoration: line-through;
    }
    .why,
    .reversal {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0 0.8em;
      color: var(--ex-muted);
    }
    .reversal {
      gap: 0.4em;
      color: var(--ex-warning-ink);
    }
  `,
})
export class LedgerWhat {
  readonly line = input.required<ShownLine>();
  /** Codes of the records that are causes. */
  readonly names = input<ReadonlyMap<string, string>>(new Map());
  /** Who moved the seeds too, where that has no column. */
  readonly withActor = input(false);

  protected readonly causeName = computed(() => this.names().get(this.line().leg.cause?.uuid ?? ''));
  protected readonly link = computed(() => {
    const cause = this.line().leg.cause;
    const path = CAUSES[cause?.kind ?? ''];
    return cause && path !== undefined ? [path, cause.uuid] : null;
  });
}
