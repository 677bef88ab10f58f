import { Component, inject } from '@angular/core';
import { AuthService } from '../services/auth.service';
import { ModuleService } from '../services/module.service';

/** Toolbar, side menu, and the current page. */
@Component({
  selector: 'app-shell',
  styles: [
    `
      :host {
        display: flex;
        flex-direction: column;
        height: 100%;
      }
      mat-sidenav-container {
        flex: 1;
      }
    `,
  ],
  template: `
    <mat-toolbar color="primary">
      <button mat-icon-button aria-label="Menu" (click)="menu.toggle()"><i class="fa fa-bars"></i></button>
      <a routerLink="/" class="text-white" data-qa="gn-home">GeoNature</a>
      <span class="ml-3 mr-auto text-truncate">{{ (modules.currentModule$ | async)?.module_label }}</span>
      <span class="small d-none d-md-inline">{{ auth.userName }}</span>
      <button mat-icon-button aria-label="Se déconnecter" (click)="auth.logout()"><i class="fa fa-sign-out"></i></button>
    </mat-toolbar>
    <mat-sidenav-container>
      <mat-sidenav #menu mode="side" [opened]="wide" [disableClose]="true">
        <mat-nav-list>
          <ng-container *ngFor="let module of modules.getDisplayedModules()">
            <a
              *ngIf="module.active_frontend; else external"
              mat-list-item
              [routerLink]="module.module_url"
              [target]="module.module_target"
              [attr.data-qa]="'gn-sidenav-link-' + module.module_code"
            >
              <i class="fa {{ module.module_picto }}"></i> {{ module.module_label }}
            </a>
            <ng-template #external>
              <a
                mat-list-item
                [href]="module.module_external_url"
                [attr.data-qa]="'gn-sidenav-link-' + module.module_code"
              >
                <i class="fa {{ module.module_picto }}"></i> {{ module.module_label }}
              </a>
            </ng-template>
          </ng-container>
        </mat-nav-list>
      </mat-sidenav>
      <mat-sidenav-content><router-outlet></router-outlet></mat-sidenav-content>
    </mat-sidenav-container>
  `,
})
export class ShellComponent {
  readonly auth = inject(AuthService);
  readonly modules = inject(ModuleService);
  readonly wide = window.innerWidth > 800;
}
