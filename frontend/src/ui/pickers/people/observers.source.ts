import { Api, Schemas, answer } from '@api/api';
import { Source, TYPING_REST } from '../combobox/source';

export type Observer = Schemas['Observer'];

export function observers(api: Api): Source<Observer, number> {
  return {
    name: 'observer',
    minLength: 0,
    wait: TYPING_REST,
    remembers: true,
    key: (observer) => observer.id_role,
    display: (observer) => observer.name,
    detail: (observer) => observer.organism ?? '',
    search: (text, signal) =>
      answer(
        api.GET('/v1/referentials/observers', {
          params: { query: { search: text === '' ? undefined : text, limit: 50 } },
          signal,
        }),
      ),
  };
}
