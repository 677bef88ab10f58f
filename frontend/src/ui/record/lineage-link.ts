import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';

/** The way from a record to what it comes from and what came of it. */
@Component({
  selector: 'ex-lineage-link',
  imports: [RouterLink, TranslatePipe],
  template: `
    <a class="btn btn-link" [routerLink]="['/lineage', uuid()]" data-qa="record-lineage">
      <i class="fa fa-sitemap" aria-hidden="true"></i> {{ 'record.lineage' | translate }}
    </a>
  `,
})
export class LineageLink {
  readonly uuid = input.required<string>();
}
