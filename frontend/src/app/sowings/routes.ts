import { Routes } from '@angular/router';
import { leaveGuard } from '@ui/form/form-session';
import { withWords } from '@ui/words';

export default [
  {
    path: '',
    canActivate: [withWords({ fr: () => import('./i18n/fr.json'), en: () => import('./i18n/en.json') })],
    children: [
      { path: '', loadComponent: () => import('./list/sowings').then((m) => m.Sowings) },
      {
        path: 'new',
        canDeactivate: [leaveGuard],
        loadComponent: () => import('./new/wizard').then((m) => m.Wizard),
      },
      { path: ':uuid', loadComponent: () => import('./record/sowing').then((m) => m.SowingPage) },
      {
        path: ':uuid/count',
        canDeactivate: [leaveGuard],
        loadComponent: () => import('./count/count').then((m) => m.CountPage),
      },
      {
        path: ':uuid/edit',
        canDeactivate: [leaveGuard],
        loadComponent: () => import('./edit/edit').then((m) => m.EditSowing),
      },
      {
        path: ':uuid/steps/new',
        canDeactivate: [leaveGuard],
        loadComponent: () => import('./steps/edit-step').then((m) => m.EditStep),
      },
      {
        path: ':uuid/steps/:step',
        canDeactivate: [leaveGuard],
        loadComponent: () => import('./steps/edit-step').then((m) => m.EditStep),
      },
    ],
  },
] satisfies Routes;
