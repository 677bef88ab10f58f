import { Component, inject, input } from '@angular/core';
import { FormControl, ReactiveFormsModule } from '@angular/forms';
import { TranslatePipe } from '@ngx-translate/core';
import { Session } from '@app/session';
import { ManyPipe } from '@ui/format';
import { Field } from '@ui/form/field';
import { DayInput } from '@ui/pickers/day/day';
import { addDays } from '../shared/due';

/** Days that one taps to say when to come back. */
const INTERVALS = [2, 3, 7, 14] as const;

/** When to come back: a day, or a tap. */
@Component({
  selector: 'ex-next-visit',
  imports: [ReactiveFormsModule, TranslatePipe, ManyPipe, Field, DayInput],
  template: `
    <ex-field inline label="counting.visit.next" for="ex-count-next" [control]="control()">
      <ex-day inputId="ex-count-next" [formControl]="control()" />
    </ex-field>
    <div class="intervals" role="group" [attr.aria-label]="'counting.visit.next' | translate">
      @for (days of intervals; track days) {
        <button type="button" class="btn btn-sm btn-outline-secondary" (click)="comeBack(days)">
          {{ days | many: 'counting.visit.in_days' }}
        </button>
      }
    </div>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: flex-end;
      gap: 0 0.8em;
    }
    .intervals {
      display: flex;
      flex-wrap: wrap;
      gap: 0.4em;
      margin-bottom: 0.9em;
    }
    @media (max-width: 767.98px) {
      ex-field {
        flex: 1 1 100%;
      }
      .intervals .btn {
        min-height: 44px;
        min-width: 44px;
      }
    }
  `,
})
export class NextVisit {
  private readonly today = inject(Session).today;
  readonly control = input.required<FormControl<string | null>>();
  protected readonly intervals = INTERVALS;

  protected comeBack(days: number): void {
    const next = this.control();
    next.setValue(addDays(this.today(), days));
    next.markAsDirty();
    next.root.markAsDirty();
  }
}
