import type { Schemas } from '@api/api';
import type { About } from '@app/counting/visits/cell-errors';
import type { Count, Replicate } from '@app/counting/shared/model';
import type { EntryColumn, EntryValues } from '@ui/entry/cells';
import type { Words } from '@ui/words';
import { SEEDLING_CLASSES, SEED_CLASSES, SeedClass, TestKind } from '../shared/model';

export type NewLine = Schemas['NewLine'];
/** What a column counts: newly germinated seeds, or a class. */
export type Counted = 'emerged' | SeedClass;
export type Column = EntryColumn & { readonly key: Counted };
/** One follows the germination, or examines what is left at the end. */
export type Mode = 'germination' | 'final';

/** Classes that are there on demand, where room is short. */
const SELDOM: readonly Counted[] = ['normal', 'abnormal', 'embryoless', 'infested'];

const SHORT: Readonly<Record<Counted, string>> = {
  emerged: 'seed_tests.short.emerged',
  normal: 'seed_tests.short.normal',
  abnormal: 'seed_tests.short.abnormal',
  hard: 'seed_tests.short.hard',
  fresh: 'seed_tests.short.fresh',
  dead: 'seed_tests.short.dead',
  empty: 'seed_tests.short.empty',
  embryoless: 'seed_tests.short.embryoless',
  infested: 'seed_tests.short.infested',
  stained: 'seed_tests.short.stained',
  partly_stained: 'seed_tests.short.partly_stained',
  unstained: 'seed_tests.short.unstained',
  full: 'seed_tests.short.full',
  immature: 'seed_tests.short.immature',
};

/** The columns of a visit; the seldom ones on demand, or when one has a value. */
export function columnsOf(kind: TestKind, mode: Mode, more: boolean, values: EntryValues, words: Words): Column[] {
  const used = (key: Counted): boolean => Object.values(values).some((row) => typeof row[key] === 'number');
  const wanted = (key: Counted): boolean => !SELDOM.includes(key) || more || used(key);
  const germination: readonly Counted[] = ['emerged', ...SEEDLING_CLASSES];
  const keys: readonly Counted[] =
    kind !== 'germination'
      ? SEED_CLASSES[kind]
      : mode === 'germination'
        ? germination.filter(wanted)
        : [...germination, ...SEED_CLASSES.germination].filter(wanted);
  return keys.map((key) => ({
    key,
    label: key === 'emerged' ? words.of('seed_tests.germinated') : words.code('seed_class', key),
    short: words.of(SHORT[key]),
  }));
}

/** Where a replicate stands on a day, what was entered that day included. */
export interface Standing {
  readonly emerged: number;
  /** Seedlings that were classed. */
  readonly seedlings: number;
  readonly dissected: number;
  /** Is there a later visit? */
  readonly isLate: boolean;
}

export function standingAt(counts: readonly Count[], replicate: string, day: string): Standing {
  const mine = counts.filter((count) => count.replicate.uuid === replicate && !count.reverses && !count.reversed_by);
  // A seed germinates or is examined once, whenever that was: all its visits count.
  const sum = (value: (count: Count) => number | null | undefined): number =>
    mine.reduce((total, count) => total + (value(count) ?? 0), 0);
  return {
    emerged: sum((count) => count.emerged),
    seedlings: sum((count) =>
      count.classes.filter((one) => isSeedling(one.class)).reduce((total, one) => total + one.seeds, 0),
    ),
    dissected: sum((count) => count.dissected),
    isLate: mine.some((count) => count.count_date > day),
  };
}

/** What is entered of a replicate. */
export type Entry = Readonly<Record<string, number | null>>;

/** What a visit comes to for a replicate. */
export interface Outcome {
  readonly emerged: number;
  readonly dissected: number;
  /** Germinated, with those before. */
  readonly emergedAfter: number;
  /** Seedlings classed, with those before. */
  readonly seedlingsAfter: number;
  /** Seeds that neither germinated nor were examined yet; null when how many there were is not known. */
  readonly left: number | null;
}

export function outcomeOf(entry: Entry, before: Standing, sown: number | null): Outcome {
  const emerged = entry['emerged'] ?? 0;
  const dissected = sumOf(entry, (key) => key !== 'emerged' && !isSeedling(key));
  const emergedAfter = before.emerged + emerged;
  return {
    emerged,
    dissected,
    emergedAfter,
    seedlingsAfter: before.seedlings + sumOf(entry, isSeedling),
    left: sown === null ? null : sown - emergedAfter - before.dissected - dissected,
  };
}

/** What is foreseen to be refused. */
export interface Flaw {
  readonly column: Counted;
  readonly kind: 'more_than_sown' | 'more_seedlings';
  readonly n: number;
}

/** Foreseen, so that it is said while one types; the service decides. */
export function flawOf(entry: Entry, { left, emergedAfter, seedlingsAfter }: Outcome): Flaw | null {
  const last = Object.entries(entry)
    .filter(([key, value]) => (value ?? 0) > 0 && !isSeedling(key))
    .at(-1)?.[0];
  if (left !== null && left < 0) return { column: (last ?? 'emerged') as Counted, kind: 'more_than_sown', n: -left };
  const over = seedlingsAfter - emergedAfter;
  const seedling = (entry['abnormal'] ?? 0) > 0 ? 'abnormal' : 'normal';
  return over > 0 && sumOf(entry, isSeedling) > 0 ? { column: seedling, kind: 'more_seedlings', n: over } : null;
}

export function saysSomething(entry: Entry): boolean {
  return Object.values(entry).some((value) => value !== null);
}

/**
 * The lines to send, in the order of the replicates: those that say something, and with `others` those that
 * were looked at and where nothing germinated. Seeds examined are those of the classes.
 */
export function linesOf(
  replicates: readonly Pick<Replicate, 'uuid'>[],
  entries: Readonly<Record<string, Entry>>,
  others: boolean,
  remarks: string | null,
): NewLine[] {
  const said = remarks === null ? {} : { remarks };
  return replicates.flatMap(({ uuid }) => {
    const entry = entries[uuid] ?? {};
    if (!saysSomething(entry)) return others ? [{ replicate: uuid, emerged: 0, ...said }] : [];
    return [{ replicate: uuid, ...lineOf(entry), ...said }];
  });
}

function lineOf(entry: Entry): Partial<NewLine> {
  const classes = Object.entries(entry).flatMap(([key, seeds]) =>
    key === 'emerged' || seeds === null ? [] : [{ class: key as SeedClass, seeds }],
  );
  const seeds = classes.filter((one) => !isSeedling(one.class));
  const emerged = entry['emerged'] ?? null;
  return {
    // A line that only classes seedlings saw nothing new germinate.
    ...(emerged !== null || seeds.length === 0 ? { emerged: emerged ?? 0 } : {}),
    ...(seeds.length > 0 ? { dissected: seeds.reduce((sum, one) => sum + one.seeds, 0) } : {}),
    ...(classes.some((one) => one.seeds > 0) ? { classes: classes.filter((one) => one.seeds > 0) } : {}),
  };
}

/** What is left of each replicate goes to a class. */
export function withRest(values: EntryValues, left: Readonly<Record<string, number | null>>, to: SeedClass): EntryValues {
  return Object.fromEntries(
    Object.entries(left).map(([row, rest]) => {
      const entry: Entry = values[row] ?? {};
      return [row, rest !== null && rest > 0 ? { ...entry, [to]: (entry[to] ?? 0) + rest } : entry];
    }),
  );
}

/** The column of a field that the service refused, in a line. */
export function columnOf(line: NewLine, { field, index }: Pick<About, 'field' | 'index'>): Counted | null {
  if (field === 'classes') {
    const classes = line.classes ?? [];
    return (index === undefined ? classes.at(-1) : classes[Number(index)])?.class ?? null;
  }
  if (field === 'emerged') return 'emerged';
  if (field === 'dissected' || field === undefined) {
    return line.classes?.filter((one) => !isSeedling(one.class)).at(-1)?.class ?? (field === undefined ? 'emerged' : null);
  }
  return null;
}

function isSeedling(key: string): boolean {
  return key === 'normal' || key === 'abnormal';
}

function sumOf(entry: Entry, wanted: (key: string) => boolean): number {
  return Object.entries(entry).reduce((sum, [key, value]) => (wanted(key) ? sum + (value ?? 0) : sum), 0);
}
