import { Component, computed, effect, inject, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { TranslatePipe } from '@ngx-translate/core';
import { debounceTime } from 'rxjs';
import { Filters } from '@ui/list/filters';
import { ListState } from '@ui/list/list-state';
import { AreaPicker } from '@ui/pickers/area/area';
import { DatasetPicker } from '@ui/pickers/dataset/dataset';
import { NomenclaturesMenu } from '@ui/pickers/nomenclature/nomenclatures-menu';
import { NumberInput } from '@ui/pickers/number/number';
import { TaxonPicker } from '@ui/pickers/taxon/taxon';

const TYPING_MS = 300;

/** The filters of the harvests, read from the address and written to it. */
@Component({
  selector: 'ex-harvest-filters',
  imports: [
    ReactiveFormsModule,
    TranslatePipe,
    Filters,
    AreaPicker,
    DatasetPicker,
    NomenclaturesMenu,
    NumberInput,
    TaxonPicker,
  ],
  templateUrl: './harvest-filters.html',
  styleUrl: './harvest-filters.css',
})
export class HarvestFilters {
  protected readonly state = inject(ListState);
  protected readonly active = computed(() => this.state.active('search', 'view', 'bbox'));
  protected readonly kept = ['view'];

  protected readonly form = new FormGroup({
    cd_nom: new FormControl<number | null>(null),
    harvest_type: new FormControl<readonly string[]>([], { nonNullable: true }),
    year_min: new FormControl<number | null>(null),
    year_max: new FormControl<number | null>(null),
    area: new FormControl<number | null>(null),
    id_dataset: new FormControl<number | null>(null),
    archived: new FormControl(false, { nonNullable: true }),
  });

  constructor() {
    effect(() => {
      const asked = this.asked();
      untracked(() => this.show(asked));
    });
    this.form.valueChanges.pipe(debounceTime(TYPING_MS), takeUntilDestroyed()).subscribe(() => {
      if (this.form.valid) void this.state.set(this.written(), true);
    });
  }

  private written(): Record<string, string | number | boolean | null> {
    const { harvest_type, ...others } = this.form.getRawValue();
    return { ...others, harvest_type: harvest_type.join(',') };
  }

  private asked(): Record<string, string | number | boolean | null | readonly string[]> {
    const number = (name: string): number | null => this.state.number(name) ?? null;
    return {
      cd_nom: number('cd_nom'),
      harvest_type: this.state.text('harvest_type')?.split(',') ?? [],
      year_min: number('year_min'),
      year_max: number('year_max'),
      area: number('area'),
      id_dataset: number('id_dataset'),
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
