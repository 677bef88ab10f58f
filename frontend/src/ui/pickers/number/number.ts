import { Component, booleanAttribute, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { ValidationErrors } from '@angular/forms';
import { LANGUAGE } from '@host/tokens';
import { Control, asControl } from '../control';
import { parseNumber, stepped, typedNumber } from './parse-number';

/**
 * A number, with a comma or a dot; its value is a number or null. The arrows go step by step; the
 * wheel of the mouse does nothing, for a number that scrolls away is a false measure.
 * `<ex-number inputId="mass" formControlName="mass_g" unit="g" [min]="0" />`
 */
@Component({
  selector: 'ex-number',
  providers: [asControl(() => NumberInput)],
  template: `
    <div [class.input-group]="unit()">
      <input
        #field
        class="form-control"
        type="text"
        role="spinbutton"
        autocomplete="off"
        [id]="inputId()"
        [attr.inputmode]="keyboard()"
        [class.is-invalid]="invalid()"
        [value]="text()"
        [disabled]="disabled()"
        [attr.aria-valuenow]="value()"
        [attr.aria-valuetext]="value() === null ? null : text() + ' ' + (unit() ?? '')"
        [attr.aria-valuemin]="min()"
        [attr.aria-valuemax]="max()"
        [attr.aria-invalid]="invalid()"
        [attr.aria-required]="required()"
        [attr.aria-describedby]="describedBy()"
        (input)="type(field.value)"
        (blur)="leave()"
        (keydown.arrowup)="move($event, step())"
        (keydown.arrowdown)="move($event, -step())"
      />
      @if (unit(); as unit) {
        <div class="input-group-append">
          <span class="input-group-text">{{ unit }}</span>
        </div>
      }
    </div>
  `,
  styles: `
    :host {
      display: block;
      max-width: 14em;
    }
    input {
      text-align: right;
    }
  `,
})
export class NumberInput extends Control<number> {
  private readonly language = inject(LANGUAGE);

  readonly min = input<number>();
  readonly max = input<number>();
  readonly step = input(1);
  readonly integer = input(false, { transform: booleanAttribute });
  /** Shown after the number. */
  readonly unit = input<string>();

  protected readonly text = signal('');
  protected readonly value = computed(() => parseNumber(this.text()));
  /** The keyboards of numbers of some phones have no minus. */
  protected readonly keyboard = computed(() => {
    if ((this.min() ?? 0) < 0) return 'text';
    return this.integer() ? 'numeric' : 'decimal';
  });

  constructor() {
    super();
    effect(() => {
      this.min();
      this.max();
      this.integer();
      untracked(() => this.validityChanged());
    });
  }

  override writeValue(value: number | null): void {
    this.text.set(typedNumber(value, this.language));
  }

  override validate(): ValidationErrors | null {
    const value = this.value();
    if (this.text().trim() === '') return null;
    if (value === null) return { number: true };
    if (this.integer() && !Number.isInteger(value)) return { integer: true };
    const { min, max } = { min: this.min(), max: this.max() };
    if (min !== undefined && value < min) return { min: { min, actual: value } };
    if (max !== undefined && value > max) return { max: { max, actual: value } };
    return null;
  }

  protected type(text: string): void {
    this.text.set(text);
    this.changed(this.value());
  }

  protected leave(): void {
    const value = this.value();
    if (value !== null) this.text.set(typedNumber(value, this.language));
    this.touched();
  }

  protected move(event: Event, by: number): void {
    event.preventDefault();
    const next = stepped(this.value(), by);
    const inside = Math.min(this.max() ?? next, Math.max(this.min() ?? next, next));
    this.type(typedNumber(inside, this.language));
  }
}
