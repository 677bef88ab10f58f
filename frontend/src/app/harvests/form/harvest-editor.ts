import { Component, Injector, OnInit, inject, input, runInInjectionContext } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { FormSession, Forms } from '@ui/form/form-session';
import { FormStatus } from '@ui/form/form-status';
import { Toaster } from '@ui/toast/toaster';
import { Words } from '@ui/words';
import { Harvest, Harvests } from '../harvests-api';
import { HarvestFields } from './harvest-fields';
import { LABELS } from './harvest-labels';
import { HarvestValue, NAMES, harvestChanges, harvestForm, harvestValue } from './harvest-value';

/** The form of a harvest that was read. */
@Component({
  selector: 'ex-harvest-editor',
  imports: [ReactiveFormsModule, RouterLink, TranslatePipe, FormStatus, HarvestFields],
  template: `
    <form [formGroup]="form" (ngSubmit)="send()" data-qa="harvest-form">
      <ex-form-status [session]="session" />
      <ex-harvest-fields [form]="form" [harvest]="harvest()" />
      <div class="send">
        <a class="btn btn-outline-secondary" [routerLink]="['/harvests', harvest().uuid]">{{
          'action.cancel' | translate
        }}</a>
        <button type="submit" class="btn btn-success" data-qa="harvest-save" [disabled]="session.busy()">
          {{ 'action.save' | translate }}
        </button>
      </div>
    </form>
  `,
  styleUrl: './harvest-form.css',
})
export class HarvestEditor implements OnInit {
  private readonly forms = inject(Forms);
  private readonly harvests = inject(Harvests);
  private readonly injector = inject(Injector);
  private readonly router = inject(Router);
  private readonly toaster = inject(Toaster);
  private readonly words = inject(Words);

  readonly harvest = input.required<Harvest>();
  protected readonly form = harvestForm();
  session!: FormSession<Harvest>;

  ngOnInit(): void {
    const harvest = this.harvest();
    /** What the changes are told from: what somebody else saved, once the user has seen it. */
    let read = harvestValue(harvest);
    this.form.reset(read);
    this.session = runInInjectionContext(this.injector, () =>
      this.forms.open<HarvestValue, Harvest>({
        name: 'harvest',
        record: harvest,
        form: this.form,
        names: NAMES,
        labels: LABELS,
        read: (current) => {
          read = harvestValue(current as Harvest);
          return { value: read, version: (current as Harvest).version };
        },
        save: (value, { version }) =>
          this.harvests.change(harvest.uuid, version ?? harvest.version, harvestChanges(value, read)),
      }),
    );
  }

  protected async send(): Promise<void> {
    const harvest = await this.session.submit();
    if (harvest === null) return;
    this.toaster.done(this.words.of('harvests.saved', { code: harvest.code }));
    await this.router.navigate(['/harvests', harvest.uuid]);
  }
}
