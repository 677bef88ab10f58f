import type { Schemas } from '@api/api';
import type { Language } from '@host/context';

type Results = Schemas['Results'];
type Indices = Schemas['Indices'];
type Hill = Schemas['Hill'];
export type Reason = Schemas['Unknown'];

/** Units as `enum.index_unit` names them. */
export type Unit =
  | 'bit'
  | 'day'
  | 'day_squared'
  | 'none'
  | 'per_day'
  | 'per_day_squared'
  | 'percent'
  | 'percent_a_day'
  | 'percent_a_day_squared'
  | 'percent_count'
  | 'radian'
  | 'seed_a_day'
  | 'seed_count'
  | 'seed_day';

type IndexCode = Exclude<keyof Indices, 'missing'>;
type HillCode = 'hill_t10' | 'hill_t50' | 'hill_t90' | 'hill_fastest' | 'hill_uniformity';
export type FigureCode = IndexCode | HillCode;

/** A figure and its unit, or why it is not known. */
export interface KnownFigure {
  readonly code: FigureCode;
  readonly unit: Unit;
  readonly value: number | null;
  readonly reason: Reason | null;
}

export interface FigureGroup {
  /** Key of its title. */
  readonly title: string;
  /** Those that a gardener reads. */
  readonly main: readonly KnownFigure[];
  /** Those of who compares with a publication. */
  readonly more: readonly KnownFigure[];
}

type Listed = readonly (readonly [FigureCode, Unit])[];

const GROUPS: readonly { title: string; main: Listed; more: Listed }[] = [
  {
    title: 'counting.results.how_many',
    main: [
      ['germination_percent', 'percent'],
      ['peak_percent', 'percent'],
    ],
    more: [
      ['weighted_percent', 'percent'],
      ['angular', 'radian'],
    ],
  },
  {
    title: 'counting.results.when',
    main: [
      ['first_day', 'day'],
      ['median_time_coolbear', 'day'],
      ['mean_time', 'day'],
      ['last_day', 'day'],
    ],
    more: [
      ['peak_day', 'day'],
      ['median_time_farooq', 'day'],
      ['emergence_delay', 'day'],
      ['hill_t10', 'day'],
      ['hill_t50', 'day'],
      ['hill_t90', 'day'],
      ['hill_fastest', 'day'],
    ],
  },
  {
    title: 'counting.results.how_fast',
    main: [
      ['speed', 'seed_a_day'],
      ['mean_percent', 'percent_a_day'],
    ],
    more: [
      ['speed_percent', 'percent_a_day'],
      ['corrected_speed', 'per_day'],
      ['accumulated_speed', 'seed_a_day'],
      ['accumulated_speed_percent', 'percent_a_day'],
      ['corrected_accumulated_speed', 'per_day'],
      ['mean_number', 'seed_a_day'],
      ['mean_rate', 'per_day'],
      ['rate_variance', 'per_day_squared'],
      ['rate_standard_error', 'per_day'],
      ['velocity', 'percent_a_day'],
      ['median_rate_coolbear', 'per_day'],
      ['median_rate_farooq', 'per_day'],
      ['emergence_rate', 'seed_a_day'],
      ['emergence_rate_index', 'seed_day'],
      ['germination_index', 'day'],
      ['modified_germination_index', 'day'],
      ['timson', 'percent_count'],
      ['timson_labouriau', 'none'],
      ['timson_khan_ungar', 'percent_a_day'],
      ['george', 'seed_count'],
      ['peak_value', 'percent_a_day'],
      ['czabator', 'percent_a_day_squared'],
      ['djavanshir_pourbeik', 'percent_a_day'],
      ['djavanshir_pourbeik_modified', 'percent_a_day'],
    ],
  },
  {
    title: 'counting.results.how_alike',
    main: [
      ['time_spread', 'day'],
      ['synchrony', 'none'],
    ],
    more: [
      ['time_standard_deviation', 'day'],
      ['time_variance', 'day_squared'],
      ['time_standard_error', 'day'],
      ['time_variation', 'none'],
      ['uniformity', 'per_day_squared'],
      ['uncertainty', 'bit'],
      ['hill_uniformity', 'day'],
    ],
  },
];

/** Every figure of a sowing, in the groups a reader looks for; none when there is no course at all. */
export function figureGroups(results: Results): FigureGroup[] {
  const { indices } = results;
  if (!indices) return [];
  const figure = ([code, unit]: readonly [FigureCode, Unit]): KnownFigure => ({
    code,
    unit,
    ...(isOfHill(code) ? ofHill(code, results) : ofIndices(code, indices)),
  });
  return GROUPS.map(({ title, main, more }) => ({ title, main: main.map(figure), more: more.map(figure) }));
}

type Found = Pick<KnownFigure, 'value' | 'reason'>;

function ofIndices(code: IndexCode, indices: Indices): Found {
  return found(indices[code], () => reasonOf(indices.missing, code));
}

function isOfHill(code: FigureCode): code is HillCode {
  return code.startsWith('hill_');
}

function ofHill(code: HillCode, { curve, missing }: Results): Found {
  if (!curve) return { value: null, reason: reasonOf(missing, 'curve') };
  const [value, reason] = HILL[code](curve);
  return found(value, () => reason);
}

const days = (curve: Hill, percent: number): number | null | undefined =>
  curve.days_to.find((one) => one.percent === percent)?.of_germinated;

/** What is read on the curve, and why it may not be there although the curve is. */
const HILL: Readonly<Record<HillCode, (curve: Hill) => readonly [number | null | undefined, Reason]>> = {
  hill_t10: (curve) => [days(curve, 10), 'never_reached'],
  hill_t50: (curve) => [days(curve, 50), 'never_reached'],
  hill_t90: (curve) => [days(curve, 90), 'never_reached'],
  hill_fastest: (curve) => [curve.day_of_highest_rate, 'curve_without_inflection'],
  hill_uniformity: (curve) => [curve.uniformity, 'not_enough_information'],
};

function found(value: number | null | undefined, why: () => Reason | null): Found {
  return value === null || value === undefined ? { value: null, reason: why() } : { value, reason: null };
}

/** Why a figure is null. */
export function reasonOf(missing: readonly Schemas['Missing'][], figure: string): Reason | null {
  return missing.find((one) => one.figure === figure)?.reason ?? null;
}

/** As many decimals as mean something: tenths of a day or of a per cent, three digits of what is small. */
export function formatFigure(value: number, unit: Unit, language: Language): string {
  const isPlain = unit === 'day' || unit === 'percent' || Math.abs(value) >= 10;
  const digits = isPlain
    ? { maximumFractionDigits: Math.abs(value) >= 100 ? 0 : 1 }
    : { maximumSignificantDigits: 3 };
  return value.toLocaleString(language, digits);
}
