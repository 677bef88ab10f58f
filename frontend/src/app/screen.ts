import { Type, inject } from '@angular/core';
import { Route } from '@angular/router';
import { WordFiles, Words } from '@ui/words';

/**
 * A screen and the words of its area, both asked for as soon as the address is known, with who I am:
 * `{ path: ':uuid', ...screen(WORDS, () => import('./record/lot-record').then((m) => m.LotRecord)) }`
 */
export function screen(
  words: WordFiles,
  component: () => Promise<Type<unknown>>,
): Pick<Route, 'canMatch' | 'data' | 'loadComponent'> {
  const read = async (): Promise<Type<unknown>> => {
    const [loaded] = await Promise.all([component(), inject(Words).read(words)]);
    return loaded;
  };
  const ask = (): boolean => {
    // What does not come now is asked for again by the router, which says it.
    read().catch(() => undefined);
    return true;
  };
  return { canMatch: [ask], loadComponent: read, data: { words } };
}
