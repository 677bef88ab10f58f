import { Component, computed, effect, inject, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { TranslatePipe } from '@ngx-translate/core';
import { Filters } from '@ui/list/filters';
import { ListState } from '@ui/list/list-state';
import { DatasetPicker } from '@ui/pickers/dataset/dataset';
import { HarvestPicker } from '@ui/pickers/harvest/harvest';
import { MaterialPicker } from '@ui/pickers/material/material';
import { NomenclaturesMenu } from '@ui/pickers/nomenclature/nomenclatures-menu';
import { ReceptionPicker } from '@ui/pickers/reception/reception';
import { TaxonPicker } from '@ui/pickers/taxon/taxon';

/** The filters of the materials, read from the address and written to it. */
@Component({
  selector: 'ex-material-filters',
  imports: [
    ReactiveFormsModule,
    TranslatePipe,
    Filters,
    DatasetPicker,
    HarvestPicker,
    MaterialPicker,
    NomenclaturesMenu,
    ReceptionPicker,
    TaxonPicker,
  ],
  templateUrl: './material-filters.html',
  styleUrl: './material-filters.css',
})
export class MaterialFilters {
  protected readonly state = inject(ListState);
  protected readonly active = computed(() => this.state.active('search'));

  protected readonly form = new FormGroup({
    cd_nom: new FormControl<number | null>(null),
    material_type: new FormControl<readonly string[]>([], { nonNullable: true }),
    harvest: new FormControl<string | null>(null),
    reception: new FormControl<string | null>(null),
    parent: new FormControl<string | null>(null),
    id_dataset: new FormControl<number | null>(null),
    archived: new FormControl(false, { nonNullable: true }),
  });

  constructor() {
    effect(() => {
      const asked = this.asked();
      untracked(() => this.show(asked));
    });
    this.form.valueChanges.pipe(takeUntilDestroyed()).subscribe(() => {
      const { material_type, ...others } = this.form.getRawValue();
      void this.state.set({ ...others, material_type: material_type.join(',') }, true);
    });
  }

  private asked(): Record<string, string | number | boolean | null | readonly string[]> {
    return {
      cd_nom: this.state.number('cd_nom') ?? null,
      material_type: this.state.text('material_type')?.split(',') ?? [],
      harvest: this.state.get('harvest'),
      reception: this.state.get('reception'),
      parent: this.state.get('parent'),
      id_dataset: this.state.number('id_dataset') ?? null,
      archived: this.state.flag('archived') ?? false,
    };
  }

  /** Leaves alone what the form has already as the address has it. */
  private show(asked: Readonly<Record<string, unknown>>): void {
    for (const [name, control] of Object.entries(this.form.controls)) {
      if (String(control.value) !== String(asked[name])) control.setValue(asked[name] as never, { emitEvent: false });
    }
  }
}
