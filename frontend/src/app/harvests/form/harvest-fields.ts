import { Component, computed, inject, input } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { ReactiveFormsModule } from '@angular/forms';
import { TranslatePipe } from '@ngx-translate/core';
import { startWith, switchMap } from 'rxjs';
import type { Schemas } from '@api/api';
import { Session } from '@app/session';
import { Field } from '@ui/form/field';
import { FieldError } from '@ui/form/field-error';
import { Fold } from '@ui/form/fold';
import { GeometryField } from '@ui/map/geometry-field';
import { AreasPicker } from '@ui/pickers/area/areas';
import { DatasetPicker } from '@ui/pickers/dataset/dataset';
import { ImpreciseDateInput } from '@ui/pickers/day/imprecise-date';
import { HabitatPicker } from '@ui/pickers/habitat/habitat';
import { NomenclatureInput } from '@ui/pickers/nomenclature/nomenclature';
import { NumberInput } from '@ui/pickers/number/number';
import { ObserversPicker } from '@ui/pickers/people/observers';
import type { Harvest } from '../harvests-api';
import { HarvestForm } from './harvest-value';

/** The code of a precise position, in every instance. */
const PRECISE = 'ptp';

/** The fields of a harvest: the essential first, the rest folded by what it is about. */
@Component({
  selector: 'ex-harvest-fields',
  imports: [
    ReactiveFormsModule,
    TranslatePipe,
    Field,
    FieldError,
    Fold,
    GeometryField,
    AreasPicker,
    DatasetPicker,
    ImpreciseDateInput,
    HabitatPicker,
    NomenclatureInput,
    NumberInput,
    ObserversPicker,
  ],
  templateUrl: './harvest-fields.html',
  styleUrl: './harvest-fields.css',
})
export class HarvestFields {
  private readonly session = inject(Session);

  readonly form = input.required<HarvestForm>();
  /** The harvest that is changed. */
  readonly harvest = input<Harvest | null>(null);

  /** Who is known by name already: those of the harvest, and the one who types. */
  protected readonly people = computed<Schemas['Observer'][]>(() => {
    const me = this.session.me();
    const known = (this.harvest()?.observers ?? []).map(({ id_role, name }) => ({ id_role, name: name ?? '' }));
    return me === null ? known : [...known, { id_role: me.id_role, name: me.name }];
  });
  private readonly geometry = toSignal(
    toObservable(this.form).pipe(
      switchMap(({ controls: { geometry } }) => geometry.valueChanges.pipe(startWith(geometry.value))),
    ),
  );
  /** Without a geometry, one says the municipality at least. */
  protected readonly placeless = computed(() => this.geometry() === null);

  protected readonly place = computed(() =>
    this.some(
      'geographical_precision',
      'precision_m',
      'altitude_min',
      'altitude_max',
      'slope_degrees',
      'exposure',
      'cd_hab',
      'surface_m2',
      'landowner_consent',
    ),
  );
  protected readonly population = computed(() =>
    this.some(
      'population_size',
      'individuals_seen',
      'individuals_fruiting',
      'crop_share_percent',
      'associated_species',
    ),
  );
  protected readonly protocol = computed(() => this.some('protocol_note', 'herbarium_voucher', 'remarks', 'code'));

  /** The device said where it is, and how well. */
  protected located(accuracy: number): void {
    const { geographical_precision, precision_m } = this.form().controls;
    geographical_precision.setValue(PRECISE);
    precision_m.setValue(Math.max(1, Math.ceil(accuracy)));
  }

  private some(...names: (keyof HarvestForm['controls'])[]) {
    return names.map((name) => this.form().controls[name]);
  }
}
