import type { Schemas } from '@api/api';
import { Figure } from '@ui/chart/figure';
import { INK, MUTED } from '@ui/chart/option';
import type { Words } from '@ui/words';
import { Lineage, LineageNode, headings, itemsOf, spotsOf } from './graph';

const COLOURS: Readonly<Record<Schemas['LineageKind'], string>> = {
  harvest: '#a34d00',
  reception: '#6b5b3e',
  material: '#7a3b8f',
  seed_lot: '#1a5f94',
  seed_test: '#4d5d00',
  sowing: '#8a1c4a',
  cultivation: '#23662f',
};
const LETTERS = 18;

/** Its code, or that it is restricted. */
export function nameOf(node: LineageNode, words: Words): string {
  if (node.restricted) return words.of('lineage.restricted');
  return node.code === null || node.code === undefined || node.code === ''
    ? words.code('lineage_kind', node.kind)
    : node.code;
}

/** The drawing: a column a step, headed by its generation, arrows from parent to child. */
export function lineageFigure(lineage: Lineage, words: Words): Figure {
  const spots = spotsOf(lineage);
  const generations = headings(lineage, spots).map((generation) =>
    generation === null ? '' : words.of('lineage.generation', { n: generation }),
  );
  const furthest = Math.max(1, ...spots.map((spot) => Math.abs(spot.line) + 0.6));
  // One heading a generation, where it starts.
  const heads = generations.map((text, column) => (text === generations[column - 1] ? '' : text));
  return {
    option: {
      grid: { left: 60, right: 60, top: 30, bottom: 10 },
      xAxis: {
        type: 'category',
        position: 'top',
        data: heads.map((_head, column) => `${column}`),
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: { color: MUTED, interval: 0, formatter: (_value: string, column: number) => heads[column] ?? '' },
      },
      yAxis: { type: 'value', inverse: true, show: false, min: -furthest, max: furthest },
      tooltip: {
        trigger: 'item',
        formatter: (params) => {
          const index = Array.isArray(params) ? undefined : params.dataIndex;
          const isNode = !Array.isArray(params) && params.dataType === 'node';
          const node = isNode && index !== undefined ? lineage.nodes[index] : undefined;
          return node ? escaped(described(node, words)) : '';
        },
      },
      series: {
        type: 'graph',
        coordinateSystem: 'cartesian2d',
        edgeSymbol: ['none', 'arrow'],
        edgeSymbolSize: 7,
        lineStyle: { color: MUTED, opacity: 0.7, curveness: 0 },
        label: { show: true, position: 'bottom', color: INK, fontSize: 12, textBorderColor: '#fff', textBorderWidth: 3 },
        cursor: 'pointer',
        data: lineage.nodes.map((node, rank) => ({
          id: `${rank}`,
          name: clipped(nameOf(node, words)),
          value: [spots[rank]?.column ?? 0, spots[rank]?.line ?? 0],
          symbolSize: rank === 0 ? 24 : 15,
          itemStyle: {
            color: node.restricted ? '#b9c0c7' : COLOURS[node.kind],
            opacity: node.archived === true ? 0.45 : 1,
            borderColor: rank === 0 ? INK : '#fff',
            borderWidth: 2,
          },
        })),
        links: lineage.edges.map((edge) => ({ source: `${edge.from}`, target: `${edge.to}` })),
      },
    },
    table: {
      columns: [
        { label: words.of('lineage.column.generation'), kind: 'number' },
        { label: words.of('lineage.column.kind'), kind: 'text' },
        { label: words.of('lineage.column.code'), kind: 'text' },
        { label: words.of('lineage.column.taxon'), kind: 'text' },
        { label: words.of('lineage.column.date'), kind: 'day' },
        { label: words.of('lineage.column.from'), kind: 'text' },
      ],
      rows: itemsOf(lineage).map(({ node, from }) => [
        node.generation ?? null,
        words.code('lineage_kind', node.kind),
        nameOf(node, words),
        node.taxon?.name ?? node.taxon?.cited_name ?? null,
        node.date ?? null,
        from.map((parent) => nameOf(parent.node, words)).join(', '),
      ]),
    },
    description: words.of('lineage.described'),
  };
}

function described(node: LineageNode, words: Words): string {
  const taxon = node.taxon?.name ?? node.taxon?.cited_name;
  return [words.code('lineage_kind', node.kind), nameOf(node, words), taxon].filter(Boolean).join(' · ');
}

const clipped = (text: string): string => (text.length > LETTERS ? `${text.slice(0, LETTERS - 1)}…` : text);
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
