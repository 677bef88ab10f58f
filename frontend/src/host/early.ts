import { Language, languageOf } from './context';
import { PageSettings, readPageSettings } from './standalone';
import { readToken } from './token';

/** How long an answer that nobody asked for is worth giving, in ms. */
const FRESH = 10_000;
/** The pages of the records have the addresses of the records of the API. */
const RECORD = /^#(\/[a-z-]+\/[0-9a-f-]{36})$/;

let settings: Promise<PageSettings> | null = null;
const answers = new Map<string, Promise<Response>>();

/**
 * Asks for what the first screen of the page door waits for, before the application is read: who I am, the record of
 * the address, and the files of its screen, which the build names.
 */
export function askEarly(): void {
  settings = readPageSettings();
  // Whoever needs it sees that it failed.
  settings.then(ask).catch(() => undefined);
}

function ask({ api_url, language: hosts }: PageSettings): void {
  const language = languageOf(hosts);
  askScreen(language);
  const token = readToken();
  if (token === null) return;
  const record = RECORD.exec(location.hash)?.[1];
  for (const path of record === undefined ? ['/me'] : ['/me', record]) {
    const url = new URL(`${api_url}/v1${path}`, document.baseURI).href;
    const headers = { Authorization: `Bearer ${token}`, 'Accept-Language': language };
    const answer = fetch(url, { headers, credentials: 'omit' });
    // Whoever needs it asks again, and says so.
    answer.catch(() => undefined);
    answers.set(key(url, token, language), answer);
  }
}

function askScreen(language: Language): void {
  const files = document.getElementById('ex-screens')?.textContent;
  if (!files) return;
  const [, area = '', record] = /^#?\/?([a-z-]*)(\/[0-9a-f-]{36}$)?/.exec(location.hash) ?? [];
  const screens = JSON.parse(files) as Partial<Record<string, readonly string[]>>;
  for (const file of screens[`${language}/${record === undefined ? area : `${area}/record`}`] ?? []) {
    const link = document.createElement('link');
    link.rel = 'modulepreload';
    link.href = file;
    document.head.append(link);
  }
}

function key(url: string, token: string | null, language: string): string {
  return `${url} ${token} ${language}`;
}

/** What the service says to this page, given once. */
export function earlySettings(): Promise<PageSettings> | null {
  const given = settings;
  settings = null;
  return given;
}

/** The answer to a request that was sent early, given once. */
export async function earlyAnswer(request: Request, language: string): Promise<Response | null> {
  if (answers.size === 0 || request.method !== 'GET') return null;
  const asked = key(request.url, readToken(), language);
  const answer = answers.get(asked);
  answers.delete(asked);
  if (answer === undefined || performance.now() > FRESH) return null;
  return answer.catch(() => null);
}
