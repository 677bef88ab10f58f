import { DIALOG_DATA, Dialog, DialogRef } from '@angular/cdk/dialog';
import { Component, Injectable, inject } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { Words } from '../words';
import { Difference, differences } from './merge';

export type Choice = 'mine' | 'theirs' | 'both';

export interface Versions {
  readonly base: Readonly<Record<string, unknown>>;
  readonly mine: Readonly<Record<string, unknown>>;
  readonly theirs: Readonly<Record<string, unknown>>;
  readonly labels: Readonly<Record<string, string>>;
}

/** Asks what to keep when somebody else saved the same record. */
@Injectable({ providedIn: 'root' })
export class Conflict {
  private readonly dialog = inject(Dialog);

  async ask(versions: Versions): Promise<Choice | null> {
    const ref = this.dialog.open<Choice, Versions>(ConflictDialog, {
      data: versions,
      ariaLabelledBy: 'ex-conflict-title',
      backdropClass: 'cdk-overlay-dark-backdrop',
    });
    return (await firstValueFrom(ref.closed)) ?? null;
  }
}

@Component({
  selector: 'ex-conflict',
  imports: [TranslatePipe],
  template: `
    <section class="ex-dialog" data-qa="conflict">
      <header>
        <h2 id="ex-conflict-title">{{ 'form.conflict.title' | translate }}</h2>
      </header>
      <div class="ex-dialog-body">
        <p>{{ 'form.conflict.text' | translate }}</p>
        <table class="table table-sm">
          <thead>
            <tr>
              <th scope="col">{{ 'form.conflict.field' | translate }}</th>
              <th scope="col">{{ 'form.conflict.mine' | translate }}</th>
              <th scope="col">{{ 'form.conflict.theirs' | translate }}</th>
            </tr>
          </thead>
          <tbody>
            @for (difference of differences; track difference.field) {
              <tr [class.table-warning]="difference.contested">
                <th scope="row">{{ label(difference) }}</th>
                <td>{{ show(difference.mine) }}</td>
                <td>{{ show(difference.theirs) }}</td>
              </tr>
            }
          </tbody>
        </table>
        <p class="ex-muted small">{{ 'form.conflict.both_help' | translate }}</p>
      </div>
      <footer>
        <button type="button" class="btn btn-outline-secondary" data-qa="keep-theirs" (click)="ref.close('theirs')">
          {{ 'form.conflict.keep_theirs' | translate }}
        </button>
        <button type="button" class="btn btn-outline-primary" data-qa="keep-both" (click)="ref.close('both')">
          {{ 'form.conflict.keep_both' | translate }}
        </button>
        <button type="button" class="btn btn-primary" data-qa="keep-mine" (click)="ref.close('mine')">
          {{ 'form.conflict.keep_mine' | translate }}
        </button>
      </footer>
    </section>
  `,
})
export class ConflictDialog {
  private readonly versions = inject<Versions>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<Choice>>(DialogRef);
  private readonly words = inject(Words);
  protected readonly differences = differences(this.versions.base, this.versions.mine, this.versions.theirs);

  protected label(difference: Difference): string {
    const key = this.versions.labels[difference.field];
    return key === undefined ? difference.field : this.words.of(key);
  }

  protected show(value: unknown): string {
    if (value === null || value === undefined || value === '') return '—';
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  }
}
