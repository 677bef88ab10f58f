import { Routes } from '@angular/router';
import { screen } from '@app/screen';
import { leaveGuard } from '@ui/form/leave-guard';
import { WordFiles } from '@ui/words';

const WORDS: WordFiles = { fr: () => import('./i18n/fr.json'), en: () => import('./i18n/en.json') };

export default [
  { path: '', pathMatch: 'full', ...screen(WORDS, () => import('./list/sowings').then((m) => m.Sowings)) },
  {
    path: 'new',
    canDeactivate: [leaveGuard],
    ...screen(WORDS, () => import('./new/wizard').then((m) => m.Wizard)),
  },
  { path: ':uuid', ...screen(WORDS, () => import('./record/sowing').then((m) => m.SowingPage)) },
  {
    path: ':uuid/count',
    canDeactivate: [leaveGuard],
    ...screen(WORDS, () => import('./count/count').then((m) => m.CountPage)),
  },
  {
    path: ':uuid/edit',
    canDeactivate: [leaveGuard],
    ...screen(WORDS, () => import('./edit/edit').then((m) => m.EditSowing)),
  },
  {
    path: ':uuid/steps/new',
    canDeactivate: [leaveGuard],
    ...screen(WORDS, () => import('./steps/edit-step').then((m) => m.EditStep)),
  },
  {
    path: ':uuid/steps/:step',
    canDeactivate: [leaveGuard],
    ...screen(WORDS, () => import('./steps/edit-step').then((m) => m.EditStep)),
  },
] satisfies Routes;
