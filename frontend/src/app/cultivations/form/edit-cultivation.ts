import { Component, Injector, effect, inject, input, runInInjectionContext, signal, untracked } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { FormSession, Forms } from '@ui/form/form-session';
import { FormStatus } from '@ui/form/form-status';
import { loaded } from '@ui/record/record-loader';
import { Toaster } from '@ui/toast/toaster';
import { Words } from '@ui/words';
import { Cultivation, Cultivations } from '../cultivations-api';
import { CultivationDetails, Details, DetailsValue, detailsBody, detailsForm } from './details';

interface Open {
  readonly form: Details;
  readonly session: FormSession<Cultivation>;
}

/** Changes what is said of a cultivation; its plants change by events. */
@Component({
  selector: 'ex-edit-cultivation',
  imports: [ReactiveFormsModule, RouterLink, TranslatePipe, FormStatus, CultivationDetails],
  template: `
    <section class="ex-page">
      <a class="back" [routerLink]="['/cultivations', uuid()]">
        <i class="fa fa-arrow-left" aria-hidden="true"></i> {{ cultivation.value()?.code ?? ('cultivations.one' | translate) }}
      </a>
      <h1>{{ 'cultivations.edit' | translate: { code: cultivation.value()?.code ?? '' } }}</h1>
      @if (open(); as open) {
        <form class="card" [formGroup]="open.form" (ngSubmit)="save(open.session)" novalidate>
          <div class="card-body">
            <ex-form-status [session]="open.session" />
            <ex-cultivation-details [form]="open.form" />
            <button type="submit" class="btn btn-success" [disabled]="open.session.busy()" data-qa="save">{{ 'action.save' | translate }}</button>
          </div>
        </form>
      } @else if (cultivation.problem(); as problem) {
        <div class="alert alert-warning" role="alert">
          {{ problem.document?.detail ?? ('shell.unreachable_detail' | translate) }}
          <button type="button" class="btn btn-outline-primary" (click)="cultivation.refresh()">{{ 'action.retry' | translate }}</button>
        </div>
      } @else {
        <p class="ex-muted" aria-busy="true">{{ 'list.loading' | translate }}</p>
      }
    </section>
  `,
})
export class EditCultivation {
  private readonly cultivations = inject(Cultivations);
  private readonly forms = inject(Forms);
  private readonly injector = inject(Injector);
  private readonly router = inject(Router);
  private readonly toaster = inject(Toaster);
  private readonly words = inject(Words);
  readonly uuid = input.required<string>();
  protected readonly cultivation = loaded(this.uuid, (uuid, signal) => this.cultivations.read(uuid, signal));
  protected readonly open = signal<Open | null>(null);

  constructor() {
    effect(() => {
      const it = this.cultivation.value();
      if (it === null) return;
      untracked(() => {
        if (this.open() === null) this.open.set(runInInjectionContext(this.injector, () => this.begin(it)));
      });
    });
  }

  private begin(it: Cultivation): Open {
    const form = detailsForm(it);
    const session = this.forms.open<DetailsValue, Cultivation>({
      name: 'cultivation-edit',
      record: it,
      form,
      save: (value, { version }) => this.cultivations.change(it.uuid, version ?? it.version, detailsBody(value)),
      read: (now) => {
        const theirs = now as Cultivation;
        return { value: detailsForm(theirs).getRawValue(), version: theirs.version };
      },
      labels: {
        objective: 'cultivations.field.objective',
        isolation: 'cultivations.field.isolation',
        programme: 'cultivations.field.programme',
        mother_line: 'cultivations.field.mother_line',
        ipen: 'cultivations.field.ipen',
        responsible_text: 'cultivations.field.responsible',
        remarks: 'cultivations.field.remarks',
      },
    });
    return { form, session };
  }

  protected async save(session: FormSession<Cultivation>): Promise<void> {
    const done = await session.submit();
    if (done === null) return;
    this.toaster.done(this.words.of('cultivations.saved', { code: done.code }));
    await this.router.navigate(['/cultivations', done.uuid]);
  }

  mayLeave(): Promise<boolean> | boolean {
    return this.open()?.session.mayLeave() ?? true;
  }
}
