import { Component, input, signal } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Control, asControl } from '../pickers/control';

export interface Segment {
  readonly value: string;
  /** Key of its translation. */
  readonly label: string;
}

/** One choice among a few, all in sight, each under a thumb; its value is the one chosen. */
@Component({
  selector: 'ex-segments',
  imports: [TranslatePipe],
  providers: [asControl(() => Segments)],
  template: `
    <div
      class="segments"
      role="radiogroup"
      [attr.aria-labelledby]="labelledBy()"
      [attr.aria-describedby]="describedBy()"
      [attr.aria-required]="required()"
      [attr.aria-invalid]="invalid()"
    >
      @for (segment of options(); track segment.value; let first = $first) {
        <label [class.chosen]="segment.value === value()" [class.disabled]="disabled()">
          <input
            type="radio"
            [id]="first ? inputId() : inputId() + '-' + segment.value"
            [name]="inputId()"
            [checked]="segment.value === value()"
            [disabled]="disabled()"
            (change)="choose(segment.value)"
            (blur)="touched()"
          />
          {{ segment.label | translate }}
        </label>
      }
    </div>
  `,
  styles: `
    .segments {
      display: flex;
      flex-wrap: wrap;
      gap: 0.4em;
    }
    label {
      position: relative;
      display: flex;
      flex: 1 1 4em;
      align-items: center;
      justify-content: center;
      min-height: 2.6em;
      margin: 0;
      padding: 0.2em 0.4em;
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
        min-height: 2.9em;
      }
    }
  `,
})
export class Segments extends Control<string> {
  readonly options = input.required<readonly Segment[]>();
  protected readonly value = signal<string | null>(null);

  override writeValue(value: string | null): void {
    this.value.set(value);
  }

  protected choose(value: string): void {
    this.value.set(value);
    this.changed(value);
  }
}
