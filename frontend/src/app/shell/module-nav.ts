import { Component } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';

/** The screens of the module, in the order of the seeds' journey; at the thumb on a phone. */
export const SECTIONS = [
  { path: '/', icon: 'fa-home', label: 'nav.home', exact: true },
  { path: '/harvests', icon: 'fa-map-marker', label: 'nav.harvests', exact: false },
  { path: '/materials', icon: 'fa-shopping-basket', label: 'nav.materials', exact: false },
  { path: '/seed-lots', icon: 'fa-archive', label: 'nav.seed_lots', exact: false },
  { path: '/places', icon: 'fa-sitemap', label: 'nav.places', exact: false },
  { path: '/seed-tests', icon: 'fa-flask', label: 'nav.seed_tests', exact: false },
  { path: '/sowings', icon: 'fa-leaf', label: 'nav.sowings', exact: false },
  { path: '/cultivations', icon: 'fa-pagelines', label: 'nav.cultivations', exact: false },
  { path: '/exits', icon: 'fa-share-square-o', label: 'nav.exits', exact: false },
] as const;

@Component({
  selector: 'ex-module-nav',
  imports: [RouterLink, RouterLinkActive, TranslatePipe],
  template: `
    <nav [attr.aria-label]="'nav.label' | translate">
      <ul>
        @for (section of sections; track section.path) {
          <li>
            <a
              [routerLink]="section.path"
              routerLinkActive="active"
              ariaCurrentWhenActive="page"
              [routerLinkActiveOptions]="section.exact ? exact : subset"
            >
              <i class="fa {{ section.icon }}" aria-hidden="true"></i>
              <span>{{ section.label | translate }}</span>
            </a>
          </li>
        }
        <li class="apart">
          <a routerLink="/permits" routerLinkActive="active" ariaCurrentWhenActive="page" data-qa="nav-permits">
            <i class="fa fa-certificate" aria-hidden="true"></i>
            <span>{{ 'nav.permits' | translate }}</span>
          </a>
        </li>
        <li class="seldom">
          <a routerLink="/settings" routerLinkActive="active" ariaCurrentWhenActive="page" data-qa="nav-settings">
            <i class="fa fa-sliders" aria-hidden="true"></i>
            <span>{{ 'nav.settings' | translate }}</span>
          </a>
        </li>
      </ul>
    </nav>
  `,
  styleUrl: './module-nav.css',
})
export class ModuleNav {
  protected readonly sections = SECTIONS;
  protected readonly exact = {
    paths: 'exact',
    queryParams: 'ignored',
    fragment: 'ignored',
    matrixParams: 'ignored',
  } as const;
  protected readonly subset = {
    paths: 'subset',
    queryParams: 'ignored',
    fragment: 'ignored',
    matrixParams: 'ignored',
  } as const;
}
