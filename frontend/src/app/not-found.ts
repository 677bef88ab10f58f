import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';

/** An address that no screen has. */
@Component({
  selector: 'ex-not-found',
  imports: [RouterLink, TranslatePipe],
  template: `
    <section class="ex-page">
      <h1 class="h3">{{ 'not_found.title' | translate }}</h1>
      <p>{{ 'not_found.detail' | translate }}</p>
      <a class="btn btn-primary" routerLink="/">{{ 'not_found.home' | translate }}</a>
    </section>
  `,
})
export class NotFound {}
