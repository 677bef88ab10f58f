import { Signal, computed, linkedSignal, resource } from '@angular/core';
import { Problem } from '@api/problem';
import { Source } from './source';

/**
 * `short`: too little is typed to search; `searching`: what is shown is of a former text;
 * `ready`: what is shown is of the text typed; `failed`: the search was refused.
 */
export type SuggestionState = 'short' | 'searching' | 'ready' | 'failed';

export interface Suggestions<T> {
  readonly options: Signal<readonly T[]>;
  readonly state: Signal<SuggestionState>;
  readonly problem: Signal<Problem | null>;
  retry(): void;
}

function rest(milliseconds: number, abort: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    abort.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(abort.reason as Error);
    });
  });
}

/**
 * The options for a text that changes (null while the list is closed): one search once the typing
 * rests, the former one aborted, its answer ignored if it comes all the same. Call it where one may
 * inject.
 */
export function suggestions<T>(
  source: Signal<Source<T>>,
  text: Signal<string | null>,
  remembered: Signal<readonly T[]>,
): Suggestions<T> {
  const isShort = computed(() => (text() ?? '').length < source().minLength);
  const found = resource({
    // Nothing to search is a question too: it aborts the one before.
    params: () => ({ text: isShort() ? null : text(), source: source() }),
    loader: async ({ params: { text, source }, abortSignal }) => {
      if (text === null) return [];
      if (source.wait > 0 && text !== '') await rest(source.wait, abortSignal);
      return source.search(text, abortSignal);
    },
  });
  const state = computed<SuggestionState>(() => {
    if (isShort()) return 'short';
    if (found.status() === 'error') return 'failed';
    return found.hasValue() ? 'ready' : 'searching';
  });
  // Those of the text before stay in sight until the answer comes, so that the list does not blink.
  const options = linkedSignal<readonly T[] | null, readonly T[]>({
    source: () => {
      if (state() === 'short') return remembered();
      if (state() === 'searching') return null;
      return found.hasValue() ? found.value() : [];
    },
    computation: (fresh, former) => fresh ?? former?.value ?? [],
  });
  return {
    options,
    state,
    problem: computed(() => (state() === 'failed' ? Problem.from(found.error()) : null)),
    retry: () => found.reload(),
  };
}
