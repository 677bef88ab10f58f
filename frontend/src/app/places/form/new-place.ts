import { Component, inject, input, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Api, answer } from '@api/api';
import { loaded } from '@ui/record/record-loader';
import { PlaceEditor } from './place-editor';

/** A new place, in the one of the address when there is one. */
@Component({
  selector: 'ex-new-place',
  imports: [RouterLink, TranslatePipe, PlaceEditor],
  template: `
    <section class="ex-page">
      <a class="back" [routerLink]="['/places', parent() ?? '']">
        <i class="fa fa-arrow-left" aria-hidden="true"></i> {{ 'nav.places' | translate }}
      </a>
      <h1>{{ 'places.new' | translate }}</h1>
      @if (parent() === undefined || holder.value() !== null) {
        <ex-place-editor [holder]="holder.value()" />
      } @else if (holder.problem(); as problem) {
        <div class="alert alert-warning" role="alert">
          {{ problem.document?.detail ?? ('shell.unreachable_detail' | translate) }}
        </div>
      }
    </section>
  `,
  styleUrl: './place-form.css',
})
export class NewPlace {
  private readonly api = inject(Api);
  /** The place that holds it. */
  readonly parent = input<string>();
  protected readonly holder = loaded(this.parent, (uuid, signal) =>
    answer(this.api.GET('/v1/places/{uuid}', { params: { path: { uuid } }, signal })),
  );
  private readonly editor = viewChild(PlaceEditor);

  mayLeave(): Promise<boolean> | boolean {
    return this.editor()?.session.mayLeave() ?? true;
  }
}
