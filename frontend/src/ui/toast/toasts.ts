import { Component, inject } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Toast, Toaster } from './toaster';

/** Where the toasts are; read aloud as they come. */
@Component({
  selector: 'ex-toasts',
  imports: [TranslatePipe],
  template: `
    <div class="toasts" aria-live="polite" role="status">
      @for (toast of toaster.toasts(); track toast.id) {
        <div class="alert alert-{{ toast.kind }}" [attr.data-qa]="'toast-' + toast.kind">
          <span>{{ toast.text }}</span>
          @if (toast.undo) {
            <button type="button" class="btn btn-sm btn-outline-secondary" data-qa="undo" (click)="undo(toast)">
              {{ 'action.undo' | translate }}
            </button>
          }
          <button
            type="button"
            class="btn btn-sm btn-link"
            [attr.aria-label]="'action.close' | translate"
            (click)="toaster.close(toast.id)"
          >
            <i class="fa fa-times" aria-hidden="true"></i>
          </button>
        </div>
      }
    </div>
  `,
  styles: `
    .toasts {
      position: fixed;
      top: 0.8em;
      left: 50%;
      z-index: 1900;
      width: min(34em, 94vw);
      transform: translateX(-50%);
      pointer-events: none;
    }
    .alert {
      display: flex;
      align-items: center;
      gap: 0.6em;
      padding: 0.6em 0.9em;
      box-shadow: 0 3px 12px rgba(0, 0, 0, 0.25);
      pointer-events: auto;
    }
    .alert-success {
      color: #12401b;
    }
    .alert-danger {
      color: #6b1019;
    }
    span {
      flex: 1;
    }
  `,
})
export class Toasts {
  protected readonly toaster = inject(Toaster);

  protected undo(toast: Toast): void {
    this.toaster.close(toast.id);
    toast.undo?.();
  }
}
