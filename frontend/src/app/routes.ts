import { Routes } from '@angular/router';
import cultivations from './cultivations/routes';
import exits from './exits/routes';
import harvests from './harvests/routes';
import home from './home/routes';
import kit from './kit/routes';
import lineage from './lineage/routes';
import materials from './materials/routes';
import permits from './permits/routes';
import places from './places/routes';
import seedLots from './seed-lots/routes';
import seedTests from './seed-tests/routes';
import settings from './settings/routes';
import sowings from './sowings/routes';
import { loggedIn } from './logged-in';

/** One folder a subject, with its screens and their words (`screen`). */
export const routes: Routes = [
  { path: 'login', loadComponent: () => import('./login/login').then((m) => m.Login) },
  {
    path: '',
    canActivate: [loggedIn],
    children: [
      { path: '', pathMatch: 'full', children: home },
      { path: 'harvests', children: harvests },
      { path: 'lineage', children: lineage },
      { path: 'materials', children: materials },
      { path: 'seed-lots', children: seedLots },
      { path: 'places', children: places },
      { path: 'seed-tests', children: seedTests },
      { path: 'sowings', children: sowings },
      { path: 'cultivations', children: cultivations },
      { path: 'exits', children: exits },
      { path: 'permits', children: permits },
      { path: 'settings', children: settings },
      { path: 'kit', children: kit },
      { path: '**', loadComponent: () => import('./not-found').then((m) => m.NotFound) },
    ],
  },
];
