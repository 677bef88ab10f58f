import { Component, Injector, OnInit, inject, input, runInInjectionContext } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { FormSession, Forms } from '@ui/form/form-session';
import { FormStatus } from '@ui/form/form-status';
import { Toaster } from '@ui/toast/toaster';
import { Words } from '@ui/words';
import { Permit, Permits } from '../permits-api';
import { PermitFields } from './permit-fields';
import { LABELS, PermitValue, permitChanges, permitForm, permitValue } from './permit-value';

/** The form of a permit that was read. */
@Component({
  selector: 'ex-permit-editor',
  imports: [ReactiveFormsModule, RouterLink, TranslatePipe, FormStatus, PermitFields],
  template: `
    <form [formGroup]="form" (ngSubmit)="send()" data-qa="permit-form">
      <ex-form-status [session]="session" />
      <p class="ex-muted">{{ 'permits.binds_new_acts' | translate }}</p>
      <ex-permit-fields [form]="form" />
      <div class="send">
        <a class="btn btn-outline-secondary" [routerLink]="['/permits', permit().uuid]">{{
          'action.cancel' | translate
        }}</a>
        <button type="submit" class="btn btn-success" data-qa="permit-save" [disabled]="session.busy()">
          {{ 'action.save' | translate }}
        </button>
      </div>
    </form>
  `,
  styleUrl: './permit-form.css',
})
export class PermitEditor implements OnInit {
  private readonly forms = inject(Forms);
  private readonly injector = inject(Injector);
  private readonly permits = inject(Permits);
  private readonly router = inject(Router);
  private readonly toaster = inject(Toaster);
  private readonly words = inject(Words);

  readonly permit = input.required<Permit>();
  protected readonly form = permitForm();
  session!: FormSession<Permit>;

  ngOnInit(): void {
    const permit = this.permit();
    /** What the changes are told from: what somebody else saved, once the user has seen it. */
    let read = permitValue(permit);
    this.form.reset(read);
    this.session = runInInjectionContext(this.injector, () =>
      this.forms.open<PermitValue, Permit>({
        name: 'permit',
        record: permit,
        form: this.form,
        labels: LABELS,
        read: (current) => {
          read = permitValue(current as Permit);
          return { value: read, version: (current as Permit).version };
        },
        save: (value, { version }) =>
          this.permits.change(permit.uuid, version ?? permit.version, permitChanges(value, read)),
      }),
    );
  }

  protected async send(): Promise<void> {
    const permit = await this.session.submit();
    if (permit === null) return;
    this.toaster.done(this.words.of('permits.saved', { number: permit.number }));
    await this.router.navigate(['/permits', permit.uuid]);
  }
}
