import { Api, Schemas, answer } from '@api/api';
import { Source, TYPING_REST } from '../combobox/source';

export type Area = Schemas['Area'];

/** Municipalities and departments, unless the screen asks for others. */
export const AREA_TYPES: readonly string[] = ['COM', 'DEP'];

export function areas(api: Api, types: () => readonly string[]): Source<Area, number> {
  return {
    name: 'area',
    minLength: 2,
    wait: TYPING_REST,
    remembers: true,
    key: (area) => area.id_area,
    display: (area) => (area.code == null ? (area.name ?? '') : `${area.name} (${area.code})`),
    isTyped: (area, text) => area.code === text,
    search: (search, signal) =>
      answer(
        api.GET('/v1/referentials/areas', { params: { query: { search, type: [...types()] } }, signal }),
      ),
    find: async (key, signal) => {
      const query = { id_area: [key] };
      return (await answer(api.GET('/v1/referentials/areas', { params: { query }, signal })))[0] ?? null;
    },
  };
}
