import { NgTemplateOutlet } from '@angular/common';
import { Component, Directive, TemplateRef, computed, contentChild, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import type { Page } from '../list/page-window';
import { Loaded } from './record-loader';

/** How a row of `ex-related` looks: `<ng-template [exRelatedRow]="lots" let-lot>…</ng-template>`. */
@Directive({ selector: 'ng-template[exRelatedRow]' })
export class RelatedRow<T> {
  /** The list, which says to the compiler what its rows are. */
  readonly exRelatedRow = input.required<Loaded<Page<T>>>();
  readonly template = inject<TemplateRef<{ $implicit: T }>>(TemplateRef);

  static ngTemplateContextGuard<T>(_: RelatedRow<T>, context: unknown): context is { $implicit: T } {
    return true;
  }
}

/** What hangs on a record: its first rows, each a link, and the way to all of them. `[exDo]` is what one adds. */
@Component({
  selector: 'ex-related',
  imports: [NgTemplateOutlet, RouterLink, TranslatePipe],
  template: `
    <section [attr.aria-labelledby]="name()" [attr.data-qa]="name()">
      <header class="ex-head">
        <h2 [id]="name()">
          {{ label() | translate }}
          @if (count() > 0) {
            <span class="badge badge-secondary">{{ count() }}</span>
          }
        </h2>
        <ng-content select="[exDo]" />
      </header>
      <ul class="list-group" [attr.aria-busy]="page().loading()">
        @for (row of page().value()?.items; track row.uuid) {
          <li class="list-group-item">
            <a [routerLink]="[link(), row.uuid]">
              <ng-container *ngTemplateOutlet="rowTemplate().template; context: { $implicit: row }" />
            </a>
          </li>
        } @empty {
          <li class="list-group-item ex-muted">
            @if (page().value() !== null) {
              {{ empty() | translate }}
            } @else if (page().problem() !== null) {
              {{ page().problem()?.document?.detail ?? ('shell.unreachable_detail' | translate) }}
            } @else {
              {{ 'list.loading' | translate }}
            }
          </li>
        }
      </ul>
      @if (page().value()?.next_cursor) {
        <a class="all" [routerLink]="link()" [queryParams]="query()">{{
          'record.all' | translate: { n: count() }
        }}</a>
      }
    </section>
  `,
  styleUrl: './related.css',
})
export class Related<T extends { readonly uuid: string }> {
  /** Identifier of its title. */
  readonly name = input.required<string>();
  /** Key of the translation of its title. */
  readonly label = input.required<string>();
  /** Key of the translation of what is said when there is nothing. */
  readonly empty = input.required<string>();
  readonly page = input.required<Loaded<Page<T>>>();
  /** Where a row leads, with its uuid; without it, the list. */
  readonly link = input.required<string>();
  /** What the list of all of them is filtered by. */
  readonly query = input.required<Readonly<Record<string, string>>>();

  protected readonly rowTemplate = contentChild.required<RelatedRow<T>>(RelatedRow);
  protected readonly count = computed(() => this.page().value()?.count ?? 0);
}
