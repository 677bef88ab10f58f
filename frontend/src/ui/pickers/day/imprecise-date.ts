import { Component, computed, inject, signal } from '@angular/core';
import { ValidationErrors } from '@angular/forms';
import { TranslatePipe } from '@ngx-translate/core';
import { Session } from '@app/session';
import { CodePipe, formatDay } from '../../format';
import { Control, asControl } from '../control';
import { CalendarButton } from './calendar-button';
import {
  DatePrecision,
  ImpreciseDate,
  NOTHING,
  TypedDate,
  precisionTyped,
  readTyped,
  tidied,
  typedOf,
} from './imprecise';

/**
 * A date as well as it is known: a day, a month (`11/2026`), a year (`2026`), or unknown, with an end
 * when it lasted. Its value is that of the API, `{date_min, date_max, date_precision}`, or null while
 * nothing is said: `Validators.required` makes one say at least that it is unknown.
 */
@Component({
  selector: 'ex-imprecise-date',
  imports: [TranslatePipe, CodePipe, CalendarButton],
  providers: [asControl(() => ImpreciseDateInput)],
  templateUrl: './imprecise-date.html',
  styles: `
    :host {
      display: block;
      max-width: 28em;
    }
    .row-of {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.4em;
    }
    .row-of + .row-of {
      margin-top: 0.4em;
    }
    .input-group,
    .row-of > input {
      flex: 3 1 10em;
      width: auto;
    }
    .precision {
      flex: 2 1 7em;
      width: auto;
    }
    .bound {
      min-width: 4em;
      margin: 0;
    }
    .btn-link {
      padding-left: 0;
    }
    @media (max-width: 767.98px) {
      .btn-link {
        min-height: 3.1em;
      }
    }
  `,
})
export class ImpreciseDateInput extends Control<ImpreciseDate> {
  private readonly session = inject(Session);

  protected readonly precisions: readonly DatePrecision[] = ['day', 'month', 'year', 'unknown'];
  protected readonly typed = signal<TypedDate>(NOTHING);
  private readonly endAsked = signal(false);
  private readonly result = computed(() => readTyped(this.typed(), this.session.today()));
  protected readonly value = computed(() => {
    const result = this.result();
    return typeof result === 'string' ? null : result;
  });
  protected readonly hasEnd = computed(() => this.endAsked() || this.typed().until !== '');
  /** An unknown date has bounds only when one wants some. */
  protected readonly shows = computed(
    () => this.typed().precision !== 'unknown' || this.hasEnd() || this.typed().from !== '',
  );
  protected readonly placeholder = computed(
    () =>
      ({
        day: 'pickers.format.day',
        month: 'pickers.format.month',
        year: 'pickers.format.year',
        unknown: 'pickers.format.day',
      })[this.typed().precision],
  );

  override writeValue(value: ImpreciseDate | null): void {
    this.typed.set(typedOf(value));
    this.endAsked.set(false);
  }

  override validate(): ValidationErrors | null {
    const result = this.result();
    return typeof result === 'string' ? { [result]: true } : null;
  }

  protected type(part: Partial<TypedDate>): void {
    const typed = { ...this.typed(), ...part };
    this.set({ ...typed, precision: precisionTyped(typed, this.session.today()) });
  }

  protected pick(day: string | null, field: HTMLInputElement): void {
    this.type({ from: formatDay(day) });
    field.focus();
  }

  protected know(precision: string): void {
    if (precision === 'unknown') {
      this.endAsked.set(false);
      this.set({ from: '', until: '', precision });
    } else this.set(tidied({ ...this.typed(), precision: precision as DatePrecision }, this.session.today()));
  }

  protected addEnd(): void {
    this.endAsked.set(true);
  }

  protected leave(): void {
    this.typed.set(tidied(this.typed(), this.session.today()));
    this.touched();
  }

  private set(typed: TypedDate): void {
    this.typed.set(typed);
    this.changed(this.value());
  }
}
