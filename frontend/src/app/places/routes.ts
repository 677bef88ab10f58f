import { Routes } from '@angular/router';
import { screen } from '@app/screen';
import { leaveGuard } from '@ui/form/leave-guard';
import { WordFiles } from '@ui/words';

const WORDS: WordFiles = { fr: () => import('./i18n/fr.json'), en: () => import('./i18n/en.json') };

export default [
  { path: '', pathMatch: 'full', ...screen(WORDS, () => import('./tree/places').then((m) => m.Places)) },
  {
    path: 'new',
    canDeactivate: [leaveGuard],
    ...screen(WORDS, () => import('./form/new-place').then((m) => m.NewPlace)),
  },
  { path: ':uuid', ...screen(WORDS, () => import('./record/place-record').then((m) => m.PlaceRecord)) },
  {
    path: ':uuid/edit',
    canDeactivate: [leaveGuard],
    ...screen(WORDS, () => import('./form/edit-place').then((m) => m.EditPlace)),
  },
  {
    path: ':uuid/stock-take',
    ...screen(WORDS, () => import('./stock-take/place-stock-take').then((m) => m.PlaceStockTake)),
  },
  {
    path: ':uuid/humidity-round',
    ...screen(WORDS, () => import('./humidity-round/humidity-round').then((m) => m.HumidityRound)),
  },
] satisfies Routes;
