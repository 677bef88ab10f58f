import { Tab, TabContent, TabList, TabPanel, Tabs } from '@angular/aria/tabs';
import { NgTemplateOutlet } from '@angular/common';
import { Component, Directive, TemplateRef, computed, contentChildren, inject, input, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';

/** A tab of a record: `<ng-template exTab="ledger" label="lots.tab.ledger">…</ng-template>`. */
@Directive({ selector: 'ng-template[exTab]' })
export class RecordTab {
  readonly exTab = input.required<string>();
  /** Key of its translation. */
  readonly label = input.required<string>();
  readonly badge = input<string | number | null>(null);
  readonly template = inject<TemplateRef<unknown>>(TemplateRef);
}

/** The tabs of a record; the one that is open is in the address (`?tab=`), its content is made when it is first seen. */
@Component({
  selector: 'ex-tabs',
  imports: [Tabs, TabList, Tab, TabPanel, TabContent, NgTemplateOutlet, TranslatePipe],
  template: `
    <div ngTabs>
      <ul ngTabList class="nav nav-tabs" [selectedTab]="open()" (selectedTabChange)="go($event)" selectionMode="follow">
        @for (tab of tabs(); track tab.exTab()) {
          <li
            ngTab
            class="nav-item nav-link"
            [class.active]="tab.exTab() === open()"
            [value]="tab.exTab()"
            [attr.data-qa]="'tab-' + tab.exTab()"
          >
            {{ tab.label() | translate }}
            @if (tab.badge() !== null) {
              <span class="badge badge-secondary">{{ tab.badge() }}</span>
            }
          </li>
        }
      </ul>
      @for (tab of tabs(); track tab.exTab()) {
        <div ngTabPanel class="panel" [value]="tab.exTab()">
          <ng-template ngTabContent>
            @if (isFramed()) {
              <ng-container *ngTemplateOutlet="tab.template" />
            }
          </ng-template>
        </div>
      }
    </div>
  `,
  styles: `
    ul {
      flex-wrap: nowrap;
      overflow-x: auto;
      overflow-y: hidden;
      border-bottom: 0;
    }
    li {
      white-space: nowrap;
      cursor: pointer;
      color: var(--ex-primary);
    }
    li.active {
      color: var(--ex-ink);
      font-weight: 600;
    }
    .panel {
      padding: 1em;
      background: var(--ex-surface);
      border: 1px solid #dee2e6;
      border-radius: 0 0 4px 4px;
    }
    .panel[inert] {
      display: none;
    }
    @media (max-width: 767.98px) {
      .panel {
        padding: 0.75em;
      }
    }
  `,
})
export class RecordTabs {
  private readonly route = inject(ActivatedRoute);
  private readonly router = inject(Router);
  private readonly query = toSignal(this.route.queryParamMap, { initialValue: this.route.snapshot.queryParamMap });

  /** What is around the tabs is shown: a phone makes a record in two steps, each short. */
  protected readonly isFramed = signal(false);
  protected readonly tabs = contentChildren(RecordTab);
  protected readonly open = computed(() => {
    const names = this.tabs().map((tab) => tab.exTab());
    const asked = this.query().get('tab');
    return asked !== null && names.includes(asked) ? asked : names[0];
  });

  constructor() {
    setTimeout(() => this.isFramed.set(true));
  }

  protected go(tab: string | undefined): void {
    if (tab === undefined || tab === this.open()) return;
    void this.router.navigate([], {
      relativeTo: this.route,
      queryParams: { tab: tab === this.tabs()[0]?.exTab() ? null : tab },
      queryParamsHandling: 'merge',
    });
  }
}
