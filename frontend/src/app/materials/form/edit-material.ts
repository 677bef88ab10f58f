import { Component, inject, input, viewChild } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Record } from '@ui/record/record';
import { loaded } from '@ui/record/record-loader';
import { Materials } from '../materials-api';
import { MaterialEditor } from './material-editor';

/** Changes a material: reads it, then shows its form. */
@Component({
  selector: 'ex-edit-material',
  imports: [TranslatePipe, Record, MaterialEditor],
  template: `
    <ex-record [record]="material" [back]="'/materials/' + uuid()" backLabel="materials.back_to_material">
      <h1 exTitle>{{ 'materials.edit' | translate: { code: material.value()?.code } }}</h1>
      @if (material.value(); as material) {
        <ex-material-editor [material]="material" />
      }
    </ex-record>
  `,
})
export class EditMaterial {
  private readonly materials = inject(Materials);
  readonly uuid = input.required<string>();
  protected readonly material = loaded(this.uuid, (uuid, signal) => this.materials.read(uuid, signal));
  private readonly editor = viewChild(MaterialEditor);

  mayLeave(): Promise<boolean> | boolean {
    return this.editor()?.session.mayLeave() ?? true;
  }
}
