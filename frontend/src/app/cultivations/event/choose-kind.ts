import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { CodePipe } from '@ui/format';
import { loaded } from '@ui/record/record-loader';
import { Cultivations } from '../cultivations-api';
import { GROUPS, ICONS } from './kinds';

/** Which kind of event: they are grouped by what they are about. */
@Component({
  selector: 'ex-choose-kind',
  imports: [RouterLink, TranslatePipe, CodePipe],
  template: `
    <section class="ex-page">
      <a class="back" [routerLink]="['/cultivations', uuid()]">
        <i class="fa fa-arrow-left" aria-hidden="true"></i> {{ cultivation.value()?.code ?? ('cultivations.one' | translate) }}
      </a>
      <h1>{{ 'cultivations.what_happened' | translate }}</h1>
      @for (group of groups; track group.label) {
        <h2>{{ group.label | translate }}</h2>
        <div class="kinds">
          @for (kind of group.kinds; track kind) {
            <a class="btn btn-outline-primary" [routerLink]="['/cultivations', uuid(), 'event', kind]" [attr.data-qa]="'kind-' + kind">
              <i class="fa {{ icons[kind] }}" aria-hidden="true"></i> {{ kind | code: 'event_kind' }}
            </a>
          }
        </div>
      }
    </section>
  `,
  styles: `
    h2 {
      margin: 1em 0 0.4em;
      font-size: 1.08em;
    }
    .kinds {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(11em, 1fr));
      gap: 0.5em;
    }
    .btn {
      min-height: 48px;
      background: var(--ex-surface);
    }
    .btn:hover {
      background: var(--ex-primary);
    }
  `,
})
export class ChooseKind {
  private readonly cultivations = inject(Cultivations);
  readonly uuid = input.required<string>();
  protected readonly cultivation = loaded(this.uuid, (uuid, signal) => this.cultivations.read(uuid, signal));
  protected readonly groups = GROUPS;
  protected readonly icons = ICONS;
}
