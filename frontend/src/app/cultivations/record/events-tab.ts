import { Component, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Session } from '@app/session';
import { CodePipe, DayPipe, ManyPipe, SignedPipe } from '@ui/format';
import type { CultivationEvent } from '../cultivations-api';
import { SaidPipe } from '../event/said';
import { ICONS } from '../event/kinds';
import { Undo } from '../shared/undo';

/** What happened to the plants, the last first. */
@Component({
  selector: 'ex-events-tab',
  imports: [RouterLink, TranslatePipe, CodePipe, DayPipe, ManyPipe, SignedPipe, SaidPipe],
  template: `
    <ol data-qa="events">
      @for (event of events(); track event.uuid) {
        <li [class.undone]="event.reversed_by || event.reverses" [attr.data-qa]="'event-' + event.said.kind">
          <i class="fa {{ icons[event.said.kind] }}" aria-hidden="true"></i>
          <div class="what">
            <div>
              <strong>{{ event.said.kind | code: 'event_kind' }}</strong>&ngsp;
              <span class="ex-muted">{{ event.event_date | day }}</span>
              @if (event.reverses) {
                <span class="badge badge-secondary">{{ 'cultivations.reversal' | translate }}</span>
              } @else if (event.reversed_by) {
                <span class="badge badge-secondary">{{ 'cultivations.undone' | translate }}</span>
              }
            </div>
            <div>
              {{ event | said }}
              @if (event.other; as other) {
                <a [routerLink]="['/cultivations', other.uuid]">{{ other.code }}</a>
              }
            </div>
            @if (event.reason; as reason) {
              <div class="ex-muted">{{ reason }}</div>
            }
            @if (event.remarks; as remarks) {
              <div class="remarks">{{ remarks }}</div>
            }
            @if (event.actor_name ?? event.actor_text; as who) {
              <div class="ex-muted small">{{ who }}</div>
            }
          </div>
          <div class="count">
            @if (event.plants !== 0) {
              <strong>{{ event.plants | signed }}</strong>
            }
            @if (event.alive_after !== null && event.alive_after !== undefined) {
              <span class="ex-muted">{{ event.alive_after | many: 'cultivations.alive' }}</span>
            }
            @if (session.can('U') && !event.reverses && !event.reversed_by) {
              <button type="button" class="btn btn-sm btn-outline-secondary" data-qa="event-undo" (click)="undo(event)">
                <i class="fa fa-undo" aria-hidden="true"></i> {{ 'cultivations.undo.yes' | translate }}
                <span class="sr-only">{{ event.said.kind | code: 'event_kind' }} {{ event.event_date | day }}</span>
              </button>
            }
          </div>
        </li>
      }
    </ol>
  `,
  styles: `
    ol {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      gap: 0.8em;
      padding: 0.7em 0;
      border-bottom: 1px solid var(--ex-line);
    }
    li > .fa {
      flex: none;
      width: 1.4em;
      padding-top: 0.2em;
      text-align: center;
      color: var(--ex-green);
    }
    .what {
      flex: 1;
      min-width: 0;
      overflow-wrap: anywhere;
    }
    .remarks {
      white-space: pre-line;
    }
    .count {
      display: flex;
      flex: none;
      flex-direction: column;
      align-items: flex-end;
      gap: 0.2em;
      font-variant-numeric: tabular-nums;
    }
    .undone strong {
      text-decoration: line-through;
      font-weight: 400;
    }
    @media (max-width: 767.98px) {
      .count .btn {
        min-height: 44px;
      }
    }
  `,
})
export class EventsTab {
  private readonly taken = inject(Undo);
  protected readonly session = inject(Session);
  protected readonly icons = ICONS;
  readonly cultivation = input.required<string>();
  readonly events = input.required<readonly CultivationEvent[]>();
  readonly changed = output();

  protected async undo(event: CultivationEvent): Promise<void> {
    if (await this.taken.ask(this.cultivation(), event)) this.changed.emit();
  }
}
