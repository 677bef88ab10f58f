import { Component, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { DOOR } from '@host/tokens';
import { Outage } from '@ui/outage';
import { Session } from '../session';
import { ModuleNav } from './module-nav';
import { PageHeader } from './page-header';

/** What is around every screen: the header of the page door, the module's menu, what ails the service. */
@Component({
  selector: 'ex-shell',
  imports: [TranslatePipe, ModuleNav, PageHeader],
  template: `
    <a class="sr-only sr-only-focusable ex-skip" href="#ex-content" (click)="toContent($event, content)">{{
      'shell.skip' | translate
    }}</a>
    @if (door === 'page') {
      <ex-page-header />
    }
    @if (!bare()) {
      <ex-module-nav />
    }
    @if (outage.problem(); as problem) {
      <div class="alert alert-danger ex-outage" role="alert" data-qa="outage">
        <strong>{{ 'shell.unreachable' | translate }}</strong>
        {{ (problem.status === 0 ? 'shell.unreachable_detail' : 'shell.broken_detail') | translate }}
        <button type="button" class="btn btn-sm btn-outline-danger" (click)="retry()">
          {{ 'action.retry' | translate }}
        </button>
      </div>
    }
    <main #content id="ex-content" class="ex-main" tabindex="-1"><ng-content /></main>
  `,
})
export class Shell {
  protected readonly door = inject(DOOR);
  protected readonly outage = inject(Outage);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  /** Nobody is logged in: there is nothing to go to. */
  readonly bare = input(false);

  protected toContent(event: Event, content: HTMLElement): void {
    event.preventDefault();
    content.focus();
  }

  /** Asks again who I am, then the address that was wanted. */
  protected async retry(): Promise<void> {
    const wanted = this.outage.wanted ?? this.router.url;
    try {
      await this.session.load();
    } catch {
      // Still silent: the message stays.
      return;
    }
    this.outage.over();
    await this.router.navigateByUrl(wanted, { onSameUrlNavigation: 'reload' });
  }
}
