import { Routes } from '@angular/router';
import { withWords } from '@ui/words';
import { Home } from './home';

export default [
  {
    path: '',
    component: Home,
    canActivate: [withWords({ fr: () => import('./i18n/fr.json'), en: () => import('./i18n/en.json') })],
  },
] satisfies Routes;
