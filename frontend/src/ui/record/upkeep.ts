import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Problem } from '@api/problem';
import { Session } from '@app/session';
import { Confirm } from '../confirm/confirm';
import { Outage } from '../outage';
import { Toaster } from '../toast/toaster';
import { Words } from '../words';

/**
 * What one does to any record: change it, put it away or take it back, delete it. The screen gives
 * the calls; a refusal (what depends on it, somebody else's change) is said as the service says it.
 */
@Component({
  selector: 'ex-upkeep',
  imports: [CdkMenu, CdkMenuItem, CdkMenuTrigger, RouterLink, TranslatePipe],
  template: `
    @if (session.can('U')) {
      <a class="btn btn-outline-primary" [routerLink]="edit()" data-qa="record-edit">
        <i class="fa fa-pencil" aria-hidden="true"></i> {{ 'action.edit' | translate }}
      </a>
    }
    @if (session.can('U') || session.can('D')) {
      <button
        type="button"
        class="btn btn-outline-secondary"
        [cdkMenuTriggerFor]="more"
        [disabled]="busy()"
        [attr.aria-label]="'record.more' | translate"
        data-qa="record-more"
      >
        <i class="fa fa-ellipsis-v" aria-hidden="true"></i>
      </button>
    }
    <ng-template #more>
      <div class="ex-menu" cdkMenu>
        @if (session.can('U')) {
          <button type="button" cdkMenuItem data-qa="record-archive" (cdkMenuItemTriggered)="putAway(!archived())">
            <i class="fa fa-archive" aria-hidden="true"></i>
            {{ (archived() ? 'record.unarchive' : 'record.archive') | translate }}
          </button>
        }
        @if (session.can('D')) {
          <button
            type="button"
            class="text-danger"
            cdkMenuItem
            data-qa="record-delete"
            (cdkMenuItemTriggered)="askAndDelete()"
          >
            <i class="fa fa-trash" aria-hidden="true"></i> {{ 'action.delete' | translate }}
          </button>
        }
      </div>
    </ng-template>
  `,
  styles: `
    :host {
      display: contents;
    }
  `,
})
export class Upkeep {
  protected readonly session = inject(Session);
  private readonly confirm = inject(Confirm);
  private readonly outage = inject(Outage);
  private readonly router = inject(Router);
  private readonly toaster = inject(Toaster);
  private readonly words = inject(Words);

  /** What the record is called: its code. */
  readonly name = input.required<string>();
  readonly archived = input.required<boolean>();
  /** Where its form is. */
  readonly edit = input.required<string | unknown[]>();
  /** Where to go once it is deleted. */
  readonly back = input.required<string>();
  /** Archives it or takes it back, and shows the record that this answers. */
  readonly archive = input.required<(archived: boolean) => Promise<void>>();
  readonly remove = input.required<() => Promise<unknown>>();
  /** Reads the record again, when somebody else changed it. */
  readonly refresh = input.required<() => void>();

  protected readonly busy = signal(false);

  protected putAway(archived: boolean): Promise<void> {
    return this.attempt(async () => {
      await this.archive()(archived);
      const said = archived ? 'record.archived_done' : 'record.unarchived_done';
      this.toaster.done(this.words.of(said, { name: this.name() }), () => void this.putAway(!archived));
    });
  }

  protected async askAndDelete(): Promise<void> {
    const answer = await this.confirm.ask({
      title: this.words.of('record.delete_title', { name: this.name() }),
      text: this.words.of('record.delete_text'),
      yes: this.words.of('action.delete'),
      danger: true,
    });
    if (answer === null) return;
    await this.attempt(async () => {
      await this.remove()();
      this.toaster.done(this.words.of('record.deleted_done', { name: this.name() }));
      await this.router.navigateByUrl(this.back());
    });
  }

  private async attempt(act: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    try {
      await act();
    } catch (error) {
      const problem = Problem.from(error);
      this.outage.say(problem);
      this.toaster.refused(problem);
      if (problem.status === 412) this.refresh()();
    } finally {
      this.busy.set(false);
    }
  }
}
