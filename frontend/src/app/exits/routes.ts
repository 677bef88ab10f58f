import { Routes } from '@angular/router';
import { screen } from '@app/screen';
import { WordFiles } from '@ui/words';

const WORDS: WordFiles = { fr: () => import('./i18n/fr.json'), en: () => import('./i18n/en.json') };

export default [
  { path: '', pathMatch: 'full', ...screen(WORDS, () => import('./list/exit-list').then((m) => m.ExitList)) },
  { path: ':uuid', ...screen(WORDS, () => import('./record/exit-record').then((m) => m.ExitRecord)) },
] satisfies Routes;
