import { Component, inject, input, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Session } from '@app/session';
import { CodePipe, ManyPipe } from '@ui/format';
import { Forms } from '@ui/form/form-session';
import { FormStatus } from '@ui/form/form-status';
import { loaded } from '@ui/record/record-loader';
import { Toaster } from '@ui/toast/toaster';
import { Words } from '@ui/words';
import { Cultivations, Operation } from '../cultivations-api';
import { HarvestEvent } from '../harvest-event/harvest-event';
import type { HarvestSaid } from '../harvest-event/harvest-value';
import { EventCommon } from './common-fields';

/** Seeds, spores or cuttings are taken from the plants: an ex-situ harvest, its material, and its lot when it has one. */
@Component({
  selector: 'ex-new-harvest',
  imports: [ReactiveFormsModule, RouterLink, TranslatePipe, CodePipe, ManyPipe, FormStatus, EventCommon, HarvestEvent],
  template: `
    <section class="ex-page">
      <a class="back" [routerLink]="['/cultivations', uuid()]">
        <i class="fa fa-arrow-left" aria-hidden="true"></i> {{ cultivation.value()?.code ?? ('cultivations.one' | translate) }}
      </a>
      <h1>{{ 'harvest' | code: 'event_kind' }}</h1>
      @if (cultivation.value(); as it) {
        <p class="ex-muted">
          <span class="ex-taxon">{{ it.taxon?.name ?? it.taxon?.cited_name }}</span>
          · {{ it.tally.alive | many: 'cultivations.alive' }}
        </p>
        <form class="card" [formGroup]="form" (ngSubmit)="save()" novalidate data-qa="event-form">
          <div class="card-body">
            <ex-form-status [session]="sending" />
            <ex-event-common [date]="form.controls.event_date" [remarks]="form.controls.remarks">
              <ex-harvest-event [cultivation]="it" (said)="said.set($event)" />
            </ex-event-common>
            <button type="submit" class="btn btn-success" [disabled]="sending.busy() || said() === null" data-qa="save">
              {{ 'action.save' | translate }}
            </button>
          </div>
        </form>
      } @else if (cultivation.problem(); as problem) {
        <div class="alert alert-warning" role="alert">{{ problem.document?.detail ?? ('shell.unreachable_detail' | translate) }}</div>
      } @else {
        <p class="ex-muted" aria-busy="true">{{ 'list.loading' | translate }}</p>
      }
    </section>
  `,
  styles: `
    form {
      max-width: 60em;
    }
  `,
})
export class NewHarvestPage {
  private readonly cultivations = inject(Cultivations);
  private readonly router = inject(Router);
  private readonly toaster = inject(Toaster);
  private readonly words = inject(Words);
  readonly uuid = input.required<string>();
  protected readonly cultivation = loaded(this.uuid, (uuid, signal) => this.cultivations.read(uuid, signal));

  /** What is harvested, null while something is missing. */
  protected readonly said = signal<HarvestSaid | null>(null);
  protected readonly form = new FormGroup({
    event_date: new FormControl<string | null>(inject(Session).today(), Validators.required),
    remarks: new FormControl<string | null>(null),
  });
  protected readonly sending = inject(Forms).open<ReturnType<typeof this.form.getRawValue>, Operation>({
    name: 'cultivation-harvest',
    about: inject(ActivatedRoute).snapshot.paramMap.get('uuid') ?? undefined,
    form: this.form,
    unique: ['event_date'],
    save: ({ event_date, remarks }, { key }) => {
      const said = this.said();
      if (said === null) throw new Error('sent without its fields');
      return this.cultivations.append(this.uuid(), key, {
        event_date: event_date ?? undefined,
        said,
        remarks: remarks?.trim() || undefined,
      });
    },
  });

  protected async save(): Promise<void> {
    if ((await this.sending.submit()) === null) return;
    this.toaster.done(this.words.of('cultivations.saved_event', { kind: this.words.code('event_kind', 'harvest') }));
    await this.router.navigate(['/cultivations', this.uuid()]);
  }

  mayLeave(): Promise<boolean> | boolean {
    return this.sending.mayLeave();
  }
}
