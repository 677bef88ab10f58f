import { Component, inject, input, viewChild } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Api, answer } from '@api/api';
import { Record } from '@ui/record/record';
import { loaded } from '@ui/record/record-loader';
import { PlaceEditor } from './place-editor';

/** Changes a place: reads it, then shows its form. */
@Component({
  selector: 'ex-edit-place',
  imports: [TranslatePipe, Record, PlaceEditor],
  template: `
    <ex-record [record]="place" [back]="'/places/' + uuid()" backLabel="places.back_to_place">
      <h1 exTitle>{{ 'places.edit' | translate: { code: place.value()?.code } }}</h1>
      @if (place.value(); as it) {
        <ex-place-editor [place]="it" />
      }
    </ex-record>
  `,
})
export class EditPlace {
  private readonly api = inject(Api);
  readonly uuid = input.required<string>();
  protected readonly place = loaded(this.uuid, (uuid, signal) =>
    answer(this.api.GET('/v1/places/{uuid}', { params: { path: { uuid } }, signal })),
  );
  private readonly editor = viewChild(PlaceEditor);

  mayLeave(): Promise<boolean> | boolean {
    return this.editor()?.session.mayLeave() ?? true;
  }
}
