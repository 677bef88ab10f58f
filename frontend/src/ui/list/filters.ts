import { Component, DestroyRef, inject, input, linkedSignal, untracked } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { isPhone } from '../phone';
import { ListState } from './list-state';

const TYPING_MS = 300;

/**
 * The filters above a list: a search, and the other fields behind a button. What is inside reads and
 * writes the screen's `ListState`; `[beside]` goes on the line of the search.
 */
@Component({
  selector: 'ex-filters',
  imports: [TranslatePipe],
  template: `
    <form role="search" (submit)="$event.preventDefault(); search(field.value)">
      <div class="line">
        <div class="search">
          <label class="sr-only" for="ex-list-search">{{ 'list.search' | translate }}</label>
          <i class="fa fa-search" aria-hidden="true"></i>
          <input
            #field
            id="ex-list-search"
            class="form-control"
            type="search"
            autocomplete="off"
            maxlength="100"
            [value]="state.get('search') ?? ''"
            [placeholder]="hint() | translate"
            data-qa="list-search"
            (input)="type(field.value)"
          />
        </div>
        <button
          type="button"
          class="btn btn-outline-primary"
          aria-controls="ex-list-filters"
          [attr.aria-expanded]="open()"
          data-qa="list-filters"
          (click)="open.set(!open())"
        >
          <i class="fa fa-filter" aria-hidden="true"></i> {{ 'list.filters' | translate }}
          @if (active() > 0) {
            <span class="badge badge-info">{{ active() }}</span>
          }
        </button>
        @if (active() > 0 || state.get('search') !== null) {
          <button type="button" class="btn btn-link" data-qa="list-clear" (click)="clear()">
            {{ 'list.clear' | translate }}
          </button>
        }
        <ng-content select="[beside]" />
      </div>
      <div id="ex-list-filters" class="fields" [hidden]="!open()"><ng-content /></div>
    </form>
  `,
  styles: `
    :host {
      display: block;
      margin-bottom: 0.4em;
    }
    .line {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.5em;
    }
    .search {
      position: relative;
      flex: 1 1 14em;
      max-width: 26em;
    }
    .search .fa {
      position: absolute;
      top: 0;
      bottom: 0;
      left: 0.8em;
      display: flex;
      align-items: center;
      color: var(--ex-muted);
    }
    .search input {
      padding-left: 2.3em;
    }
    .fields {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(15em, 100%), 1fr));
      align-items: end;
      gap: 0.7em 1em;
      margin-top: 0.6em;
      padding: 0.8em 1em;
      background: var(--ex-surface);
      border: 1px solid var(--ex-line);
      border-radius: 4px;
    }
    .fields[hidden] {
      display: none;
    }
  `,
})
export class Filters {
  protected readonly state = inject(ListState);
  private readonly phone = isPhone();
  /** Key of the translation of what the search looks into. */
  readonly hint = input.required<string>();
  /** Filters set among those behind the button. */
  readonly active = input(0);
  /** Names kept when the filters are taken away. */
  readonly keep = input<readonly string[]>([]);

  /** Open at first where there is room and something to see. */
  protected readonly open = linkedSignal({
    source: this.phone,
    computation: (phone) => !phone && untracked(this.active) > 0,
  });
  private waiting?: ReturnType<typeof setTimeout>;

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.waiting));
  }

  protected type(text: string): void {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.search(text), TYPING_MS);
  }

  protected search(text: string): void {
    clearTimeout(this.waiting);
    void this.state.set({ search: text.trim() }, true);
  }

  protected clear(): void {
    clearTimeout(this.waiting);
    void this.state.clear(...this.keep());
  }
}
