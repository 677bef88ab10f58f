import { Component, input, linkedSignal } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { AbstractControl } from '@angular/forms';
import { TranslatePipe } from '@ngx-translate/core';
import { map, merge, switchMap } from 'rxjs';

/** Fields that few need, folded until one wants them or one of them is wrong. */
@Component({
  selector: 'ex-fold',
  imports: [TranslatePipe],
  template: `
    <details class="card" #details [open]="open()" (toggle)="open.set(details.open)">
      <summary>
        <strong>{{ title() | translate }}</strong>
        @if (hint(); as key) {
          <span class="ex-muted">{{ key | translate }}</span>
        }
      </summary>
      <div class="fields"><ng-content /></div>
    </details>
  `,
  styles: `
    :host {
      display: block;
      margin-bottom: 1em;
    }
    summary {
      padding: 0.8em 1.1em;
      cursor: pointer;
    }
    summary span {
      margin-left: 0.5em;
    }
    .fields {
      padding: 0.2em 1.1em 0.6em;
    }
  `,
})
export class Fold {
  /** Key of the translation of its title. */
  readonly title = input.required<string>();
  /** Key of the translation of what is in it. */
  readonly hint = input<string>();
  readonly controls = input.required<readonly AbstractControl[]>();

  private readonly wrong = toSignal(
    toObservable(this.controls).pipe(
      switchMap((controls) =>
        merge(...controls.map((control) => control.events)).pipe(
          map(() => controls.some((control) => control.touched && control.invalid)),
        ),
      ),
    ),
    { initialValue: false },
  );
  protected readonly open = linkedSignal<boolean, boolean>({
    source: this.wrong,
    computation: (wrong, former) => wrong || (former?.value ?? false),
  });
}
