/** Shares a whole number among replicates, the first ones having one more; null when there is less than one each. */
export function split(total: number | null, among: number): number[] | null {
  if (total === null || !Number.isInteger(total) || among < 1 || total < among) return null;
  const share = Math.floor(total / among);
  return Array.from({ length: among }, (_, n) => share + (n < total % among ? 1 : 0));
}

/** A, B … Z, AA, AB… as the service names replicates. */
export function letters(n: number): string {
  const letter = (index: number): string => String.fromCharCode(65 + (index % 26));
  return n < 26 ? letter(n) : letter(Math.floor(n / 26) - 1) + letter(n);
}

/** What the replicates say in all; null when one says nothing. */
export function sumOf(sown: readonly (number | null)[]): number | null {
  return sown.reduce((sum, n) => (sum === null || n === null ? null : sum + n), 0);
}
