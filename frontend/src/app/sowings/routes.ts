import { Routes } from '@angular/router';
import { COUNTING } from '@app/counting/words';
import { screen } from '@app/screen';
import { leaveGuard } from '@ui/form/leave-guard';
import { WordFiles } from '@ui/words';

const OWN: WordFiles = { fr: () => import('./i18n/fr.json'), en: () => import('./i18n/en.json') };
const WORDS = [COUNTING, OWN];

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
    ...screen(WORDS, () => import('@app/counting/steps/edit-step').then((m) => m.EditStep), { kind: 'sowings' }),
  },
  {
    path: ':uuid/steps/:step',
    canDeactivate: [leaveGuard],
    ...screen(WORDS, () => import('@app/counting/steps/edit-step').then((m) => m.EditStep), { kind: 'sowings' }),
  },
] satisfies Routes;
