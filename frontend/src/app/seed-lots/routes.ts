import { Routes } from '@angular/router';
import { screen } from '@app/screen';
import { leaveGuard } from '@ui/form/leave-guard';
import { WordFiles } from '@ui/words';

const WORDS: WordFiles = { fr: () => import('./i18n/fr.json'), en: () => import('./i18n/en.json') };

export default [
  { path: '', pathMatch: 'full', ...screen(WORDS, () => import('./list/lot-list').then((m) => m.LotList)) },
  {
    path: 'new',
    canDeactivate: [leaveGuard],
    ...screen(WORDS, () => import('./form/new-lot').then((m) => m.NewLot)),
  },
  { path: ':uuid', ...screen(WORDS, () => import('./record/lot-record').then((m) => m.LotRecord)) },
  {
    path: ':uuid/edit',
    canDeactivate: [leaveGuard],
    ...screen(WORDS, () => import('./form/edit-lot').then((m) => m.EditLot)),
  },
] satisfies Routes;
