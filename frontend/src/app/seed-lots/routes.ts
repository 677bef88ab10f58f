import { Routes } from '@angular/router';
import { leaveGuard } from '@ui/form/form-session';
import { withWords } from '@ui/words';

export default [
  {
    path: '',
    canActivate: [withWords({ fr: () => import('./i18n/fr.json'), en: () => import('./i18n/en.json') })],
    children: [
      { path: '', pathMatch: 'full', loadComponent: () => import('./list/lot-list').then((m) => m.LotList) },
      {
        path: 'new',
        canDeactivate: [leaveGuard],
        loadComponent: () => import('./form/new-lot').then((m) => m.NewLot),
      },
      { path: ':uuid', loadComponent: () => import('./record/lot-record').then((m) => m.LotRecord) },
      {
        path: ':uuid/edit',
        canDeactivate: [leaveGuard],
        loadComponent: () => import('./form/edit-lot').then((m) => m.EditLot),
      },
    ],
  },
] satisfies Routes;
