/**
 * What the page that holds `<exsitu-app>` gives it. In GeoNature the door sets it as the
 * element's property `host`; without it the bundle is its own page (`standalone.ts`).
 */
export interface HostContext {
  readonly version: 1;
  /** The module's path in the host's router, `/exsitu`. */
  readonly base: string;
  /** Inner address when the element is mounted. */
  readonly url: string;
  /** GeoNature's API_ENDPOINT without a slash at its end; empty in the embedded mode. */
  readonly geonatureApi: string;
  /** Where the service answers, without a slash at its end. */
  readonly apiUrl: string;
  /** `fr` or `en`; another language is read as French. */
  readonly lang: string;
  /** Scopes by letter of CRUVED, for the first paint only: the service decides. */
  readonly cruved: Readonly<Record<string, number>>;
  /** To the host's login page, and back here. */
  login(): void;
  /** The host's router goes to `base` + `inner`. */
  navigate(inner: string, replace: boolean): void;
}

/** A tile layer that the map may show. */
export interface BaseMap {
  readonly name: string;
  readonly url: string;
  readonly attribution: string;
  readonly max_zoom: number;
}

/** Where the map starts and what is under it. */
export interface MapSettings {
  readonly base_maps: readonly BaseMap[];
  readonly map: { readonly center: readonly [number, number]; readonly zoom: number };
}

export type Language = 'fr' | 'en';
export const LANGUAGES: readonly Language[] = ['fr', 'en'];

const LANGUAGE_KEY = 'exsitu:language';

/** The language the user chose, else the host's. */
export function languageOf(hosts: string): Language {
  const chosen = localStorage.getItem(LANGUAGE_KEY) ?? hosts.slice(0, 2).toLowerCase();
  return LANGUAGES.find((language) => language === chosen) ?? 'fr';
}

export function rememberLanguage(language: Language): void {
  localStorage.setItem(LANGUAGE_KEY, language);
}
