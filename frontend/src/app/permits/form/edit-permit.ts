import { Component, inject, input, viewChild } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Record } from '@ui/record/record';
import { loaded } from '@ui/record/record-loader';
import { Permits } from '../permits-api';
import { PermitEditor } from './permit-editor';

/** Changes a permit: reads it, then shows its form. */
@Component({
  selector: 'ex-edit-permit',
  imports: [TranslatePipe, Record, PermitEditor],
  template: `
    <ex-record [record]="permit" [back]="'/permits/' + uuid()" backLabel="permits.back_to_permit">
      <h1 exTitle>{{ 'permits.edit' | translate: { number: permit.value()?.number } }}</h1>
      @if (permit.value(); as permit) {
        <ex-permit-editor [permit]="permit" />
      }
    </ex-record>
  `,
})
export class EditPermit {
  private readonly permits = inject(Permits);
  readonly uuid = input.required<string>();
  protected readonly permit = loaded(this.uuid, (uuid, signal) => this.permits.read(uuid, signal));
  private readonly editor = viewChild(PermitEditor);

  mayLeave(): Promise<boolean> | boolean {
    return this.editor()?.session.mayLeave() ?? true;
  }
}
