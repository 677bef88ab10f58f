import { Routes } from '@angular/router';
import { leaveGuard } from '@ui/form/form-session';
import { withWords } from '@ui/words';

export default [
  {
    path: '',
    canActivate: [withWords({ fr: () => import('./i18n/fr.json'), en: () => import('./i18n/en.json') })],
    children: [
      { path: '', pathMatch: 'full', loadComponent: () => import('./list/material-list').then((m) => m.MaterialList) },
      {
        path: 'new',
        canDeactivate: [leaveGuard],
        loadComponent: () => import('./form/new-material').then((m) => m.NewMaterial),
      },
      { path: ':uuid', loadComponent: () => import('./record/material-record').then((m) => m.MaterialRecord) },
      {
        path: ':uuid/edit',
        canDeactivate: [leaveGuard],
        loadComponent: () => import('./form/edit-material').then((m) => m.EditMaterial),
      },
    ],
  },
] satisfies Routes;
