import { Component, booleanAttribute, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Key } from './combobox/source';
import { Chip, ManyPicker } from './many-picker';

/** What is chosen, each with what takes it away; `ordered` when the first one is the main one. */
@Component({
  selector: 'ex-chips',
  imports: [TranslatePipe],
  template: `
    @if (picker().chips().length > 0) {
      <ul [attr.aria-labelledby]="picker().labelledBy()">
        @for (chip of picker().chips(); track chip.key) {
          <li data-qa="chip">
            @if (ordered()) {
              <button
                type="button"
                class="btn btn-link"
                data-qa="chip-main"
                [disabled]="picker().disabled()"
                [attr.aria-pressed]="$first"
                [attr.aria-label]="'pickers.main' | translate: { name: chip.label }"
                [title]="'pickers.main' | translate: { name: chip.label }"
                (click)="picker().putFirst(chip)"
              >
                <i class="fa" [class.fa-star]="$first" [class.fa-star-o]="!$first" aria-hidden="true"></i>
              </button>
            }
            <span>{{ chip.label }}</span>
            <button
              type="button"
              class="btn btn-link"
              data-qa="chip-remove"
              [disabled]="picker().disabled()"
              [attr.aria-label]="'pickers.remove' | translate: { name: chip.label }"
              (click)="remove(chip)"
            >
              <i class="fa fa-times" aria-hidden="true"></i>
            </button>
          </li>
        }
      </ul>
    }
    <span class="sr-only" role="status">{{ picker().news() }}</span>
  `,
  styles: `
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: 0.4em;
      margin: 0 0 0.4em;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      align-items: center;
      max-width: 100%;
      padding-left: 0.8em;
      background: var(--ex-selected);
      border-radius: 1.5em;
    }
    li:has(button[aria-pressed]) {
      padding-left: 0;
    }
    span {
      overflow-wrap: anywhere;
    }
    button {
      min-width: 2.9em;
      min-height: 2.9em;
      padding: 0;
      color: var(--ex-ink);
    }
  `,
})
export class Chips<T, K extends Key> {
  readonly picker = input.required<ManyPicker<T, K>>();
  readonly ordered = input(false, { transform: booleanAttribute });

  protected remove(chip: Chip<K>): void {
    this.picker().remove(chip);
    // The button that had the focus is gone.
    document.getElementById(this.picker().inputId())?.focus();
  }
}
