import { Component, ElementRef, inject, signal, viewChild } from '@angular/core';
import { ValidationErrors } from '@angular/forms';
import { TranslatePipe } from '@ngx-translate/core';
import { Session } from '@app/session';
import { LANGUAGE } from '@host/tokens';
import { formatDay } from '../../format';
import { Control, asControl } from '../control';
import { CalendarButton } from './calendar-button';
import { dayOfKey, parseDay } from './parse-day';

/**
 * A day, typed or taken from the device's calendar; its value is `2026-11-25` or null.
 * Keys: `+` and `-` for the next and the former day, `a` (or `t`) for today.
 */
@Component({
  selector: 'ex-day',
  imports: [TranslatePipe, CalendarButton],
  providers: [asControl(() => DayInput)],
  template: `
    <div class="input-group">
      <input
        #field
        class="form-control"
        type="text"
        inputmode="numeric"
        autocomplete="off"
        [id]="inputId()"
        [placeholder]="'pickers.format.day' | translate"
        [title]="'pickers.day_keys' | translate"
        [class.is-invalid]="invalid()"
        [value]="text()"
        [disabled]="disabled()"
        [attr.aria-invalid]="invalid()"
        [attr.aria-required]="required()"
        [attr.aria-describedby]="describedBy()"
        (input)="type(field.value)"
        (blur)="leave()"
        (keydown)="press($event)"
      />
      <ex-calendar-button class="input-group-append" [day]="day()" [disabled]="disabled()" (picked)="pick($event)" />
    </div>
    <span class="sr-only" aria-live="polite">{{ moved() }}</span>
  `,
  styles: `
    :host {
      display: block;
      max-width: 14em;
    }
  `,
})
export class DayInput extends Control<string> {
  private readonly session = inject(Session);
  private readonly language = inject(LANGUAGE);
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');

  protected readonly text = signal('');
  protected readonly day = signal<string | null>(null);
  /** Said aloud, for a text that a key changes is not read again by itself. */
  protected readonly moved = signal('');

  override writeValue(day: string | null): void {
    this.day.set(day);
    this.text.set(formatDay(day));
  }

  override validate(): ValidationErrors | null {
    return this.day() === null && this.text().trim() !== '' ? { day: true } : null;
  }

  protected type(text: string): void {
    this.text.set(text);
    this.day.set(parseDay(text, this.session.today()));
    this.changed(this.day());
  }

  protected leave(): void {
    if (this.day() !== null) this.text.set(formatDay(this.day()));
    this.touched();
  }

  protected pick(day: string | null): void {
    this.type(formatDay(day));
    this.field().nativeElement.focus();
  }

  protected press(event: KeyboardEvent): void {
    // A dash is also typed between the parts of a date.
    if (event.key === '-' && this.day() === null && this.text().trim() !== '') return;
    const day = dayOfKey(event, this.day(), this.session.today());
    if (day === null) return;
    event.preventDefault();
    this.type(formatDay(day));
    this.moved.set(
      new Date(`${day}T00:00:00Z`).toLocaleDateString(this.language, { dateStyle: 'full', timeZone: 'UTC' }),
    );
  }
}
