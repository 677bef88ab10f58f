import { Routes } from '@angular/router';
import { WordFiles, withWords } from '@ui/words';
import { loggedIn } from './logged-in';

/** What sowings and tests have in common. */
const COUNTING: WordFiles = {
  fr: () => import('./counting/i18n/fr.json'),
  en: () => import('./counting/i18n/en.json'),
};

/** One folder a subject; each loads whole, with its own translations. */
export const routes: Routes = [
  { path: 'login', loadComponent: () => import('./login/login').then((m) => m.Login) },
  {
    path: '',
    canActivate: [loggedIn],
    children: [
      {
        path: '',
        pathMatch: 'full',
        loadChildren: withWords(
          { fr: () => import('./home/i18n/fr.json'), en: () => import('./home/i18n/en.json') },
          () => import('./home/routes'),
        ),
      },
      {
        path: 'harvests',
        loadChildren: withWords(
          { fr: () => import('./harvests/i18n/fr.json'), en: () => import('./harvests/i18n/en.json') },
          () => import('./harvests/routes'),
        ),
      },
      {
        path: 'materials',
        loadChildren: withWords(
          { fr: () => import('./materials/i18n/fr.json'), en: () => import('./materials/i18n/en.json') },
          () => import('./materials/routes'),
        ),
      },
      {
        path: 'seed-lots',
        loadChildren: withWords(
          { fr: () => import('./seed-lots/i18n/fr.json'), en: () => import('./seed-lots/i18n/en.json') },
          () => import('./seed-lots/routes'),
        ),
      },
      {
        path: 'places',
        loadChildren: withWords(
          { fr: () => import('./places/i18n/fr.json'), en: () => import('./places/i18n/en.json') },
          () => import('./places/routes'),
        ),
      },
      {
        path: 'seed-tests',
        loadChildren: withWords(
          [COUNTING, { fr: () => import('./seed-tests/i18n/fr.json'), en: () => import('./seed-tests/i18n/en.json') }],
          () => import('./seed-tests/routes'),
        ),
      },
      {
        path: 'sowings',
        loadChildren: withWords(
          [COUNTING, { fr: () => import('./sowings/i18n/fr.json'), en: () => import('./sowings/i18n/en.json') }],
          () => import('./sowings/routes'),
        ),
      },
      {
        path: 'settings',
        loadChildren: withWords(
          { fr: () => import('./settings/i18n/fr.json'), en: () => import('./settings/i18n/en.json') },
          () => import('./settings/routes'),
        ),
      },
      {
        path: 'kit',
        loadChildren: withWords(
          { fr: () => import('./kit/i18n/fr.json'), en: () => import('./kit/i18n/en.json') },
          () => import('./kit/routes'),
        ),
      },
      { path: '**', loadComponent: () => import('./not-found').then((m) => m.NotFound) },
    ],
  },
];
