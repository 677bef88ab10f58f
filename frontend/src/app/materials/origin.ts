import type { Schemas } from '@api/api';

/** Where a material comes from, as a screen shows it. */
export interface OriginShown {
  readonly kind: 'harvest' | 'reception' | 'parent';
  /** Null when the reader may not see it. */
  readonly record: { readonly uuid: string; readonly name: string } | null;
  /** The day of a reception. */
  readonly day?: string;
}

/** The one origin of a material. */
export function originOf({ harvest, reception, parent }: Schemas['Origin']): OriginShown | null {
  if (reception) {
    if ('restricted' in reception) return { kind: 'reception', record: null };
    const name = reception.partner_number ?? '';
    return { kind: 'reception', record: { uuid: reception.uuid, name }, day: reception.date_received };
  }
  const kind = harvest ? 'harvest' : 'parent';
  const record = harvest ?? parent;
  if (!record) return null;
  return { kind, record: 'restricted' in record ? null : { uuid: record.uuid, name: record.code } };
}
