import { formatNumber } from '../format';
import type { Words } from '../words';
import { Fate, FateSankey, SeedFate, fateSankey } from './fate-sankey';
import { Figure } from './figure';
import { INK } from './option';
import { ChartTable } from './table';

const FATE_COLOURS: Readonly<Record<Fate, string>> = {
  sown: '#6b5b3e',
  emerged: '#23662f',
  not_emerged: '#84909b',
  waiting: '#c9b458',
  not_counted: '#b9c0c7',
  dissected: '#7a3b8f',
  alive: '#3f9150',
  dead: '#a71d2a',
  pricked_out: '#1a5f94',
  removed: '#a34d00',
  unexplained: '#565e64',
};

/** Width of a letter of a label, about. */
const CHARACTER = 7;

/** « Où sont mes graines ? » as a drawing, a table and the notes on what is not drawn. */
export function fateFigure(
  fate: SeedFate,
  words: Words,
  labels: readonly string[] = ['fate'],
): Figure & { readonly notes: readonly string[] } {
  const sankey = fateSankey(fate);
  const notes = sankey.notes.map((note) =>
    note === 'surplus' ? words.many('chart.fate.surplus', fate.surplus ?? 0) : words.code('fate_note', note),
  );
  const label = (name: Fate, value: number): string =>
    `${words.code(labels, name)}\n${formatNumber(value, words.language)}`;
  const longest = Math.max(...sankey.nodes.map(({ fate: name }) => words.code(labels, name).length), 0);
  return {
    option: {
      tooltip: { trigger: 'item' },
      series: {
        type: 'sankey',
        left: 4,
        right: 12 + CHARACTER * longest,
        nodeAlign: 'left',
        top: 10,
        bottom: 10,
        nodeWidth: 16,
        nodeGap: 14,
        draggable: false,
        emphasis: { focus: 'adjacency' },
        label: { color: INK, fontSize: 13, lineHeight: 16, textBorderColor: '#fff', textBorderWidth: 3 },
        lineStyle: { color: 'gradient', opacity: 0.35 },
        data: sankey.nodes.map(({ fate: name, value }) => ({
          name: label(name, value),
          itemStyle: { color: FATE_COLOURS[name] },
        })),
        links: named(sankey, label),
      },
    },
    table: tableOf(fate, sankey, words, labels),
    description: [words.of('chart.fate.described'), ...notes].join(' '),
    notes,
  };
}

/** ECharts knows nodes by their name, which is also what it writes. */
function named(
  sankey: FateSankey,
  label: (fate: Fate, value: number) => string,
): { source: string; target: string; value: number }[] {
  const names = new Map(sankey.nodes.map(({ fate, value }) => [fate, label(fate, value)]));
  return sankey.links.map(({ source, target, value }) => ({
    source: names.get(source) ?? source,
    target: names.get(target) ?? target,
    value,
  }));
}

const KNOWN_PARTS = ['sown', 'emerged', 'alive', 'pricked_out', 'dead', 'removed'] as const;

/** What was sown and what is known first, zeros included, then what follows from it. */
function tableOf(fate: SeedFate, sankey: FateSankey, words: Words, labels: readonly string[]): ChartTable {
  const deduced = sankey.nodes.filter(({ fate: name }) => !KNOWN_PARTS.some((known) => known === name));
  const parts = [
    ...KNOWN_PARTS.map((name) => ({ fate: name as Fate, value: fate[name] })),
    ...deduced.map(({ fate: name, value }) => ({ fate: name, value: value as number | null })),
  ];
  const share = (value: number | null): number | null =>
    value === null || fate.sown === null || fate.sown === 0 ? null : value / fate.sown;
  return {
    columns: [
      { label: words.of('chart.fate.what'), kind: 'text' },
      { label: words.of('chart.fate.seeds'), kind: 'number' },
      { label: words.of('chart.fate.share'), kind: 'rate' },
    ],
    rows: parts.map(({ fate: name, value }) => [words.code(labels, name), value, share(value)]),
  };
}
