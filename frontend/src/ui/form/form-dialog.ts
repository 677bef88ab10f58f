import { DialogRef } from '@angular/cdk/dialog';
import { Component, inject, input } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { TranslatePipe } from '@ngx-translate/core';
import { FormSession } from './form-session';
import { FormStatus } from './form-status';

/**
 * A short form in a dialog: its title, what is wrong, its fields, its buttons. It closes when the user
 * gives it up, after asking if something is typed; the screen closes it once it is sent.
 * `<form [formGroup]="form" (ngSubmit)="send()"><ex-form-dialog title="…" submit="…" [session]="session">…`
 */
@Component({
  selector: 'ex-form-dialog',
  imports: [TranslatePipe, FormStatus],
  template: `
    <section class="ex-dialog">
      <header>
        <h2 [id]="titleId">{{ title() | translate }}</h2>
        <ng-content select="[exSubtitle]" />
      </header>
      <div class="ex-dialog-body">
        <ex-form-status [session]="session()" />
        <ng-content />
      </div>
      <footer>
        <button type="button" class="btn btn-outline-secondary" data-qa="dialog-cancel" (click)="giveUp()">
          {{ 'action.cancel' | translate }}
        </button>
        <button
          type="submit"
          class="btn send"
          [class.btn-success]="!danger()"
          [class.btn-danger]="danger()"
          data-qa="dialog-send"
          [disabled]="session().busy()"
        >
          @if (session().busy()) {
            <i class="fa fa-spinner fa-pulse" aria-hidden="true"></i>
          }
          {{ submit() | translate }}
        </button>
      </footer>
    </section>
  `,
  styles: `
    header {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0.2em 0.8em;
    }
    @media (max-width: 767.98px) {
      footer .send {
        flex: 1;
      }
    }
  `,
})
export class FormDialog {
  private readonly ref = inject(DialogRef);

  /** Key of the translation of its title. */
  readonly title = input.required<string>();
  /** Key of the word of the button that sends it. */
  readonly submit = input('action.save');
  /** It undoes something. */
  readonly danger = input(false);
  readonly session = input.required<FormSession<unknown>>();
  protected readonly titleId = FORM_DIALOG_TITLE;

  constructor() {
    this.ref.keydownEvents.pipe(takeUntilDestroyed()).subscribe((event) => {
      if (event.key === 'Escape') void this.giveUp();
    });
  }

  protected async giveUp(): Promise<void> {
    if (await this.session().mayLeave()) this.ref.close();
  }
}

const FORM_DIALOG_TITLE = 'ex-form-dialog-title';

/** How such a dialog is opened: a click outside loses nothing. */
export const FORM_DIALOG = {
  ariaLabelledBy: FORM_DIALOG_TITLE,
  backdropClass: 'cdk-overlay-dark-backdrop',
  disableClose: true,
} as const;
