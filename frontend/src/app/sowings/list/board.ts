import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { ListQuery } from '@ui/list/list';
import { ListState } from '@ui/list/list-state';
import { Page } from '@ui/list/page-window';
import { CodePipe } from '@ui/format';
import { isPhone } from '@ui/phone';
import { STATES, Sowing, State } from '../shared/model';
import { BoardColumn } from './board-column';
import { dueBy, filtersOf, statesAsked } from './query';
import { Session } from '@app/session';

const FIRST_ON_PHONE: State = 'emerging';

/** The sowings by state, one column a state; on a phone one state at a time. */
@Component({
  selector: 'ex-sowing-board',
  imports: [TranslatePipe, CodePipe, BoardColumn],
  template: `
    @if (phone()) {
      <div class="form-group">
        <label class="sr-only" for="ex-board-state">{{ 'sowings.state' | translate }}</label>
        <select
          #choice
          id="ex-board-state"
          class="form-control"
          data-qa="board-state"
          (change)="state.set({ column: choice.value }, true)"
        >
          @for (column of columns(); track column) {
            <option [value]="column" [selected]="column === one()">
              {{ column | code: 'state' }}
              @if (counts()[column] !== undefined) {
                ({{ counts()[column] }})
              }
            </option>
          }
        </select>
      </div>
    }
    <div
      class="board"
      [class.one]="phone()"
      role="region"
      [attr.tabindex]="phone() ? null : 0"
      [attr.aria-label]="'sowings.view_board' | translate"
      data-qa="board"
    >
      @for (column of columns(); track column) {
        <ex-board-column
          [state]="column"
          [load]="load()"
          [hidden]="phone() && column !== one()"
          [bare]="phone()"
          (counted)="count(column, $event)"
        />
      }
    </div>
  `,
  styles: `
    .board {
      display: flex;
      align-items: stretch;
      gap: 0.7em;
      overflow-x: auto;
      margin-top: 0.7em;
      padding-bottom: 0.5em;
    }
    ex-board-column {
      flex: 1 0 16.5em;
      max-width: 22em;
    }
    ex-board-column[hidden] {
      display: none;
    }
    .one ex-board-column {
      flex: 1 1 100%;
      max-width: none;
      min-width: 0;
    }
    .form-group {
      margin: 0.7em 0 0;
    }
  `,
})
export class Board {
  private readonly session = inject(Session);
  protected readonly state = inject(ListState);
  protected readonly phone = isPhone();

  /** A page of the sowings of a state, with the filters of the moment. */
  readonly load = input.required<(state: State, query: ListQuery, signal: AbortSignal) => Promise<Page<Sowing>>>();

  protected readonly columns = computed<readonly State[]>(() => {
    const due = dueBy(this.state, this.session.today());
    const asked = filtersOf(this.state, this.session.today()).state;
    return due === undefined && statesAsked(this.state.get('state')).length === 0 ? STATES : (asked ?? STATES);
  });
  /** The one shown on a phone. */
  protected readonly one = computed(() => {
    const asked = this.columns().find((column) => column === this.state.get('column'));
    return asked ?? this.columns().find((column) => column === FIRST_ON_PHONE) ?? this.columns()[0];
  });
  private readonly known = signal<Partial<Record<State, number>>>({});
  protected readonly counts = this.known.asReadonly();

  protected count(column: State, n: number | null): void {
    this.known.update((counts) => ({ ...counts, [column]: n ?? undefined }));
  }
}
