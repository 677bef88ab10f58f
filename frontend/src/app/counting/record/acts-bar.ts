import { Component, input, output } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { Act } from './acts';

/** « Et maintenant ? » : what may be done next, as buttons. */
@Component({
  selector: 'ex-acts',
  imports: [TranslatePipe],
  template: `
    @if (acts().length > 0 || open()) {
      <section aria-labelledby="ex-acts-title">
        <h2 id="ex-acts-title">{{ 'counting.act.title' | translate }}</h2>
        <ng-content />
        @for (act of acts(); track act.to) {
          <button
            type="button"
            class="btn"
            [class.main]="act.look === 'main'"
            [class.btn-primary]="act.look === 'main'"
            [class.btn-outline-primary]="act.look === 'plain'"
            [class.btn-outline-secondary]="act.look === 'back'"
            [class.btn-outline-danger]="act.look === 'danger'"
            [attr.data-qa]="'to-' + act.to"
            (click)="chosen.emit(act)"
          >
            <i class="fa {{ act.icon }}" aria-hidden="true"></i> {{ act.label | translate }}
          </button>
        }
      </section>
    }
  `,
  styles: `
    section {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.5em;
      margin-bottom: 1.2em;
    }
    h2 {
      margin: 0 0.4em 0 0;
      font-size: 1em;
      font-weight: 600;
      color: var(--ex-muted);
    }
    @media (max-width: 767.98px) {
      h2 {
        flex: 1 1 100%;
      }
    }
  `,
})
export class ActsBar<A extends Act> {
  readonly acts = input.required<readonly A[]>();
  /** There is something else to do, put between its tags: it comes first. */
  readonly open = input(false);
  readonly chosen = output<A>();
}
