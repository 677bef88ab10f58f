import { Component, ElementRef, input, output, viewChild } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';

/** Opens the calendar of the device, which nobody can draw better for a thumb. */
@Component({
  selector: 'ex-calendar-button',
  imports: [TranslatePipe],
  template: `
    <button
      type="button"
      class="btn btn-outline-secondary"
      data-qa="calendar"
      [disabled]="disabled()"
      [attr.aria-label]="'pickers.calendar' | translate"
      (click)="open()"
    >
      <i class="fa fa-calendar" aria-hidden="true"></i>
    </button>
    <input
      #native
      type="date"
      tabindex="-1"
      aria-hidden="true"
      [value]="day() ?? ''"
      [disabled]="disabled()"
      (change)="picked.emit(native.value === '' ? null : native.value)"
    />
  `,
  styles: `
    :host {
      position: relative;
      display: flex;
    }
    button {
      min-width: 2.9em;
      border-top-left-radius: 0;
      border-bottom-left-radius: 0;
    }
    /* Where the calendar opens from; the button is what one sees and reaches. */
    input {
      position: absolute;
      inset: 0;
      width: 100%;
      opacity: 0;
      pointer-events: none;
    }
  `,
})
export class CalendarButton {
  readonly day = input<string | null>(null);
  readonly disabled = input(false);
  readonly picked = output<string | null>();
  private readonly native = viewChild.required<ElementRef<HTMLInputElement>>('native');

  protected open(): void {
    const native = this.native().nativeElement;
    // Older phones open it as soon as it has the focus.
    if ('showPicker' in native) native.showPicker();
    else (native as HTMLInputElement).focus();
  }
}
