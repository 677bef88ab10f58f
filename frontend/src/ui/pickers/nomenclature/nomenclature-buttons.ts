import { Component, signal } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { asControl } from '../control';
import { VocabularyControl } from './vocabulary-control';

/** One value of a short vocabulary, each under a thumb; its value is the code. */
@Component({
  selector: 'ex-nomenclature-buttons',
  imports: [TranslatePipe],
  providers: [asControl(() => NomenclatureButtons)],
  template: `
    <div
      class="buttons"
      role="radiogroup"
      [attr.aria-labelledby]="labelledBy()"
      [attr.aria-describedby]="describedBy()"
      [attr.aria-busy]="vocabulary.isLoading()"
    >
      @for (value of offered(); track value.code; let first = $first) {
        <label [class.chosen]="value.code === code()" [class.disabled]="disabled()" [attr.data-qa]="'code-' + value.code">
          <input
            type="radio"
            [id]="first ? inputId() : inputId() + '-' + value.code"
            [name]="inputId()"
            [checked]="value.code === code()"
            [disabled]="disabled()"
            (change)="choose(value.code)"
            (blur)="touched()"
          />
          {{ value.label }}
        </label>
      }
    </div>
    @if (failure(); as text) {
      <div class="text-danger small" role="alert">
        {{ text }}
        <button type="button" class="btn btn-sm btn-outline-secondary" (click)="vocabulary.reload()">
          {{ 'action.retry' | translate }}
        </button>
      </div>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    .buttons {
      display: grid;
      grid-auto-columns: minmax(0, 1fr);
      grid-auto-flow: column;
      gap: 0.4em;
      min-height: 3.4em;
    }
    label {
      position: relative;
      display: flex;
      align-items: center;
      justify-content: center;
      margin: 0;
      padding: 0.3em 0.1em;
      font-weight: 600;
      line-height: 1.2;
      text-align: center;
      color: var(--ex-ink);
      background: var(--ex-surface);
      border: 1px solid #84909b;
      border-radius: 4px;
      cursor: pointer;
    }
    label:hover {
      background: var(--ex-hover);
    }
    label.chosen {
      color: #fff;
      background: var(--ex-primary);
      border-color: var(--ex-primary);
    }
    label.disabled {
      opacity: 0.6;
    }
    label:focus-within {
      outline: 3px solid #1a5f94;
      outline-offset: 1px;
    }
    input {
      position: absolute;
      opacity: 0;
    }
    @media (max-width: 767.98px) {
      label {
        font-size: 0.93em;
      }
    }
  `,
})
export class NomenclatureButtons extends VocabularyControl<string> {
  protected readonly code = signal<string | null>(null);

  override writeValue(code: string | null): void {
    this.code.set(code);
  }

  protected choose(code: string): void {
    this.code.set(code);
    this.changed(code);
  }

  protected override isChosen(code: string): boolean {
    return code === this.code();
  }
}
