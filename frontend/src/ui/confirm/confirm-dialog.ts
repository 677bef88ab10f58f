import { DIALOG_DATA, Dialog, DialogRef } from '@angular/cdk/dialog';
import { Component, Injectable, inject, signal } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import type { Question } from './confirm';

/** Opens the dialog of `Confirm`. */
@Injectable({ providedIn: 'root' })
export class ConfirmDialogs {
  private readonly dialog = inject(Dialog);

  async ask(question: Question): Promise<string | null> {
    const ref = this.dialog.open<string, Question>(ConfirmDialog, {
      data: question,
      ariaLabelledBy: 'ex-confirm-title',
      backdropClass: 'cdk-overlay-dark-backdrop',
    });
    return (await firstValueFrom(ref.closed)) ?? null;
  }
}

@Component({
  selector: 'ex-confirm',
  imports: [TranslatePipe],
  template: `
    <section class="ex-dialog" data-qa="confirm">
      <header>
        <h2 id="ex-confirm-title">{{ question.title }}</h2>
      </header>
      <div class="ex-dialog-body">
        <p>{{ question.text }}</p>
        @if (question.reason) {
          <label for="ex-confirm-reason">{{ question.reason }}</label>
          <input
            id="ex-confirm-reason"
            class="form-control"
            [value]="question.suggestion ?? ''"
            [class.is-invalid]="missing()"
            [attr.aria-invalid]="missing()"
            aria-describedby="ex-confirm-missing"
            #reason
            (keydown.enter)="accept(reason.value)"
          />
          <div id="ex-confirm-missing" class="text-danger small">
            @if (missing()) {
              {{ 'form.error.required' | translate }}
            }
          </div>
        }
      </div>
      <footer>
        <button type="button" class="btn btn-outline-secondary" (click)="ref.close()">
          {{ 'action.cancel' | translate }}
        </button>
        <button
          type="button"
          class="btn"
          [class.btn-danger]="question.danger"
          [class.btn-primary]="!question.danger"
          data-qa="confirm-yes"
          (click)="accept(question.reason ? reasonField()?.value : '')"
        >
          {{ question.yes }}
        </button>
      </footer>
    </section>
  `,
})
export class ConfirmDialog {
  protected readonly question = inject<Question>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<string>>(DialogRef);
  protected readonly missing = signal(false);

  protected reasonField(): HTMLInputElement | null {
    return this.ref.overlayRef.overlayElement.querySelector('input');
  }

  protected accept(reason = ''): void {
    const text = reason.trim();
    if (this.question.reason && text === '') this.missing.set(true);
    else this.ref.close(text);
  }
}
