import { Language } from '@host/context';
import { formatDay, formatNumber, formatPercent } from '../format';

/** What a figure says, as a table: its accessible alternative and what the CSV holds. */
export interface ChartTable {
  readonly columns: readonly ChartColumn[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface ChartColumn {
  readonly label: string;
  /** A rate is between 0 and 1; a day is written `2026-11-25`. */
  readonly kind: 'text' | 'number' | 'rate' | 'day';
}

/** Null when it is not known: absent is not zero. */
export type Cell = string | number | null;

/** A cell as the screen shows it; empty when it is not known. */
export function cellText(cell: Cell, kind: ChartColumn['kind'], language: Language): string {
  if (cell === null) return '';
  if (kind === 'day') return formatDay(String(cell));
  if (typeof cell === 'string') return cell;
  return kind === 'rate' ? formatPercent(cell, language) : formatNumber(cell, language);
}

const BYTE_ORDER_MARK = '\uFEFF';

/** A CSV that the spreadsheet of this language opens as it is. */
export function tableCsv(table: ChartTable, language: Language): string {
  const separator = language === 'fr' ? ';' : ',';
  const lines = [
    table.columns.map((column) => column.label),
    ...table.rows.map((row) => csvCells(row, table, language)),
  ];
  const quoted = (text: string): string =>
    text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return BYTE_ORDER_MARK + lines.map((line) => line.map(quoted).join(separator) + '\r\n').join('');
}

function csvCells(row: readonly Cell[], table: ChartTable, language: Language): string[] {
  return row.map((cell, index) => {
    if (cell === null) return '';
    if (typeof cell === 'number') return language === 'fr' ? String(cell).replace('.', ',') : String(cell);
    return table.columns[index]?.kind === 'day' && language === 'fr' ? formatDay(cell) : cell;
  });
}
