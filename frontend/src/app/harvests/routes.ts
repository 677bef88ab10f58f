import { Routes } from '@angular/router';
import { screen } from '@app/screen';
import { leaveGuard } from '@ui/form/leave-guard';
import { WordFiles } from '@ui/words';

const WORDS: WordFiles = { fr: () => import('./i18n/fr.json'), en: () => import('./i18n/en.json') };

export default [
  { path: '', pathMatch: 'full', ...screen(WORDS, () => import('./list/harvest-list').then((m) => m.HarvestList)) },
  {
    path: 'new',
    canDeactivate: [leaveGuard],
    ...screen(WORDS, () => import('./form/new-harvest').then((m) => m.NewHarvest)),
  },
  { path: ':uuid', ...screen(WORDS, () => import('./record/harvest-record').then((m) => m.HarvestRecord)) },
  {
    path: ':uuid/edit',
    canDeactivate: [leaveGuard],
    ...screen(WORDS, () => import('./form/edit-harvest').then((m) => m.EditHarvest)),
  },
] satisfies Routes;
