import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Loaded } from './record-loader';

/**
 * The frame of a record's page: the way back, the title, badges, actions, then its sections.
 * Slots: `[exTitle]`, `[exBadges]`, `[exActions]`, and the rest.
 */
@Component({
  selector: 'ex-record',
  imports: [RouterLink, TranslatePipe],
  template: `
    <article class="ex-page">
      <a class="back" [routerLink]="back()" queryParamsHandling="">
        <i class="fa fa-arrow-left" aria-hidden="true"></i> {{ backLabel() | translate }}
      </a>
      @if (record().value() !== null) {
        <header>
          <div class="title">
            <ng-content select="[exTitle]" />
            <ng-content select="[exBadges]" />
          </div>
          <div class="actions"><ng-content select="[exActions]" /></div>
        </header>
        <ng-content />
      } @else if (record().problem(); as problem) {
        <div class="alert alert-warning" role="alert" data-qa="record-problem">
          <h1 class="h4">{{ (problem.status === 404 ? 'not_found.title' : 'shell.unreachable') | translate }}</h1>
          <p>
            {{ problem.document?.detail ?? ('shell.unreachable_detail' | translate) }}
          </p>
          <button type="button" class="btn btn-outline-primary" (click)="record().refresh()">
            {{ 'action.retry' | translate }}
          </button>
        </div>
      } @else {
        <div class="skeleton" aria-busy="true">
          <span class="sr-only">{{ 'list.loading' | translate }}</span>
          <span class="bone wide"></span><span class="bone"></span><span class="bone tall"></span>
        </div>
      }
    </article>
  `,
  styleUrl: './record.css',
})
export class Record {
  readonly record = input.required<Loaded<unknown>>();
  readonly back = input.required<string>();
  /** Key of the translation of where back goes. */
  readonly backLabel = input.required<string>();
}
