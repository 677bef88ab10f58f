import { Component, inject } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Forms } from '@ui/form/form-session';
import { FormStatus } from '@ui/form/form-status';
import { Toaster } from '@ui/toast/toaster';
import { Words } from '@ui/words';
import { Permit, Permits } from '../permits-api';
import { PermitFields } from './permit-fields';
import { PermitValue, newPermit, permitForm } from './permit-value';

/** A permit to enter. */
@Component({
  selector: 'ex-new-permit',
  imports: [ReactiveFormsModule, RouterLink, TranslatePipe, FormStatus, PermitFields],
  template: `
    <section class="ex-page">
      <a class="back" routerLink="/permits"
        ><i class="fa fa-arrow-left" aria-hidden="true"></i> {{ 'nav.permits' | translate }}</a
      >
      <h1>{{ 'permits.add' | translate }}</h1>
      <form [formGroup]="form" (ngSubmit)="send()" data-qa="permit-form">
        <ex-form-status [session]="session" />
        <ex-permit-fields [form]="form" />
        <div class="send">
          <a class="btn btn-outline-secondary" routerLink="/permits">{{ 'action.cancel' | translate }}</a>
          <button type="submit" class="btn btn-success" data-qa="permit-save" [disabled]="session.busy()">
            {{ 'action.save' | translate }}
          </button>
        </div>
      </form>
    </section>
  `,
  styleUrl: './permit-form.css',
})
export class NewPermit {
  private readonly permits = inject(Permits);
  private readonly router = inject(Router);
  private readonly toaster = inject(Toaster);
  private readonly words = inject(Words);

  protected readonly form = permitForm();
  protected readonly session = inject(Forms).open<PermitValue, Permit>({
    name: 'permit',
    form: this.form,
    unique: ['number', 'valid_from', 'valid_to', 'taxa', 'remarks', 'id_area', 'territory'],
    save: (value, { key }) => this.permits.create(key, newPermit(value)),
  });

  mayLeave(): Promise<boolean> {
    return this.session.mayLeave();
  }

  protected async send(): Promise<void> {
    const permit = await this.session.submit();
    if (permit === null) return;
    this.toaster.done(this.words.of('permits.created', { number: permit.number }));
    await this.router.navigate(['/permits', permit.uuid]);
  }
}
