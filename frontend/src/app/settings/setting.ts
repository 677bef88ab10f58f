import { Pipe, PipeTransform, inject } from '@angular/core';
import type { Schemas } from '@api/api';
import { formatNumber } from '@ui/format';
import { Words } from '@ui/words';

export type Setting = Schemas['Setting'];
export type Unit = Schemas['SettingUnit'];

const GROUPS: readonly { title: string; names: readonly Schemas['SettingName'][] }[] = [
  {
    title: 'settings.germination',
    names: ['initial_viability', 'regeneration_share', 'confidence', 'test_largest_share'],
  },
  { title: 'settings.retest', names: ['retest_share', 'retest_longest', 'retest_short_lived', 'retest_long_lived'] },
  { title: 'settings.stock', names: ['archive_reserve', 'crop_share', 'crop_share_strict'] },
];

export interface SettingGroup {
  /** Key of its title. */
  readonly title: string;
  readonly settings: readonly Setting[];
}

/** By what they are for; one that is not known here stands with the last ones rather than nowhere. */
export function settingGroups(settings: readonly Setting[]): SettingGroup[] {
  const known = GROUPS.flatMap((group) => group.names);
  const others = settings.filter((setting) => !known.includes(setting.name));
  return GROUPS.map(({ title, names }, n) => ({
    title,
    settings: [
      ...names.flatMap((name) => settings.filter((setting) => setting.name === name)),
      ...(n === GROUPS.length - 1 ? others : []),
    ],
  }));
}

/** A value with its unit: `{{ 40 | threshold: 'year' }}` says `40 ans`. */
@Pipe({ name: 'threshold' })
export class ThresholdPipe implements PipeTransform {
  private readonly words = inject(Words);

  transform(value: number, unit: Unit): string {
    const n = formatNumber(value, this.words.language, 1);
    if (unit === 'percent') return this.words.language === 'fr' ? `${n} %` : `${n}%`;
    return this.words.many(unit === 'year' ? 'settings.year' : 'settings.seed', value, { n });
  }
}
