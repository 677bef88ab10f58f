import { Routes } from '@angular/router';
import { screen } from '@app/screen';
import { WordFiles } from '@ui/words';

const WORDS: WordFiles = { fr: () => import('./i18n/fr.json'), en: () => import('./i18n/en.json') };

export default [
  { path: ':uuid', ...screen(WORDS, () => import('./lineage').then((m) => m.LineageScreen)) },
] satisfies Routes;
