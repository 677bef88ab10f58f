import type { ListState } from '@ui/list/list-state';
import type { State } from '../shared/model';
import { COUNTABLE, STATES } from '../shared/model';

/** Filters of the address that the switch between table and board keeps, and that are not filters. */
export const NOT_FILTERS = ['view', 'column'] as const;

/** Names of the filters behind the button, for their number. */
export const HIDDEN_FILTERS = [
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

export function statesAsked(text: string | null): State[] {
  const names = (text ?? '').split(',');
  return STATES.filter((state) => names.includes(state));
}

/** The day by which a count is due, when that is asked. */
export function dueBy(state: Pick<ListState, 'get'>, today: string): string | undefined {
  const asked = state.get('due_by');
  return asked === TODAY ? today : (asked ?? undefined);
}

/** What the API is asked, but for the page. */
export function filtersOf(list: Pick<ListState, 'get' | 'text' | 'number' | 'flag'>, today: string) {
  const due_by = dueBy(list, today);
  const asked = statesAsked(list.get('state'));
  // Only what can be counted is due.
  const states = due_by === undefined ? asked : COUNTABLE.filter((s) => asked.length === 0 || asked.includes(s));
  return {
    search: list.text('search'),
    state: states.length > 0 ? states : undefined,
    cd_nom: list.number('cd_nom'),
    place: list.text('place'),
    lot: list.text('lot'),
    material: list.text('material'),
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
