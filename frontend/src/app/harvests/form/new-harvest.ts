import { Component, inject } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Api, answer, idempotent } from '@api/api';
import { Session } from '@app/session';
import { Forms } from '@ui/form/form-session';
import { FormStatus } from '@ui/form/form-status';
import { Toaster } from '@ui/toast/toaster';
import { Words } from '@ui/words';
import { Harvest } from '../harvests-api';
import { HarvestFields } from './harvest-fields';
import { HarvestValue, NAMES, UNIQUE, harvestForm, newHarvest } from './harvest-value';
import { onlyDataset } from './only-dataset';

/** Most harvests are made in the wild. */
const IN_SITU = 'rin';

@Component({
  selector: 'ex-new-harvest',
  imports: [ReactiveFormsModule, RouterLink, TranslatePipe, FormStatus, HarvestFields],
  template: `
    <section class="ex-page">
      <a class="back" routerLink="/harvests"
        ><i class="fa fa-arrow-left" aria-hidden="true"></i> {{ 'nav.harvests' | translate }}</a
      >
      <h1>{{ 'harvests.add' | translate }}</h1>
      <form [formGroup]="form" (ngSubmit)="send()" data-qa="harvest-form">
        <ex-form-status [session]="session" />
        <ex-harvest-fields [form]="form" />
        <div class="send">
          <a class="btn btn-outline-secondary" routerLink="/harvests">{{ 'action.cancel' | translate }}</a>
          <button type="submit" class="btn btn-success" data-qa="harvest-save" [disabled]="session.busy()">
            {{ 'action.save' | translate }}
          </button>
        </div>
      </form>
    </section>
  `,
  styleUrl: './harvest-form.css',
})
export class NewHarvest {
  private readonly api = inject(Api);
  private readonly me = inject(Session).me();
  private readonly router = inject(Router);
  private readonly toaster = inject(Toaster);
  private readonly words = inject(Words);

  protected readonly form = this.prepared();
  protected readonly session = inject(Forms).open<HarvestValue, Harvest>({
    name: 'harvest',
    form: this.form,
    names: NAMES,
    unique: UNIQUE,
    save: (value, { key }) =>
      answer(this.api.POST('/v1/harvests', { body: newHarvest(value), headers: idempotent(key) })),
  });

  constructor() {
    void onlyDataset(this.api, this.form.controls.id_dataset);
  }

  mayLeave(): Promise<boolean> {
    return this.session.mayLeave();
  }

  protected async send(): Promise<void> {
    const harvest = await this.session.submit();
    if (harvest === null) return;
    this.toaster.done(this.words.of('harvests.created', { code: harvest.code }));
    await this.router.navigate(['/harvests', harvest.uuid]);
  }

  /** In the wild, by the one who types, until they say otherwise. */
  private prepared() {
    const form = harvestForm();
    form.patchValue({ harvest_type: IN_SITU, observers: this.me === null ? [] : [this.me.id_role] });
    return form;
  }
}
