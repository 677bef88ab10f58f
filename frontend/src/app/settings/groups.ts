import type { Setting } from './setting';

export interface SettingGroup {
  /** Key of the translation of what they are for. */
  readonly label: string;
  readonly settings: readonly Setting[];
}

const GROUPS: readonly { readonly label: string; readonly names: readonly Setting['name'][] }[] = [
  { label: 'settings.group.judge', names: ['initial_viability', 'regeneration_share', 'confidence'] },
  {
    label: 'settings.group.retest',
    names: ['first_test', 'retest_share', 'retest_longest', 'retest_short_lived', 'retest_long_lived'],
  },
  { label: 'settings.group.spare', names: ['largest_test_share', 'archive_seeds'] },
  { label: 'settings.group.store', names: ['humidity_check_interval', 'humidity_recheck_interval'] },
  { label: 'settings.group.harvest', names: ['crop_share_ensconet', 'crop_share_vegetal_local'] },
];
const OTHERS = 'settings.group.others';

/** The thresholds by what they are for; one that no group names is among the others. */
export function groupsOf(settings: readonly Setting[]): SettingGroup[] {
  const named = new Set(GROUPS.flatMap(({ names }) => names));
  const groups = GROUPS.map(({ label, names }) => ({
    label,
    settings: names.flatMap((name) => settings.filter((setting) => setting.name === name)),
  }));
  const others = settings.filter(({ name }) => !named.has(name));
  return [...groups, { label: OTHERS, settings: others }].filter((group) => group.settings.length > 0);
}
