import { Component, ElementRef, afterRenderEffect, computed, inject, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { InstantPipe } from '../format';
import { FormSession } from './form-session';

/** Above a form: the draft taken up again, the last values, and what the service refused as a whole. */
@Component({
  selector: 'ex-form-status',
  imports: [TranslatePipe, InstantPipe],
  template: `
    @if (session().draftAt(); as at) {
      <div class="alert alert-info" role="status" data-qa="draft">
        {{ 'form.draft' | translate: { at: (at | instant) } }}
        <button type="button" class="btn btn-sm btn-outline-secondary" (click)="session().dropDraft()">
          {{ 'form.draft_drop' | translate }}
        </button>
      </div>
    } @else if (session().canRepeat) {
      <p>
        <button
          type="button"
          class="btn btn-sm btn-outline-secondary"
          data-qa="repeat-last"
          (click)="session().repeatLast()"
        >
          <i class="fa fa-repeat" aria-hidden="true"></i> {{ 'form.repeat' | translate }}
        </button>
      </p>
    }
    @if (session().problem(); as problem) {
      <div class="alert alert-danger" role="alert" data-qa="form-problem">
        <strong>{{ problem.document?.title ?? ('shell.unreachable' | translate) }}</strong>
        <div>{{ problem.document?.detail ?? ('shell.unreachable_detail' | translate) }}</div>
        @if (orphans().length > 0) {
          <ul>
            @for (orphan of orphans(); track orphan.pointer) {
              <li>{{ orphan.message }}</li>
            }
          </ul>
        }
      </div>
    }
  `,
})
export class FormStatus {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly session = input.required<FormSession<unknown>>();
  /** What the detail says already is not said twice. */
  protected readonly orphans = computed(() => {
    const detail = this.session().problem()?.document?.detail;
    return this.session()
      .orphans()
      .filter((orphan) => orphan.message !== detail);
  });

  constructor() {
    afterRenderEffect(() => {
      if (this.session().refusals() > 0) this.showWhatIsWrong();
    });
  }

  /** The first field that is wrong, else what was said above the form. */
  private showWhatIsWrong(): void {
    const here = this.element.nativeElement;
    const wrong = here.closest('form')?.querySelector<HTMLElement>('.invalid :is(input, select, textarea, button)');
    if (wrong) wrong.focus({ preventScroll: true });
    (wrong?.closest('.invalid') ?? here).scrollIntoView({ block: 'center' });
  }
}
