import { Routes } from '@angular/router';
import { withWords } from '@ui/words';
import { Kit } from './kit';

export default [
  {
    path: '',
    component: Kit,
    canActivate: [withWords({ fr: () => import('./i18n/fr.json'), en: () => import('./i18n/en.json') })],
  },
] satisfies Routes;
