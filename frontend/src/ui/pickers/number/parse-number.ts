/** Digits, grouped by spaces or not, and a decimal part after a comma or a dot. */
const NUMBER = /^[+-]?(\d+|\d{1,3}(\s\d{3})+)?([.,]\d*)?$/;

/** The number that was typed, null when it cannot be read. */
export function parseNumber(text: string): number | null {
  const typed = text.trim().replace(/\u2212/g, '-');
  if (!NUMBER.test(typed) || !/\d/.test(typed)) return null;
  return Number(typed.replace(/\s/g, '').replace(',', '.'));
}

/** How many decimals a number has as it is written, `0.05` two. */
function decimals(value: number): number {
  const [, fraction = '', exponent = '0'] = /(?:\.(\d+))?(?:e([+-]?\d+))?$/.exec(String(value)) ?? [];
  return Math.max(0, fraction.length - Number(exponent));
}

/** One step further, on the grid of the steps from zero, without the dust of binary fractions. */
export function stepped(value: number | null, by: number): number {
  const start = value ?? 0;
  const digits = Math.min(20, Math.max(decimals(start), decimals(by)));
  return Number((start + by).toFixed(digits));
}

/** A number as one types it: the decimal mark of the language, no grouping. */
export function typedNumber(value: number | null, language: string): string {
  return value === null ? '' : value.toLocaleString(language, { useGrouping: false, maximumFractionDigits: 20 });
}
