import { Component, computed, effect, inject, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { TranslatePipe } from '@ngx-translate/core';
import { debounceTime } from 'rxjs';
import { Schemas } from '@api/api';
import { CodePipe } from '@ui/format';
import { Filters } from '@ui/list/filters';
import { ListState } from '@ui/list/list-state';
import { DatasetPicker } from '@ui/pickers/dataset/dataset';
import { DayInput } from '@ui/pickers/day/day';
import { NumberInput } from '@ui/pickers/number/number';
import { PlacePicker } from '@ui/pickers/place/place';
import { TaxonPicker } from '@ui/pickers/taxon/taxon';
import { ROLES, STATUSES, statusesOf } from './lot-query';

/** Filters that have a field of their own behind the button. */
const FIELDS = ['cd_nom', 'role', 'place', 'id_dataset', 'min_seeds', 'max_seeds', 'packaging_min', 'packaging_max'] as const;
const TYPING_MS = 300;

/** The filters of the lots, read from the address and written to it. */
@Component({
  selector: 'ex-lot-filters',
  imports: [
    ReactiveFormsModule,
    TranslatePipe,
    CodePipe,
    Filters,
    DatasetPicker,
    DayInput,
    NumberInput,
    PlacePicker,
    TaxonPicker,
  ],
  templateUrl: './lot-filters.html',
  styleUrl: './lot-filters.css',
})
export class LotFilters {
  protected readonly state = inject(ListState);
  protected readonly roles = ROLES;
  protected readonly statuses = STATUSES;
  protected readonly chosenStatuses = computed(() => statusesOf(this.state.get('status')));
  protected readonly active = computed(() => this.state.active('search', 'below_threshold', 'unknown_balance'));

  protected readonly form = new FormGroup({
    cd_nom: new FormControl<number | null>(null),
    role: new FormControl<Schemas['SeedLotRole'] | null>(null),
    place: new FormControl<string | null>(null),
    id_dataset: new FormControl<number | null>(null),
    min_seeds: new FormControl<number | null>(null),
    max_seeds: new FormControl<number | null>(null),
    packaging_min: new FormControl<string | null>(null),
    packaging_max: new FormControl<string | null>(null),
    archived: new FormControl(false, { nonNullable: true }),
  });

  constructor() {
    effect(() => {
      const asked = this.asked();
      untracked(() => this.show(asked));
    });
    this.form.valueChanges
      .pipe(debounceTime(TYPING_MS), takeUntilDestroyed())
      .subscribe(() => void this.state.set(this.form.getRawValue(), true));
  }

  protected toggle(filter: string): void {
    void this.state.set({ [filter]: this.state.flag(filter) === undefined });
  }

  protected toggleStatus(status: Schemas['SeedLotStatus']): void {
    const chosen = this.chosenStatuses();
    const next = chosen.includes(status) ? chosen.filter((one) => one !== status) : [...chosen, status];
    void this.state.set({ status: next.join(',') });
  }

  private asked(): Record<string, string | number | boolean | null> {
    const numbers = ['cd_nom', 'id_dataset', 'min_seeds', 'max_seeds'];
    const values = FIELDS.map((name) => [
      name,
      (numbers.includes(name) ? this.state.number(name) : this.state.text(name)) ?? null,
    ]);
    return { ...Object.fromEntries(values), archived: this.state.flag('archived') ?? false };
  }

  /** Leaves alone what is typed already as the address has it. */
  private show(asked: Readonly<Record<string, unknown>>): void {
    for (const [name, control] of Object.entries(this.form.controls)) {
      if (control.value !== asked[name]) control.setValue(asked[name] as never, { emitEvent: false });
    }
  }
}
