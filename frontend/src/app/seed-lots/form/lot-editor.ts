import { Component, OnInit, Injector, inject, input, runInInjectionContext } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Api, Schemas, answer, ifMatch } from '@api/api';
import { Field } from '@ui/form/field';
import { FormSession, Forms } from '@ui/form/form-session';
import { FormStatus } from '@ui/form/form-status';
import { DayInput } from '@ui/pickers/day/day';
import { MaterialPicker } from '@ui/pickers/material/material';
import { Toaster } from '@ui/toast/toaster';
import { Words } from '@ui/words';
import { LotFields } from './lot-fields';
import { LotValue, lotChanges, lotForm, lotValue } from './lot-value';

type SeedLot = Schemas['SeedLot'];

/** The form of a lot that was read. How many seeds there are changes by movements, not here. */
@Component({
  selector: 'ex-lot-editor',
  imports: [ReactiveFormsModule, RouterLink, TranslatePipe, Field, FormStatus, DayInput, MaterialPicker, LotFields],
  template: `
    <form [formGroup]="form" (ngSubmit)="send()" data-qa="lot-form">
      <ex-form-status [session]="session" />
      <div class="card essential">
        <div class="grid">
          <ex-field label="lots.material" for="material" [control]="form.controls.material">
            <ex-pick-material inputId="material" formControlName="material" />
          </ex-field>
          <ex-field label="lots.packaging_date" for="packaging_date" [control]="form.controls.packaging_date">
            <ex-day inputId="packaging_date" formControlName="packaging_date" />
          </ex-field>
          <ex-field label="lots.container" for="container" [control]="form.controls.container">
            <input id="container" class="form-control" formControlName="container" aria-describedby="container-error" />
          </ex-field>
        </div>
      </div>
      <ex-lot-fields [fields]="form.controls" [lot]="lot()" />
      <div class="send">
        <a class="btn btn-outline-secondary" [routerLink]="['/seed-lots', lot().uuid]">{{ 'action.cancel' | translate }}</a>
        <button type="submit" class="btn btn-success" data-qa="lot-save" [disabled]="session.busy()">
          {{ 'action.save' | translate }}
        </button>
      </div>
    </form>
  `,
  styleUrl: './lot-form.css',
})
export class LotEditor implements OnInit {
  private readonly api = inject(Api);
  private readonly forms = inject(Forms);
  private readonly injector = inject(Injector);
  private readonly router = inject(Router);
  private readonly toaster = inject(Toaster);
  private readonly words = inject(Words);

  readonly lot = input.required<SeedLot>();
  protected readonly form = lotForm();
  session!: FormSession<SeedLot>;

  ngOnInit(): void {
    const lot = this.lot();
    const read = lotValue(lot);
    this.form.reset(read);
    // A material that one may not read stays as it is.
    if (read.material === null) this.form.controls.material.disable();
    this.session = runInInjectionContext(this.injector, () =>
      this.forms.open<LotValue, SeedLot>({
        name: 'seed-lot',
        record: lot,
        form: this.form,
        read: (current) => ({ value: lotValue(current as SeedLot), version: (current as SeedLot).version }),
        labels: LABELS,
        save: (value, { version }) =>
          answer(
            this.api.PATCH('/v1/seed-lots/{uuid}', {
              params: { path: { uuid: lot.uuid } },
              body: lotChanges(value, read),
              headers: ifMatch(version ?? lot.version),
            }),
          ),
      }),
    );
  }

  protected async send(): Promise<void> {
    const lot = await this.session.submit();
    if (lot === null) return;
    this.toaster.done(this.words.of('lots.saved', { code: lot.code }));
    await this.router.navigate(['/seed-lots', lot.uuid]);
  }
}

/** What a conflict calls the fields. */
const LABELS = {
  material: 'lots.material',
  code: 'lots.code',
  id_dataset: 'lots.dataset',
  status: 'lots.status',
  status_date: 'lots.status_date',
  role: 'lots.role',
  duplicate_location: 'lots.duplicate_location',
  archive_reserve: 'lots.archive_reserve',
  critical_distribution: 'lots.critical_distribution',
  critical_regeneration: 'lots.critical_regeneration',
  packaging_date: 'lots.packaging_date',
  container: 'lots.container',
  dissemination_unit: 'lots.dissemination_unit',
  quality: 'lots.quality',
  atwater_type: 'lots.atwater_type',
  traits: 'lots.tab.traits',
  length_mm: 'lots.length_mm',
  width_mm: 'lots.width_mm',
  thickness_mm: 'lots.thickness_mm',
  measure_note: 'lots.measure_note',
  seed_scan_done: 'lots.seed_scan_done',
  pre_drying_start: 'lots.pre_drying_start',
  pre_drying_end: 'lots.pre_drying_end',
  drying_start: 'lots.drying_start',
  drying_end: 'lots.drying_end',
  drying_kind: 'lots.drying_kind',
  freeze_dried: 'lots.freeze_dried',
  sorted: 'lots.sorted',
  id_cleaned_by: 'lots.cleaned_by',
  cleaned_by_text: 'lots.cleaned_by_text',
  moisture_percent: 'lots.moisture_percent',
  equilibrium_humidity: 'lots.equilibrium_humidity',
  oil_content_percent: 'lots.oil_content_percent',
  longevity: 'lots.longevity',
  remarks: 'lots.remarks',
} as const;
