import { Injectable, Provider, EnvironmentProviders, inject, provideAppInitializer } from '@angular/core';
import { TranslateService, provideTranslateService } from '@ngx-translate/core';
import { Language } from '@host/context';
import { LANGUAGE } from '@host/tokens';
import { isOne, written } from './numbers';

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
  private readonly asked = new Map<WordFiles, Promise<void>>();

  of(key: string, params?: Record<string, unknown>): string {
    return this.translations.instant(key, params) as string;
  }

  many(key: string, n: number, params: Record<string, unknown> = {}): string {
    const form = isOne(n, this.language) ? 'one' : 'other';
    return this.of(`${key}_${form}`, { n: written(n, this.language, 3), ...params });
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

  /** Reads them once. */
  read(files: WordFiles): Promise<void> {
    const asked = this.asked.get(files);
    if (asked !== undefined) return asked;
    const reading = files[this.language]().then((file) => {
      this.translations.setTranslation(this.language, file.default as never, true);
    });
    this.asked.set(files, reading);
    // Asked again the next time.
    reading.catch(() => this.asked.delete(files));
    return reading;
  }

  /** Were they asked for? */
  has(files: WordFiles): boolean {
    return this.asked.has(files);
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
