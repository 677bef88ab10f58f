import type { ListState } from '@ui/list/list-state';
import { KINDS, PURPOSES, STATES } from '../shared/model';

/** Of the address, but no filter: how the list is shown. */
export const NOT_FILTERS = ['view'] as const;

/** Names of the filters behind the button, for their number. */
export const HIDDEN_FILTERS = [
  'kind',
  'purpose',
  'state',
  'cd_nom',
  'place',
  'lot',
  'id_dataset',
  'person',
  'from',
  'to',
  'archived',
] as const;

/** A link to what is due stays true the day after. */
export const TODAY = 'today';

/** The codes of a list that the address asks for; other words are left out. */
export function asked<C extends string>(codes: readonly C[], text: string | null): C[] {
  const names = (text ?? '').split(',');
  return codes.filter((code) => names.includes(code));
}

/** The day by which a count is due, when that is asked. */
export function dueBy(state: Pick<ListState, 'get'>, today: string): string | undefined {
  const day = state.get('due_by');
  return day === TODAY ? today : (day ?? undefined);
}

/** What the API is asked, but for the page. */
export function filtersOf(list: Pick<ListState, 'get' | 'text' | 'number' | 'flag'>, today: string) {
  const due_by = dueBy(list, today);
  const some = <C>(codes: C[]): C[] | undefined => (codes.length > 0 ? codes : undefined);
  return {
    search: list.text('search'),
    kind: some(asked(KINDS, list.get('kind'))),
    purpose: some(asked(PURPOSES, list.get('purpose'))),
    // Only a test that runs is counted.
    state: due_by === undefined ? some(asked(STATES, list.get('state'))) : ['running' as const],
    cd_nom: list.number('cd_nom'),
    place: list.text('place'),
    lot: list.text('lot'),
    material: list.text('material'),
    parent_test: list.text('parent_test'),
    id_dataset: list.number('id_dataset'),
    person: list.number('person'),
    from: list.text('from'),
    to: list.text('to'),
    due_by,
    archived: list.flag('archived'),
  };
}

/** The sort when none is chosen: the most urgent first when something is due, else the newest. */
export function defaultSort(due: string | undefined): string {
  return due === undefined ? '-code' : 'next_count_due';
}
