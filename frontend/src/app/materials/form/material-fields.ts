import { Component, computed, input } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { TranslatePipe } from '@ngx-translate/core';
import { Field } from '@ui/form/field';
import { Fold } from '@ui/form/fold';
import { DatasetPicker } from '@ui/pickers/dataset/dataset';
import { NomenclatureInput } from '@ui/pickers/nomenclature/nomenclature';
import { NumberInput } from '@ui/pickers/number/number';
import type { Material } from '../materials-api';
import { MaterialForm } from './material-value';
import { TaxaField } from './taxa-field';

/** The fields of a material: the essential first, the rest folded by what it is about. */
@Component({
  selector: 'ex-material-fields',
  imports: [
    ReactiveFormsModule,
    TranslatePipe,
    Field,
    Fold,
    DatasetPicker,
    NomenclatureInput,
    NumberInput,
    TaxaField,
  ],
  templateUrl: './material-fields.html',
  styleUrl: './material-fields.css',
})
export class MaterialFields {
  readonly fields = input.required<MaterialForm['controls']>();
  /** The material that is changed: its code is not. */
  readonly material = input<Material | null>(null);

  protected readonly sampling = computed(() =>
    this.some(
      'individuals_class',
      'sampling_method',
      'phenology_1',
      'phenology_2',
      'hybridisation_risk',
      'soil_sampling',
    ),
  );
  protected readonly more = computed(() => this.some('culture_bank_code', 'id_dataset', 'remarks', 'code'));

  private some(...names: (keyof MaterialForm['controls'])[]) {
    return names.map((name) => this.fields()[name]);
  }
}
