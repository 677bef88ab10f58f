import { Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { Toasts } from '@ui/toast/toasts';
import { Session } from './session';
import { Shell } from './shell/shell';

/** The bundle's outermost component: the shell around whatever the address shows. */
@Component({
  selector: 'ex-root',
  imports: [RouterOutlet, Shell, Toasts],
  template: `
    <ex-shell [bare]="session.me() === null"><router-outlet /></ex-shell>
    <ex-toasts />
  `,
})
export class Root {
  protected readonly session = inject(Session);
}
