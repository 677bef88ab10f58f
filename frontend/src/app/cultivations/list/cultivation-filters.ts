import { Component, computed, effect, inject, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { TranslatePipe } from '@ngx-translate/core';
import { CodePipe } from '@ui/format';
import { Filters } from '@ui/list/filters';
import { ListState } from '@ui/list/list-state';
import { MaterialPicker } from '@ui/pickers/material/material';
import { PlacePicker } from '@ui/pickers/place/place';
import { TaxonPicker } from '@ui/pickers/taxon/taxon';

/** The filters of the cultivations, read from the address and written to it. */
@Component({
  selector: 'ex-cultivation-filters',
  imports: [ReactiveFormsModule, TranslatePipe, CodePipe, Filters, MaterialPicker, PlacePicker, TaxonPicker],
  template: `
    <ex-filters hint="cultivations.search_hint" [active]="active()">
      <ng-container [formGroup]="form">
        <div>
          <label for="cultivations-place" id="cultivations-place-label">{{ 'cultivations.field.place' | translate }}</label>
          <ex-pick-place inputId="cultivations-place" formControlName="place" />
        </div>
        <div>
          <label for="cultivations-taxon" id="cultivations-taxon-label">{{ 'cultivations.taxon' | translate }}</label>
          <ex-pick-taxon inputId="cultivations-taxon" formControlName="cd_nom" />
        </div>
        <div>
          <label for="cultivations-state">{{ 'cultivations.state' | translate }}</label>
          <select id="cultivations-state" class="form-control" formControlName="state">
            <option [ngValue]="null">{{ 'list.all' | translate }}</option>
            <option value="open">{{ 'open' | code: 'cultivation_state' }}</option>
            <option value="closed">{{ 'closed' | code: 'cultivation_state' }}</option>
          </select>
        </div>
        <div>
          <label for="cultivations-material" id="cultivations-material-label">{{ 'cultivations.material' | translate }}</label>
          <ex-pick-material inputId="cultivations-material" formControlName="material" />
        </div>
        <div class="custom-control custom-checkbox">
          <input id="cultivations-archived" type="checkbox" class="custom-control-input" formControlName="archived" />
          <label for="cultivations-archived" class="custom-control-label">{{ 'list.archived_too' | translate }}</label>
        </div>
      </ng-container>
    </ex-filters>
  `,
  styles: `
    label {
      margin-bottom: 0.2em;
      font-weight: 600;
    }
    .custom-control-label {
      font-weight: 400;
    }
  `,
})
export class CultivationFilters {
  protected readonly state = inject(ListState);
  protected readonly active = computed(() => this.state.active('search'));

  protected readonly form = new FormGroup({
    place: new FormControl<string | null>(null),
    cd_nom: new FormControl<number | null>(null),
    state: new FormControl<string | null>(null),
    material: new FormControl<string | null>(null),
    archived: new FormControl(false, { nonNullable: true }),
  });

  constructor() {
    effect(() => {
      const asked = {
        place: this.state.get('place'),
        cd_nom: this.state.number('cd_nom') ?? null,
        state: this.state.get('state'),
        material: this.state.get('material'),
        archived: this.state.flag('archived') ?? false,
      };
      untracked(() => this.form.setValue(asked, { emitEvent: false }));
    });
    this.form.valueChanges.pipe(takeUntilDestroyed()).subscribe(() => {
      void this.state.set(this.form.getRawValue(), true);
    });
  }
}
