import { JsonPipe } from '@angular/common';
import { Component, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { TranslatePipe } from '@ngx-translate/core';
import { Api, Schemas, answer } from '@api/api';
import { Field } from '@ui/form/field';
import { Segment, Segments } from '@ui/form/segments';
import { AreaPicker } from '@ui/pickers/area/area';
import { AreasPicker } from '@ui/pickers/area/areas';
import { DatasetPicker } from '@ui/pickers/dataset/dataset';
import { DayInput } from '@ui/pickers/day/day';
import { ImpreciseDate } from '@ui/pickers/day/imprecise';
import { ImpreciseDateInput } from '@ui/pickers/day/imprecise-date';
import { HabitatPicker } from '@ui/pickers/habitat/habitat';
import { MaterialPicker } from '@ui/pickers/material/material';
import { NomenclatureInput } from '@ui/pickers/nomenclature/nomenclature';
import { NomenclaturesMenu } from '@ui/pickers/nomenclature/nomenclatures-menu';
import { NumberInput } from '@ui/pickers/number/number';
import { ObserverPicker } from '@ui/pickers/people/observer';
import { ObserversPicker } from '@ui/pickers/people/observers';
import { PartnerPicker } from '@ui/pickers/partner/partner';
import { PlacePicker } from '@ui/pickers/place/place';
import { SeedLotPicker } from '@ui/pickers/seed-lot/seed-lot';
import { TaxonPicker } from '@ui/pickers/taxon/taxon';
import { Toaster } from '@ui/toast/toaster';

/** The controls of the forms, empty, filled with what the service has, refused and disabled. */
@Component({
  selector: 'ex-pickers-section',
  imports: [
    JsonPipe,
    ReactiveFormsModule,
    TranslatePipe,
    Field,
    DayInput,
    ImpreciseDateInput,
    NumberInput,
    NomenclatureInput,
    NomenclaturesMenu,
    TaxonPicker,
    ObserverPicker,
    ObserversPicker,
    DatasetPicker,
    AreaPicker,
    AreasPicker,
    HabitatPicker,
    PartnerPicker,
    PlacePicker,
    MaterialPicker,
    SeedLotPicker,
    Segments,
  ],
  templateUrl: './pickers-section.html',
  styles: `
    .tools {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5em;
    }
    pre {
      white-space: pre-wrap;
    }
  `,
})
export class PickersSection {
  private readonly api = inject(Api);
  private readonly toaster = inject(Toaster);

  protected readonly bases: readonly Segment[] = [
    { value: 'counted', label: 'enum.basis.counted' },
    { value: 'weighed', label: 'enum.basis.weighed' },
    { value: 'estimated', label: 'enum.basis.estimated' },
  ];
  protected readonly somebody = signal<Schemas['Observer'] | null>(null);
  protected readonly form = new FormGroup({
    day: new FormControl<string | null>(null, Validators.required),
    date: new FormControl<ImpreciseDate | null>(null, Validators.required),
    mass: new FormControl<number | null>(null),
    seeds: new FormControl<number | null>(null, Validators.required),
    temperature: new FormControl<number | null>(null),
    type: new FormControl<string | null>(null, Validators.required),
    decoration: new FormControl<readonly string[]>([], { nonNullable: true }),
    taxon: new FormControl<number | null>(null, Validators.required),
    observer: new FormControl<number | null>(null),
    observers: new FormControl<readonly number[]>([], { nonNullable: true, validators: Validators.required }),
    dataset: new FormControl<number | null>(null, Validators.required),
    area: new FormControl<number | null>(null),
    areas: new FormControl<readonly number[]>([], { nonNullable: true }),
    habitat: new FormControl<number | null>(null),
    place: new FormControl<string | null>(null),
    material: new FormControl<string | null>(null),
    lot: new FormControl<string | null>(null),
    partner: new FormControl<string | null>(null),
    basis: new FormControl<string | null>('counted', Validators.required),
  });
  protected readonly value = toSignal(this.form.valueChanges, { initialValue: this.form.value });

  /** What a form of an existing record does: it has the keys, and the object of one of them only. */
  protected async fill(): Promise<void> {
    try {
      const query = { limit: 1 };
      const [lots, people, datasets] = await Promise.all([
        answer(this.api.GET('/v1/seed-lots', { params: { query: { ...query, min_seeds: 1 } } })),
        answer(this.api.GET('/v1/referentials/observers', { params: { query } })),
        answer(this.api.GET('/v1/referentials/datasets', { params: { query: { ...query, create: true } } })),
      ]);
      const [lot, person, dataset] = [lots.items[0], people[0] ?? null, datasets[0]];
      this.somebody.set(person);
      this.form.patchValue({
        day: '2026-11-25',
        date: { date_min: '2025-08-01', date_max: '2025-08-31', date_precision: 'month' },
        mass: 5.1499,
        seeds: 1250,
        temperature: -18,
        type: 'rin',
        decoration: ['alv', 'ret'],
        taxon: lot?.taxon.cd_nom ?? null,
        observer: person?.id_role ?? null,
        dataset: dataset?.id_dataset ?? null,
        place: lot?.place && 'uuid' in lot.place ? lot.place.uuid : null,
        material: lot && 'uuid' in lot.material ? lot.material.uuid : null,
        lot: lot?.uuid ?? null,
      });
    } catch (error) {
      this.toaster.refused(error);
    }
  }

  protected enable(): void {
    if (this.form.disabled) this.form.enable();
    else this.form.disable();
  }
}
