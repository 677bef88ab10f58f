import { Component, inject, input, viewChild } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Record } from '@ui/record/record';
import { loaded } from '@ui/record/record-loader';
import { Harvests } from '../harvests-api';
import { HarvestEditor } from './harvest-editor';

/** Changes a harvest: reads it, then shows its form. */
@Component({
  selector: 'ex-edit-harvest',
  imports: [TranslatePipe, Record, HarvestEditor],
  template: `
    <ex-record [record]="harvest" [back]="'/harvests/' + uuid()" backLabel="harvests.back_to_harvest">
      <h1 exTitle>{{ 'harvests.edit' | translate: { code: harvest.value()?.code } }}</h1>
      @if (harvest.value(); as harvest) {
        <ex-harvest-editor [harvest]="harvest" />
      }
    </ex-record>
  `,
})
export class EditHarvest {
  private readonly harvests = inject(Harvests);
  readonly uuid = input.required<string>();
  protected readonly harvest = loaded(this.uuid, (uuid, signal) => this.harvests.read(uuid, signal));
  private readonly editor = viewChild(HarvestEditor);

  mayLeave(): Promise<boolean> | boolean {
    return this.editor()?.session.mayLeave() ?? true;
  }
}
