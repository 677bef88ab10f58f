import { Routes } from '@angular/router';
import { leaveGuard } from '@ui/form/form-session';
import { withWords } from '@ui/words';

export default [
  {
    path: '',
    canActivate: [withWords({ fr: () => import('./i18n/fr.json'), en: () => import('./i18n/en.json') })],
    children: [
      { path: '', pathMatch: 'full', loadComponent: () => import('./tree/places').then((m) => m.Places) },
      {
        path: 'new',
        canDeactivate: [leaveGuard],
        loadComponent: () => import('./form/new-place').then((m) => m.NewPlace),
      },
      { path: ':uuid', loadComponent: () => import('./record/place-record').then((m) => m.PlaceRecord) },
      {
        path: ':uuid/edit',
        canDeactivate: [leaveGuard],
        loadComponent: () => import('./form/edit-place').then((m) => m.EditPlace),
      },
      {
        path: ':uuid/stock-take',
        loadComponent: () => import('./stock-take/place-stock-take').then((m) => m.PlaceStockTake),
      },
    ],
  },
] satisfies Routes;
