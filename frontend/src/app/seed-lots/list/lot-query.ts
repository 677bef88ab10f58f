import { Schemas } from '@api/api';
import { ListState } from '@ui/list/list-state';

export const STATUSES: readonly Schemas['SeedLotStatus'][] = [
  'active',
  'to_retest',
  'below_threshold',
  'in_regeneration',
  'exhausted',
  'expired',
  'transferred',
];
export const ROLES: readonly Schemas['SeedLotRole'][] = ['active_collection', 'base_collection', 'safety_duplicate'];

/** The states that the address asks for; words of no state are left out. */
export function statusesOf(text: string | null): Schemas['SeedLotStatus'][] {
  const asked = text?.split(',') ?? [];
  return STATUSES.filter((status) => asked.includes(status));
}

/** What the API is asked, from the address. */
export function lotQuery(state: ListState): {
  search?: string;
  id_dataset?: number;
  cd_nom?: number;
  status?: Schemas['SeedLotStatus'][];
  role?: Schemas['SeedLotRole'];
  place?: string;
  material?: string;
  harvest?: string;
  min_seeds?: number;
  max_seeds?: number;
  unknown_balance?: boolean;
  below_threshold?: boolean;
  packaging_min?: string;
  packaging_max?: string;
  archived?: boolean;
} {
  const statuses = statusesOf(state.get('status'));
  return {
    search: state.text('search'),
    id_dataset: state.number('id_dataset'),
    cd_nom: state.number('cd_nom'),
    status: statuses.length > 0 ? statuses : undefined,
    role: ROLES.find((role) => role === state.get('role')),
    place: state.text('place'),
    material: state.text('material'),
    harvest: state.text('harvest'),
    min_seeds: state.number('min_seeds'),
    max_seeds: state.number('max_seeds'),
    unknown_balance: state.flag('unknown_balance'),
    below_threshold: state.flag('below_threshold'),
    packaging_min: state.text('packaging_min'),
    packaging_max: state.text('packaging_max'),
    archived: state.flag('archived'),
  };
}
