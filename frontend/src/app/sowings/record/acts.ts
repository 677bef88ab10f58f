import { Act as AnAct, inOrderOfUse } from '@app/counting/record/acts';
import type { SowingRecord, State } from '../shared/model';

export type Act = AnAct<State>;

interface Words {
  readonly label: string;
  readonly text: string;
  readonly icon: string;
  readonly look?: Act['look'];
}

/** By the state one comes from and the one one goes to. */
const WORDS: Readonly<Record<string, Words>> = {
  'draft>prepared': { label: 'sowings.act.prepare', text: 'sowings.act.prepare_text', icon: 'fa-check', look: 'main' },
  'draft>cancelled': {
    label: 'sowings.act.cancel',
    text: 'sowings.act.cancel_text',
    icon: 'fa-ban',
    look: 'danger',
  },
  'prepared>draft': { label: 'sowings.act.back_to_draft', text: 'sowings.act.back_to_draft_text', icon: 'fa-pencil', look: 'back' },
  'prepared>in_pretreatment': {
    label: 'sowings.act.pretreat',
    text: 'sowings.act.pretreat_text',
    icon: 'fa-flask',
    look: 'main',
  },
  'prepared>sown': { label: 'sowings.act.sow', text: 'sowings.act.sow_text', icon: 'fa-leaf', look: 'main' },
  'prepared>cancelled': {
    label: 'sowings.act.cancel',
    text: 'sowings.act.cancel_text',
    icon: 'fa-ban',
    look: 'danger',
  },
  'in_pretreatment>sown': {
    label: 'sowings.act.sow',
    text: 'sowings.act.sow_after_text',
    icon: 'fa-leaf',
    look: 'main',
  },
  'in_pretreatment>cancelled': {
    label: 'sowings.act.cancel',
    text: 'sowings.act.cancel_back_text',
    icon: 'fa-ban',
    look: 'danger',
  },
  'sown>in_pretreatment': {
    label: 'sowings.act.pretreat_again',
    text: 'sowings.act.pretreat_again_text',
    icon: 'fa-flask', look: 'back',
  },
  'sown>emerging': { label: 'sowings.act.emerge', text: 'sowings.act.emerge_text', icon: 'fa-leaf' },
  'sown>overwintering': {
    label: 'sowings.act.overwinter',
    text: 'sowings.act.overwinter_text',
    icon: 'fa-snowflake-o',
  },
  'sown>emergence_ended': { label: 'sowings.act.end', text: 'sowings.act.end_text', icon: 'fa-flag-checkered' },
  'sown>cancelled': {
    label: 'sowings.act.cancel',
    text: 'sowings.act.cancel_back_text',
    icon: 'fa-ban',
    look: 'danger',
  },
  'emerging>sown': { label: 'sowings.act.not_emerging', text: 'sowings.act.not_emerging_text', icon: 'fa-undo', look: 'back' },
  'emerging>overwintering': {
    label: 'sowings.act.overwinter',
    text: 'sowings.act.overwinter_text',
    icon: 'fa-snowflake-o',
  },
  'emerging>emergence_ended': { label: 'sowings.act.end', text: 'sowings.act.end_text', icon: 'fa-flag-checkered' },
  'overwintering>emerging': { label: 'sowings.act.emerge_again', text: 'sowings.act.emerge_text', icon: 'fa-sun-o' },
  'overwintering>emergence_ended': {
    label: 'sowings.act.end',
    text: 'sowings.act.end_text',
    icon: 'fa-flag-checkered',
  },
  'emergence_ended>emerging': {
    label: 'sowings.act.reopen_emergence',
    text: 'sowings.act.reopen_text',
    icon: 'fa-undo', look: 'back',
  },
  'emergence_ended>closed': {
    label: 'sowings.act.close',
    text: 'sowings.act.close_text',
    icon: 'fa-check-square-o',
    look: 'main',
  },
  'closed>emergence_ended': { label: 'sowings.act.reopen', text: 'sowings.act.reopen_text', icon: 'fa-undo', look: 'back' },
};

/** The changes of state that the service offers: first those that go on, then those that go back or undo. */
export function actsOf(sowing: Pick<SowingRecord, 'state' | 'next_states' | 'source'>): Act[] {
  return inOrderOfUse(sowing.next_states.flatMap((to) => actTo(sowing, to)));
}

function actTo({ state, source }: Pick<SowingRecord, 'state' | 'source'>, to: State): Act[] {
  const words = WORDS[`${state}>${to}`];
  if (words === undefined) return [];
  const fromLot = source.kind === 'seed_lot';
  const leaves = state === 'prepared' && (to === 'in_pretreatment' || to === 'sown');
  const undoes = to === 'cancelled' && state !== 'draft' && state !== 'prepared';
  const reopens = state === 'closed' || (state === 'emergence_ended' && to === 'emerging');
  return [
    {
      look: 'plain',
      ...words,
      to,
      dated: leaves || (to === 'sown' && state !== 'emerging') || to === 'closed',
      needsOutcome: to === 'closed',
      needsReason: undoes || reopens,
      takes: leaves && fromLot,
      givesBack: undoes && fromLot,
    },
  ];
}
