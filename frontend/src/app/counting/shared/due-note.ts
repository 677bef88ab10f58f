import { Component, booleanAttribute, computed, inject, input } from '@angular/core';
import { Session } from '@app/session';
import { formatDay } from '@ui/format';
import { Words } from '@ui/words';
import { dueFrom } from './due';

/** When a count is due, in words; late ones stand out by more than a colour. */
@Component({
  selector: 'ex-due',
  template: `
    <span [class.late]="kind() === 'late'" [class.today]="kind() === 'today'">
      @if (kind() !== 'coming') {
        <i class="fa {{ kind() === 'late' ? 'fa-exclamation-circle' : 'fa-bell-o' }}" aria-hidden="true"></i>
      }
      {{ text() }}
    </span>
  `,
  styles: `
    .late {
      color: var(--ex-danger);
      font-weight: 600;
    }
    .today {
      color: var(--ex-warning-ink);
      font-weight: 600;
    }
  `,
})
export class DueNote {
  private readonly session = inject(Session);
  private readonly words = inject(Words);

  readonly due = input.required<string>();
  /** The day, or how late it is, where there is little room. */
  readonly short = input(false, { transform: booleanAttribute });
  /** How far it is, where the day is said already. */
  readonly relative = input(false, { transform: booleanAttribute });

  private readonly seen = computed(() => dueFrom(this.due(), this.session.today()));
  protected readonly kind = computed(() => this.seen().kind);
  protected readonly text = computed(() => {
    const { kind, days } = this.seen();
    const date = formatDay(this.due());
    if (kind === 'today') return this.words.of('counting.due.today');
    if (this.short()) {
      return kind === 'late' ? this.words.many('counting.due.late_short', days) : date;
    }
    if (this.relative()) {
      return this.words.many(kind === 'late' ? 'counting.due.late_by' : 'counting.due.coming_in', days);
    }
    return this.words.many(kind === 'late' ? 'counting.due.late' : 'counting.due.coming', days, { date });
  });
}
