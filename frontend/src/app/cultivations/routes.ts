import { Routes } from '@angular/router';
import { COUNTING } from '@app/counting/words';
import { screen } from '@app/screen';
import { leaveGuard } from '@ui/form/leave-guard';
import { WordFiles } from '@ui/words';

const OWN: WordFiles = { fr: () => import('./i18n/fr.json'), en: () => import('./i18n/en.json') };
const EXITS: WordFiles = { fr: () => import('../exits/i18n/fr.json'), en: () => import('../exits/i18n/en.json') };
const HARVEST: WordFiles = { fr: () => import('./harvest-event/i18n/fr.json'), en: () => import('./harvest-event/i18n/en.json') };
const WORDS = [COUNTING, OWN];

export default [
  { path: '', pathMatch: 'full', ...screen(WORDS, () => import('./list/cultivation-list').then((m) => m.CultivationList)) },
  {
    path: 'new',
    canDeactivate: [leaveGuard],
    ...screen(WORDS, () => import('./form/new-cultivation').then((m) => m.NewCultivationPage)),
  },
  {
    path: 'group',
    canDeactivate: [leaveGuard],
    ...screen(WORDS, () => import('./group/group').then((m) => m.GroupPage)),
  },
  { path: ':uuid', ...screen(WORDS, () => import('./record/cultivation').then((m) => m.CultivationPage)) },
  {
    path: ':uuid/edit',
    canDeactivate: [leaveGuard],
    ...screen(WORDS, () => import('./form/edit-cultivation').then((m) => m.EditCultivation)),
  },
  { path: ':uuid/event', ...screen(WORDS, () => import('./event/choose-kind').then((m) => m.ChooseKind)) },
  {
    path: ':uuid/event/exit',
    canDeactivate: [leaveGuard],
    ...screen([...WORDS, EXITS], () => import('./event/new-exit').then((m) => m.NewExitPage)),
  },
  {
    path: ':uuid/event/harvest',
    canDeactivate: [leaveGuard],
    ...screen([...WORDS, HARVEST], () => import('./event/new-harvest').then((m) => m.NewHarvestPage)),
  },
  {
    path: ':uuid/event/:kind',
    canDeactivate: [leaveGuard],
    ...screen(WORDS, () => import('./event/new-event').then((m) => m.NewEventPage)),
  },
] satisfies Routes;
