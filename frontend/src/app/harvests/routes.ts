import { Routes } from '@angular/router';
import { leaveGuard } from '@ui/form/form-session';
import { withWords } from '@ui/words';

export default [
  {
    path: '',
    canActivate: [withWords({ fr: () => import('./i18n/fr.json'), en: () => import('./i18n/en.json') })],
    children: [
      { path: '', pathMatch: 'full', loadComponent: () => import('./list/harvest-list').then((m) => m.HarvestList) },
      {
        path: 'new',
        canDeactivate: [leaveGuard],
        loadComponent: () => import('./form/new-harvest').then((m) => m.NewHarvest),
      },
      { path: ':uuid', loadComponent: () => import('./record/harvest-record').then((m) => m.HarvestRecord) },
      {
        path: ':uuid/edit',
        canDeactivate: [leaveGuard],
        loadComponent: () => import('./form/edit-harvest').then((m) => m.EditHarvest),
      },
    ],
  },
] satisfies Routes;
