import { Injectable, Provider, EnvironmentProviders, inject, provideAppInitializer } from '@angular/core';
import { Routes } from '@angular/router';
import { TranslateService, provideTranslateService } from '@ngx-translate/core';
import { Language } from '@host/context';
import { LANGUAGE } from '@host/tokens';

type Translations = Record<string, unknown>;
/** The translation files of a folder, one a language, read when they are needed. */
export type WordFiles = Readonly<Record<Language, () => Promise<{ default: Translations }>>>;

const COMMON: WordFiles = { fr: () => import('../i18n/fr.json'), en: () => import('../i18n/en.json') };
/** Labels of the closed lists of the API. */
const CODES: WordFiles = { fr: () => import('../i18n/enums.fr.json'), en: () => import('../i18n/enums.en.json') };

/**
 * Translations in code: `inject(Words).of('home.title', { name })`. In a template, the pipe
 * `translate`. A key whose last part depends on a number has `_one` and `_other` forms: `many`.
 */
@Injectable({ providedIn: 'root' })
export class Words {
  private readonly translations = inject(TranslateService);
  readonly language = inject(LANGUAGE);
  private readonly plural = new Intl.PluralRules(this.language);

  of(key: string, params?: Record<string, unknown>): string {
    return this.translations.instant(key, params) as string;
  }

  many(key: string, n: number, params: Record<string, unknown> = {}): string {
    const form = this.plural.select(n) === 'one' ? 'one' : 'other';
    return this.of(`${key}_${form}`, { n: n.toLocaleString(this.language), ...params });
  }

  /**
   * The label of a code of a closed list, `enum.<list>.<code>`. Of several lists, that of the first one
   * which has it: what changes from one subject to another stands before what is common.
   */
  code(list: string | readonly string[], code: string | null | undefined): string {
    if (code === null || code === undefined) return '';
    const keys = (typeof list === 'string' ? [list] : list).map((name) => `enum.${name}.${code}`);
    // A key that has no text is its own text.
    const known = keys.find((key) => this.of(key) !== key);
    return this.of(known ?? keys[0] ?? code);
  }

  async read(files: WordFiles): Promise<void> {
    const file = await files[this.language]();
    this.translations.setTranslation(this.language, file.default as never, true);
  }
}

export function provideWords(language: Language): (Provider | EnvironmentProviders)[] {
  return [
    provideTranslateService({ lang: language, fallbackLang: language }),
    provideAppInitializer(async () => {
      const words = inject(Words);
      await Promise.all([words.read(COMMON), words.read(CODES)]);
    }),
  ];
}

/**
 * The routes of screens that have translations of their own: `loadChildren: withWords(files, () =>
 * import('./home/routes'))` reads both at once; several files, where screens share some.
 */
export function withWords(
  files: WordFiles | readonly WordFiles[],
  routes: () => Promise<{ default: Routes }>,
): () => Promise<Routes> {
  return async () => {
    const words = inject(Words);
    const all: readonly WordFiles[] = 'fr' in files ? [files] : files;
    const [loaded] = await Promise.all([routes(), ...all.map((one) => words.read(one))]);
    return loaded.default;
  };
}
