import type { ListState } from '@ui/list/list-state';
import type { CultivationQuery } from '../cultivations-api';

type State = NonNullable<CultivationQuery['state']>[number];

/** What the address asks of the cultivations. */
export function queryOf(state: ListState): CultivationQuery {
  return {
    search: state.text('search'),
    state: state.text('state')?.split(',') as State[] | undefined,
    cd_nom: state.number('cd_nom'),
    place: state.text('place'),
    material: state.text('material'),
    sowing: state.text('sowing'),
    seed_test: state.text('seed_test'),
    parent: state.text('parent'),
    archived: state.flag('archived'),
  };
}
