import { WordFiles } from '@ui/words';

/** The words that sowings and tests have in common. */
export const COUNTING: WordFiles = { fr: () => import('./i18n/fr.json'), en: () => import('./i18n/en.json') };
