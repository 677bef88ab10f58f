import { Routes } from '@angular/router';
import { loggedIn } from './logged-in';

/** One folder a screen; each loads with its own translations. */
export const routes: Routes = [
  { path: 'login', loadComponent: () => import('./login/login').then((m) => m.Login) },
  {
    path: '',
    canActivate: [loggedIn],
    children: [
      { path: '', pathMatch: 'full', loadChildren: () => import('./home/routes') },
      { path: 'harvests', loadChildren: () => import('./harvests/routes') },
      { path: 'materials', loadChildren: () => import('./materials/routes') },
      { path: 'seed-lots', loadChildren: () => import('./seed-lots/routes') },
      { path: 'places', loadChildren: () => import('./places/routes') },
      { path: 'sowings', loadChildren: () => import('./sowings/routes') },
      { path: 'kit', loadChildren: () => import('./kit/routes') },
      { path: '**', loadComponent: () => import('./not-found').then((m) => m.NotFound) },
    ],
  },
];
