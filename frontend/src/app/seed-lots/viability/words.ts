import { WordFiles } from '@ui/words';

/** Read with the tab and with the dialog: the lot's page opens without them. */
export const VIABILITY_WORDS: WordFiles = { fr: () => import('./i18n/fr.json'), en: () => import('./i18n/en.json') };
