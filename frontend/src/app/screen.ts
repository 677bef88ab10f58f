import { Type, inject } from '@angular/core';
import { Data, Route } from '@angular/router';
import { WordFiles, Words } from '@ui/words';

/**
 * A screen and the words of its area (and of what it shares with others), both asked for as soon as the address is known, with who I am:
 * `{ path: ':uuid', ...screen(WORDS, () => import('./record/lot-record').then((m) => m.LotRecord)) }`
 */
export function screen(
  words: WordFiles | readonly WordFiles[],
  component: () => Promise<Type<unknown>>,
  data: Data = {},
): Pick<Route, 'canMatch' | 'data' | 'loadComponent'> {
  const all: readonly WordFiles[] = 'fr' in words ? [words] : words;
  const read = async (): Promise<Type<unknown>> => {
    const known = inject(Words);
    const [loaded] = await Promise.all([component(), ...all.map((one) => known.read(one))]);
    return loaded;
  };
  const ask = (): boolean => {
    // What does not come now is asked for again by the router, which says it.
    read().catch(() => undefined);
    return true;
  };
  return { canMatch: [ask], loadComponent: read, data: { ...data, words: all } };
}
