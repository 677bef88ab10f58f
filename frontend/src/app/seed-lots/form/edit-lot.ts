import { Component, inject, input, viewChild } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Api, answer } from '@api/api';
import { Record } from '@ui/record/record';
import { loaded } from '@ui/record/record-loader';
import { LotEditor } from './lot-editor';

/** Changes a lot: reads it, then shows its form. */
@Component({
  selector: 'ex-edit-lot',
  imports: [TranslatePipe, Record, LotEditor],
  template: `
    <ex-record [record]="lot" [back]="'/seed-lots/' + uuid()" backLabel="lots.back_to_lot">
      <h1 exTitle>{{ 'lots.edit' | translate: { code: lot.value()?.code } }}</h1>
      @if (lot.value(); as lot) {
        <ex-lot-editor [lot]="lot" />
      }
    </ex-record>
  `,
})
export class EditLot {
  private readonly api = inject(Api);
  readonly uuid = input.required<string>();
  protected readonly lot = loaded(this.uuid, (uuid, signal) =>
    answer(this.api.GET('/v1/seed-lots/{uuid}', { params: { path: { uuid } }, signal })),
  );
  private readonly editor = viewChild(LotEditor);

  mayLeave(): Promise<boolean> | boolean {
    return this.editor()?.session.mayLeave() ?? true;
  }
}
