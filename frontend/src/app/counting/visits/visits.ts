import type { Count } from '../shared/model';

/** Counts entered together, and what became of them. */
export interface Visit {
  readonly operation: string;
  readonly date: string;
  readonly observer: string | null;
  /** In the order of the replicates. */
  readonly lines: readonly Count[];
  readonly emerged: number;
  readonly dead: number;
  /** What is said of the whole visit: what all its lines say. */
  readonly remarks: string | null;
  readonly stage: string | null;
  /** Why it was reversed; null when it stands. */
  readonly reversed: { readonly reason: string; readonly at: string } | null;
}

/** The visits of a sowing, the last first: a reversal is told by what it reverses. */
export function visitsOf(counts: readonly Count[]): Visit[] {
  const byUuid = new Map(counts.map((count) => [count.uuid, count]));
  const groups = new Map<string, Count[]>();
  for (const count of counts.filter(({ reverses }) => !reverses)) {
    groups.set(count.operation, [...(groups.get(count.operation) ?? []), count]);
  }
  const visits = [...groups].flatMap(([operation, lines]) => visitOf(operation, lines, byUuid));
  return visits.sort((a, b) => byText(b.date, a.date) || byText(entered(b), entered(a)));
}

function entered({ lines }: Visit): string {
  return lines[0]?.meta_create_date ?? '';
}

function visitOf(operation: string, counts: readonly Count[], byUuid: ReadonlyMap<string, Count>): Visit[] {
  const lines = [...counts].sort((a, b) => inOrder(a.replicate.code, b.replicate.code));
  const [first] = lines;
  if (first === undefined) return [];
  const reversal = first.reversed_by ? byUuid.get(first.reversed_by) : undefined;
  return [
    {
      operation,
      date: first.count_date,
      observer: first.observer ?? null,
      lines,
      emerged: sum(lines, (line) => line.emerged),
      dead: sum(lines, (line) => line.dead),
      remarks: common(lines, (line) => line.remarks),
      stage: common(lines, (line) => line.stage?.label),
      reversed: first.reversed_by ? { reason: reversal?.reason ?? '', at: reversal?.meta_create_date ?? '' } : null,
    },
  ];
}

/** A … Z, AA: the shorter first. */
export function inOrder(a: string, b: string): number {
  return a.length - b.length || byText(a, b);
}

/** Days, instants and letters need no language, whose order takes a phone tens of milliseconds to read. */
function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function sum(lines: readonly Count[], value: (line: Count) => number | null | undefined): number {
  return lines.reduce((total, line) => total + (value(line) ?? 0), 0);
}

function common(lines: readonly Count[], value: (line: Count) => string | null | undefined): string | null {
  const first = (lines[0] && value(lines[0])) ?? null;
  return first !== null && lines.every((line) => value(line) === first) ? first : null;
}

/** The days of the visits that stand. */
export function visitDays(counts: readonly Count[]): string[] {
  return [...new Set(counts.filter((c) => !c.reverses && !c.reversed_by).map((c) => c.count_date))].sort();
}
