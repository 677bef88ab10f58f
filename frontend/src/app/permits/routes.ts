import { Routes } from '@angular/router';
import { screen } from '@app/screen';
import { leaveGuard } from '@ui/form/leave-guard';
import { WordFiles } from '@ui/words';

const WORDS: WordFiles = { fr: () => import('./i18n/fr.json'), en: () => import('./i18n/en.json') };

export default [
  { path: '', pathMatch: 'full', ...screen(WORDS, () => import('./list/permit-list').then((m) => m.PermitList)) },
  {
    path: 'new',
    canDeactivate: [leaveGuard],
    ...screen(WORDS, () => import('./form/new-permit').then((m) => m.NewPermit)),
  },
  { path: ':uuid', ...screen(WORDS, () => import('./record/permit-record').then((m) => m.PermitRecord)) },
  {
    path: ':uuid/edit',
    canDeactivate: [leaveGuard],
    ...screen(WORDS, () => import('./form/edit-permit').then((m) => m.EditPermit)),
  },
] satisfies Routes;
