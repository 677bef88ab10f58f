import type { Schemas } from '@api/api';

export type Said = Schemas['CultivationEventSaid'];
export type Kind = Said['kind'];

/** A field of what an event says. */
export interface SaidField {
  readonly name: string;
  /** Key of its translation. */
  readonly label: string;
  readonly type:
    | 'count'
    | 'number'
    | 'text'
    | 'long'
    | 'day'
    | 'flag'
    | 'place'
    | 'choice'
    | 'replicates'
    | 'cultivations'
    | 'death';
  readonly required?: true;
  readonly unit?: string;
  readonly max?: number;
  /** The list of its codes, and its name among the labels. */
  readonly list?: string;
  readonly codes?: readonly string[];
}

const CAUSES: readonly Schemas['DeathCause'][] = [
  'frost', 'drought', 'heat', 'damping_off', 'pest', 'disease', 'theft', 'disappeared', 'error', 'unknown',
];
const SAMPLES: readonly Schemas['SampleKind'][] = ['dna', 'herbarium', 'cutting', 'other'];
const OUTCOMES: readonly Schemas['CultivationOutcome'][] = ['exhausted', 'dead', 'released', 'destroyed', 'transferred'];

const QUANTITY: SaidField = { name: 'quantity', label: 'cultivations.field.quantity', type: 'count', required: true };
const SOME: SaidField = { name: 'quantity', label: 'cultivations.field.quantity', type: 'count' };
const FROM: SaidField = { name: 'from', label: 'cultivations.field.from', type: 'replicates', required: true };
const PLACE: SaidField = { name: 'place', label: 'cultivations.field.place', type: 'place' };
const CONTAINER: SaidField = { name: 'container', label: 'cultivations.field.container', type: 'text', max: 200 };
const SUBSTRATE: SaidField = { name: 'substrate', label: 'cultivations.field.substrate', type: 'text', max: 500 };
const STAGE: SaidField = { name: 'stage', label: 'cultivations.field.stage', type: 'text', max: 100 };
const SEASON: readonly SaidField[] = [
  SOME,
  { name: 'start', label: 'cultivations.field.start', type: 'day' },
  { name: 'peak', label: 'cultivations.field.peak', type: 'day' },
  { name: 'end', label: 'cultivations.field.end', type: 'day' },
];

/** What each kind of event says, in the order in which one says it. */
export const FIELDS: Readonly<Record<Kind, readonly SaidField[]>> = {
  initial: [QUANTITY, PLACE],
  pricking_out: [FROM, CONTAINER, SUBSTRATE, STAGE, PLACE],
  addition: [FROM, QUANTITY],
  repotting: [
    SOME,
    { name: 'container_before', label: 'cultivations.field.container_before', type: 'text', max: 200 },
    CONTAINER,
    SUBSTRATE,
    PLACE,
  ],
  planting: [
    SOME,
    PLACE,
    { name: 'density_per_m2', label: 'cultivations.field.density', type: 'number', unit: '/m²', max: 100_000 },
    { name: 'spacing_cm', label: 'cultivations.field.spacing', type: 'number', unit: 'cm', max: 10_000 },
  ],
  move: [
    { ...PLACE, required: true },
    { name: 'overwintering', label: 'cultivations.field.overwintering', type: 'flag' },
  ],
  observation: [
    { name: 'seen', label: 'cultivations.field.seen', type: 'count' },
    STAGE,
    { name: 'phenology', label: 'cultivations.field.phenology', type: 'text', max: 100 },
    { name: 'vigour', label: 'cultivations.field.vigour', type: 'count', max: 5 },
    { name: 'height_cm', label: 'cultivations.field.height', type: 'number', unit: 'cm', max: 10_000 },
    { name: 'health', label: 'cultivations.field.health', type: 'long', max: 1000 },
  ],
  flowering: SEASON,
  fruiting: SEASON,
  harvest: [
    { name: 'pollination', label: 'cultivations.field.pollination', type: 'choice', list: 'pollination' },
  ],
  exit: [
    { name: 'exit', label: 'cultivations.field.exit', type: 'choice', list: 'exit_kind' },
    QUANTITY,
    { name: 'site', label: 'cultivations.field.site', type: 'text' },
  ],
  death: [
    QUANTITY,
    { name: 'cause', label: 'cultivations.field.cause', type: 'choice', required: true, list: 'death_cause', codes: CAUSES },
  ],
  not_seen: [QUANTITY],
  found_again: [{ name: 'death', label: 'cultivations.field.death', type: 'death', required: true }, QUANTITY],
  treatment: [
    { name: 'product', label: 'cultivations.field.product', type: 'text', required: true, max: 200 },
    { name: 'against', label: 'cultivations.field.against', type: 'text', max: 200 },
    { name: 'dose', label: 'cultivations.field.dose', type: 'number', max: 1_000_000 },
    { name: 'dose_unit', label: 'cultivations.field.dose_unit', type: 'text', max: 20 },
    { name: 'volume_l', label: 'cultivations.field.volume', type: 'number', unit: 'l', max: 100_000 },
    { name: 'authorisation', label: 'cultivations.field.authorisation', type: 'text', max: 50 },
    { name: 're_entry_hours', label: 'cultivations.field.re_entry', type: 'number', unit: 'h', max: 1000 },
    { name: 'before_harvest_days', label: 'cultivations.field.before_harvest', type: 'number', unit: 'j', max: 1000 },
    { name: 'certificate', label: 'cultivations.field.certificate', type: 'text', max: 100 },
    { name: 'success', label: 'cultivations.field.success', type: 'flag' },
  ],
  watering: [{ name: 'mode', label: 'cultivations.field.mode', type: 'text', max: 200 }],
  fertilisation: [
    { name: 'product', label: 'cultivations.field.product', type: 'text', required: true, max: 200 },
    { name: 'dose', label: 'cultivations.field.dose', type: 'text', max: 100 },
  ],
  sampling: [
    { name: 'sample', label: 'cultivations.field.sample', type: 'choice', required: true, list: 'sample_kind', codes: SAMPLES },
    QUANTITY,
    { name: 'destructive', label: 'cultivations.field.destructive', type: 'flag' },
    { name: 'recipient', label: 'cultivations.field.recipient', type: 'text', max: 200 },
  ],
  division: [QUANTITY, PLACE],
  cutting: [QUANTITY, PLACE],
  merging: [{ name: 'from', label: 'cultivations.field.merged', type: 'cultivations', required: true }],
  self_sown: [QUANTITY, PLACE],
  thinning: [QUANTITY],
  closing: [
    { name: 'outcome', label: 'cultivations.field.outcome', type: 'choice', required: true, list: 'cultivation_outcome', codes: OUTCOMES },
    { name: 'reason', label: 'cultivations.field.reason', type: 'long', max: 1000 },
  ],
  reopening: [{ name: 'reason', label: 'cultivations.field.reason', type: 'long', required: true, max: 1000 }],
};

export const ICONS: Readonly<Record<Kind, string>> = {
  initial: 'fa-flag-o',
  pricking_out: 'fa-leaf',
  addition: 'fa-plus-circle',
  repotting: 'fa-refresh',
  planting: 'fa-tree',
  move: 'fa-truck',
  observation: 'fa-eye',
  flowering: 'fa-sun-o',
  fruiting: 'fa-lemon-o',
  harvest: 'fa-shopping-basket',
  exit: 'fa-share-square-o',
  death: 'fa-times-circle',
  not_seen: 'fa-eye-slash',
  found_again: 'fa-heart-o',
  treatment: 'fa-medkit',
  watering: 'fa-tint',
  fertilisation: 'fa-flask',
  sampling: 'fa-eyedropper',
  division: 'fa-code-fork',
  cutting: 'fa-scissors',
  merging: 'fa-compress',
  self_sown: 'fa-pagelines',
  thinning: 'fa-minus-circle',
  closing: 'fa-check-square-o',
  reopening: 'fa-undo',
};

/** What a gardener does most, one tap from the record. */
export const QUICK: readonly Kind[] = ['repotting', 'death', 'observation'];

/** The kinds that one enters, by what they are about. */
export const GROUPS: readonly { readonly label: string; readonly kinds: readonly Kind[] }[] = [
  { label: 'cultivations.group.care', kinds: ['repotting', 'planting', 'move', 'watering', 'fertilisation', 'treatment'] },
  { label: 'cultivations.group.losses', kinds: ['death', 'not_seen', 'found_again', 'thinning', 'self_sown'] },
  { label: 'cultivations.group.seen', kinds: ['observation', 'flowering', 'fruiting', 'harvest', 'sampling'] },
  { label: 'cultivations.group.plants', kinds: ['addition', 'merging'] },
  { label: 'cultivations.group.end', kinds: ['exit', 'closing', 'reopening'] },
];

/** The kinds that may be said of several cultivations at once: what they say is not of one of them. */
export const SHARED: readonly Kind[] = [
  'death', 'repotting', 'move', 'planting', 'watering', 'fertilisation', 'treatment', 'observation', 'flowering',
  'fruiting', 'not_seen', 'thinning',
];

export function isKind(text: string): text is Kind {
  return text in FIELDS;
}

export function hasQuantity(kind: Kind): boolean {
  return FIELDS[kind].some((field) => field.name === 'quantity');
}
