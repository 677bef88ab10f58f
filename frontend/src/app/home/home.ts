import { Component, inject } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Session } from '../session';

/** What waits today. */
@Component({
  selector: 'ex-home',
  imports: [TranslatePipe],
  template: `
    <section class="ex-page">
      <h1>{{ 'home.title' | translate: { name: session.me()?.name } }}</h1>
    </section>
  `,
})
export class Home {
  protected readonly session = inject(Session);
}
