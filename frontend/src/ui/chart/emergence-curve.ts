import type { Schemas } from '@api/api';

/** What was known at a visit. */
export interface CurvePoint {
  /** Days since the origin; negative when seeds germinated before the sowing, in stratification. */
  readonly day: number;
  readonly date: string;
  /** Emerged in all since the origin. */
  readonly emerged: number;
  /** Over what was sown, 0 to 1; null when that is not known. */
  readonly rate: number | null;
}

export interface CurveLine {
  /** Code of the replicate; null for the whole. */
  readonly code: string | null;
  readonly points: readonly CurvePoint[];
}

export interface EmergenceCurve {
  readonly replicates: readonly CurveLine[];
  readonly whole: CurveLine;
  /** Every line has its rates: they can share an axis in per cent. */
  readonly hasRates: boolean;
  /** Replicates that no visit saw. */
  readonly neverCounted: readonly string[];
}

type Sown = Pick<Schemas['Replicate'], 'code' | 'sown'>;
type Counted = Pick<Schemas['Count'], 'count_date' | 'emerged' | 'replicate' | 'reversed_by' | 'reverses'>;

/**
 * The emergence as the visits saw it: between two visits nothing is known, so each line is a step.
 * The origin is the day of sowing, at which nothing had emerged unless a visit before says so.
 * Give `sown` only where it counts seeds: another unit has no rate.
 */
export function emergenceCurve(
  replicates: readonly Sown[],
  counts: readonly Counted[],
  origin: string,
): EmergenceCurve {
  const visits = standing(counts);
  const points = (mine: readonly Counted[], sown: number | null): CurvePoint[] => accumulate(mine, sown, origin);
  const lines = replicates.map(({ code, sown }) => ({
    code,
    points: points(
      visits.filter((visit) => visit.replicate.code === code),
      sown ?? null,
    ),
  }));
  const sowns = replicates.map(({ sown }) => sown ?? null);
  const allSown = sum(sowns);
  return {
    replicates: lines,
    whole: { code: null, points: points(visits, allSown) },
    hasRates: allSown !== null && sowns.every((sown) => sown !== null && sown > 0),
    neverCounted: lines.filter((line) => line.points.length === 0).map((line) => line.code),
  };
}

/** What no reversal took back and what says something of the emergence, oldest first. */
function standing(counts: readonly Counted[]): Counted[] {
  return counts
    .filter((count) => !count.reverses && !count.reversed_by && typeof count.emerged === 'number')
    .sort((a, b) => a.count_date.localeCompare(b.count_date));
}

/** One point a day of visit, its visits together. */
function accumulate(visits: readonly Counted[], sown: number | null, origin: string): CurvePoint[] {
  const byDate = new Map<string, number>();
  for (const visit of visits) {
    byDate.set(visit.count_date, (byDate.get(visit.count_date) ?? 0) + (visit.emerged ?? 0));
  }
  let emerged = 0;
  const points = [...byDate].map(([date, more]) => point(date, (emerged += more), sown, origin));
  const first = points[0];
  return first === undefined || first.day <= 0 ? points : [point(origin, 0, sown, origin), ...points];
}

function point(date: string, emerged: number, sown: number | null, origin: string): CurvePoint {
  return { day: daysBetween(origin, date), date, emerged, rate: sown === null || sown === 0 ? null : emerged / sown };
}

const DAY = 86_400_000;

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

function sum(values: readonly (number | null)[]): number | null {
  return values.reduce((total, value) => (total === null || value === null ? null : total + value), 0);
}
