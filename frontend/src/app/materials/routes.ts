import { Routes } from '@angular/router';
import { withWords } from '@ui/words';

export default [
  {
    path: '',
    canActivate: [withWords({ fr: () => import('./i18n/fr.json'), en: () => import('./i18n/en.json') })],
    children: [
      { path: '', loadComponent: () => import('./material-list').then((m) => m.MaterialList) },
      { path: ':uuid', loadComponent: () => import('./material-record').then((m) => m.MaterialRecord) },
    ],
  },
] satisfies Routes;
