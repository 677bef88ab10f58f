import type { Schemas } from '@api/api';

/** Why a figure is null. */
export function reasonOf(
  { missing }: { readonly missing: readonly Schemas['Missing'][] },
  figure: string,
): Schemas['Unknown'] | null {
  return missing.find((one) => one.figure === figure)?.reason ?? null;
}
