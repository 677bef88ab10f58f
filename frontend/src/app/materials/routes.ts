import { Routes } from '@angular/router';
import { screen } from '@app/screen';
import { leaveGuard } from '@ui/form/leave-guard';
import { WordFiles } from '@ui/words';

const WORDS: WordFiles = { fr: () => import('./i18n/fr.json'), en: () => import('./i18n/en.json') };

export default [
  { path: '', pathMatch: 'full', ...screen(WORDS, () => import('./list/material-list').then((m) => m.MaterialList)) },
  {
    path: 'new',
    canDeactivate: [leaveGuard],
    ...screen(WORDS, () => import('./form/new-material').then((m) => m.NewMaterial)),
  },
  { path: ':uuid', ...screen(WORDS, () => import('./record/material-record').then((m) => m.MaterialRecord)) },
  {
    path: ':uuid/edit',
    canDeactivate: [leaveGuard],
    ...screen(WORDS, () => import('./form/edit-material').then((m) => m.EditMaterial)),
  },
] satisfies Routes;
