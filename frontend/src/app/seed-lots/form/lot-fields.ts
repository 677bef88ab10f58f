import { Component, computed, input } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { TranslatePipe } from '@ngx-translate/core';
import { Schemas } from '@api/api';
import { Field } from '@ui/form/field';
import { Fold } from '@ui/form/fold';
import { CodePipe } from '@ui/format';
import { DatasetPicker } from '@ui/pickers/dataset/dataset';
import { DayInput } from '@ui/pickers/day/day';
import { NomenclatureInput } from '@ui/pickers/nomenclature/nomenclature';
import { NomenclaturesMenu } from '@ui/pickers/nomenclature/nomenclatures-menu';
import { NumberInput } from '@ui/pickers/number/number';
import { ObserverPicker } from '@ui/pickers/people/observer';
import { ROLES, STATUSES } from '../list/lot-query';
import { LotForm, TRAITS } from './lot-value';

/** The fields of a lot that are not essential, by what they are about. */
@Component({
  selector: 'ex-lot-fields',
  imports: [
    ReactiveFormsModule,
    TranslatePipe,
    CodePipe,
    Field,
    Fold,
    DatasetPicker,
    DayInput,
    NomenclatureInput,
    NomenclaturesMenu,
    NumberInput,
    ObserverPicker,
  ],
  templateUrl: './lot-fields.html',
  styles: `
    .grid {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(15em, 100%), 1fr));
      gap: 0 1.2em;
    }
    .wide {
      grid-column: 1 / -1;
    }
  `,
})
export class LotFields {
  readonly fields = input.required<LotForm['controls']>();
  /** The lot that is changed: its state and its code can be, too. */
  readonly lot = input<Schemas['SeedLot'] | null>(null);
  protected readonly roles = ROLES;
  protected readonly statuses = STATUSES;
  protected readonly traits = TRAITS;
  protected readonly longevities: readonly Schemas['SeedLongevity'][] = ['short', 'long'];

  protected readonly collection = computed(() => this.some('code', 'id_dataset', 'status', 'status_date', 'role',
    'duplicate_location', 'archive_reserve', 'critical_distribution', 'critical_regeneration'));
  protected readonly seed = computed(() => this.some('dissemination_unit', 'quality', 'atwater_type', 'traits',
    'longevity', 'length_mm', 'width_mm', 'thickness_mm', 'measure_note', 'seed_scan_done'));
  protected readonly drying = computed(() => this.some('pre_drying_start', 'pre_drying_end', 'drying_start', 'drying_end',
    'drying_kind', 'freeze_dried', 'sorted', 'id_cleaned_by', 'cleaned_by_text', 'moisture_percent', 'equilibrium_humidity', 'oil_content_percent'));

  private some(...names: (keyof LotForm['controls'])[]) {
    return names.map((name) => this.fields()[name]);
  }
}
