import { ChartTable, cellText, tableCsv } from './table';

const TABLE: ChartTable = {
  columns: [
    { label: 'Terrine', kind: 'text' },
    { label: 'Date', kind: 'day' },
    { label: 'Levées', kind: 'number' },
    { label: 'Taux', kind: 'rate' },
  ],
  rows: [
    ['A; "haut"', '2026-11-25', 12, 0.125],
    ['B', '2026-11-26', 0, null],
  ],
};

describe('tableCsv', () => {
  it('is what a French spreadsheet opens', () => {
    expect(tableCsv(TABLE, 'fr')).toBe(
      '\uFEFFTerrine;Date;Levées;Taux\r\n"A; ""haut""";25/11/2026;12;0,125\r\nB;26/11/2026;0;\r\n',
    );
  });

  it('is what an English spreadsheet opens', () => {
    expect(tableCsv(TABLE, 'en')).toContain('2026-11-25,12,0.125\r\n');
  });
});

describe('cellText', () => {
  it('writes as the language does, and nothing for what is unknown', () => {
    expect(cellText(0.125, 'rate', 'fr')).toMatch(/^12,5\s%$/);
    expect(cellText('2026-11-25', 'day', 'fr')).toBe('25/11/2026');
    expect(cellText(1234.5, 'number', 'en')).toBe('1,234.5');
    expect(cellText(null, 'number', 'fr')).toBe('');
  });
});
