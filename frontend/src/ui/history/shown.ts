import type { Geometry } from 'geojson';
import { formatDay } from '../format';
import type { Words } from '../words';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A value of a column, as one reads it. */
export function shown(field: string, value: unknown, words: Words): string {
  if (value === null || value === undefined || value === '') return '—';
  if (typeof value === 'boolean') return words.of(value ? 'record.yes' : 'record.no');
  // The history has the key of a value of a vocabulary, not its label.
  if (field.startsWith('id_nomenclature_')) return words.of('pickers.key', { key: value });
  if (typeof value === 'number') return value.toLocaleString(words.language, { maximumFractionDigits: 20 });
  if (typeof value === 'string') return DAY.test(value) ? formatDay(value) : labelOf(field, value, words);
  return isGeometry(value) ? placeOf(value, words) : JSON.stringify(value);
}

/** Many columns have the name of their closed list. */
function labelOf(list: string, code: string, words: Words): string {
  const key = `enum.${list}.${code}`;
  const label = words.of(key);
  return label === key ? code : label;
}

function isGeometry(value: object): value is Geometry {
  return 'type' in value && 'coordinates' in value;
}

/** Where a point is; of a larger shape, what it is. */
function placeOf(geometry: Geometry, words: Words): string {
  const kind = labelOf('geometry', geometry.type, words);
  if (geometry.type !== 'Point') return kind;
  const [x, y] = geometry.coordinates;
  return `${kind} ${y} ${x}`;
}
