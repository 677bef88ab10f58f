import { Component, computed, inject } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Filters } from '@ui/list/filters';
import { ListState } from '@ui/list/list-state';

@Component({
  selector: 'ex-material-filters',
  imports: [TranslatePipe, Filters],
  template: `
    <ex-filters hint="materials.search_hint" [active]="active()">
      <div class="form-group form-check">
        <input
          id="ex-archived"
          class="form-check-input"
          type="checkbox"
          [checked]="state.flag('archived')"
          (change)="state.set({ archived: archived.checked })"
          #archived
        />
        <label class="form-check-label" for="ex-archived">{{ 'list.archived_too' | translate }}</label>
      </div>
    </ex-filters>
  `,
})
export class MaterialFilters {
  protected readonly state = inject(ListState);
  protected readonly active = computed(() => this.state.active('search'));
}
