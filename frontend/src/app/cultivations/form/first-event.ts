import { Component, OnInit, inject, input, output, Injector, runInInjectionContext, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { TranslatePipe } from '@ngx-translate/core';
import { Session } from '@app/session';
import { Fold } from '@ui/form/fold';
import { FormSession, Forms } from '@ui/form/form-session';
import { FormStatus } from '@ui/form/form-status';
import { Toaster } from '@ui/toast/toaster';
import { Words } from '@ui/words';
import { Cultivation, Cultivations, Source } from '../cultivations-api';
import { EventCommon } from '../event/common-fields';
import { FIELDS, Kind, SaidField } from '../event/kinds';
import { Pool, SaidForm, SaidValue, atFormRows, saidBody, saidForm, takenRows } from '../event/said-form';
import { SaidFields } from '../event/said-fields';
import { CultivationDetails, Details, DetailsValue, detailsBody, detailsForm } from './details';

type FirstForm = FormGroup<{
  event_date: FormControl<string | null>;
  first: SaidForm;
  details: Details;
}>;

interface Value extends Record<string, unknown> {
  readonly event_date: string | null;
  readonly first: SaidValue;
  readonly details: DetailsValue;
}

interface Open {
  readonly fields: readonly SaidField[];
  readonly form: FirstForm;
  readonly session: FormSession<Cultivation>;
}

/** The first event of a cultivation, which brings its plants in. */
@Component({
  selector: 'ex-first-event',
  imports: [ReactiveFormsModule, TranslatePipe, Fold, FormStatus, EventCommon, SaidFields, CultivationDetails],
  template: `
    @if (open(); as open) {
      <form [formGroup]="open.form" (ngSubmit)="save(open.session)" novalidate data-qa="cultivation-form">
        <div class="card">
          <div class="card-body">
            <ex-form-status [session]="open.session" />
            <ex-event-common [date]="open.form.controls.event_date">
              <ex-said-fields [fields]="open.fields" [form]="open.form.controls.first" [pools]="pools()" />
            </ex-event-common>
          </div>
        </div>
        <ex-fold title="cultivations.more" [controls]="[open.form.controls.details]">
          <ex-cultivation-details [form]="open.form.controls.details" />
        </ex-fold>
        <button type="submit" class="btn btn-success" [disabled]="open.session.busy()" data-qa="save">
          {{ 'action.save' | translate }}
        </button>
      </form>
    }
  `,
  styles: `
    form {
      max-width: 60em;
    }
    .card {
      margin-bottom: 1em;
    }
  `,
})
export class FirstEvent implements OnInit {
  private readonly cultivations = inject(Cultivations);
  private readonly forms = inject(Forms);
  private readonly injector = inject(Injector);
  private readonly session = inject(Session);
  private readonly toaster = inject(Toaster);
  private readonly words = inject(Words);

  readonly kind = input.required<Kind>();
  readonly source = input.required<Source>();
  readonly pools = input.required<readonly Pool[]>();
  readonly made = output<string>();
  protected readonly open = signal<Open | null>(null);

  ngOnInit(): void {
    this.open.set(runInInjectionContext(this.injector, () => this.begin()));
  }

  private begin(): Open {
    const [kind, source] = [this.kind(), this.source()];
    const fields = FIELDS[kind];
    const form: FirstForm = new FormGroup({
      event_date: new FormControl<string | null>(this.session.today(), Validators.required),
      first: saidForm(fields, this.pools()),
      details: detailsForm(),
    });
    const session = this.forms.open<Value, Cultivation>({
      name: `cultivation-first-${kind}`,
      about: Object.values(source).find(Boolean) ?? undefined,
      form,
      // The replicates are those of one sowing.
      unique: this.pools().length > 0 ? ['event_date', 'first'] : ['event_date'],
      save: async (value, { key }) => {
        try {
          return await this.cultivations.create(key, {
            ...detailsBody(value.details),
            source,
            event_date: value.event_date ?? undefined,
            first: saidBody(kind, fields, value.first),
          });
        } catch (error) {
          throw atFormRows(error, '/first/from', takenRows(value.first));
        }
      },
    });
    return { fields, form, session };
  }

  protected async save(session: FormSession<Cultivation>): Promise<void> {
    const done = await session.submit();
    if (done === null) return;
    this.toaster.done(this.words.of('cultivations.made', { code: done.code }));
    this.made.emit(done.uuid);
  }

  mayLeave(): Promise<boolean> | boolean {
    return this.open()?.session.mayLeave() ?? true;
  }
}
