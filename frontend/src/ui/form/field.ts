import { Component, booleanAttribute, computed, input } from '@angular/core';
import { AbstractControl, Validators } from '@angular/forms';
import { TranslatePipe } from '@ngx-translate/core';
import { errorOf } from './field-error';

/**
 * A field of a form: its label, what helps to fill it, and what is wrong with it. The control goes
 * inside: `<ex-field label="lots.code" for="code" [control]="form.controls.code"><input id="code" …></ex-field>`
 */
@Component({
  selector: 'ex-field',
  imports: [TranslatePipe],
  template: `
    <div
      class="form-group"
      [class.invalid]="message() !== null"
      [class.inline]="inline()"
      [attr.data-field]="for()"
    >
      <label [for]="for()" [id]="for() + '-label'">
        {{ label() | translate }}
        @if (!required()) {
          <span class="ex-muted small optional">({{ 'form.optional' | translate }})</span>
        }
      </label>
      <ng-content />
      @if (hint(); as key) {
        <div class="form-text small">{{ key | translate }}</div>
      }
      <div class="error small" aria-live="polite" [id]="for() + '-error'">
        @if (message(); as text) {
          <i class="fa fa-exclamation-circle" aria-hidden="true"></i> {{ text }}
        }
      </div>
    </div>
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
    .form-group {
      margin-bottom: 0.8em;
    }
    label {
      margin-bottom: 0.2em;
      font-weight: 600;
    }
    label .small {
      font-weight: 400;
    }
    /* Said once for all of them. */
    :host-context(.ex-all-optional) .optional {
      display: none;
    }
    .error {
      color: var(--ex-danger);
    }
    @media (max-width: 767.98px) {
      .inline {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 0 0.6em;
      }
      .inline > :is(.error, .form-text) {
        flex: 1 1 100%;
      }
    }
    .invalid {
      padding-left: 0.6em;
      border-left: 4px solid var(--ex-danger);
    }
  `,
})
export class Field {
  /** Key of the translation of its label. */
  readonly label = input.required<string>();
  /** Identifier of the input inside. */
  readonly for = input.required<string>();
  readonly control = input.required<AbstractControl>();
  /** Its label beside it on a phone, where height is scarce. */
  readonly inline = input(false, { transform: booleanAttribute });
  /** Key of the translation of what helps to fill it. */
  readonly hint = input<string>();

  protected readonly required = computed(() => this.control().hasValidator(Validators.required));
  protected readonly message = errorOf(this.control);
}
