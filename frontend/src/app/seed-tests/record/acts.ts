import { Act as AnAct, inOrderOfUse } from '@app/counting/record/acts';
import type { SeedTestRecord, TestState } from '../shared/model';

export type Act = AnAct<TestState>;

interface Words {
  readonly label: string;
  readonly text: string;
  readonly icon: string;
  readonly look: Act['look'];
}

/** By the state one comes from and the one one goes to. */
const WORDS: Readonly<Record<string, Words>> = {
  'draft>running': {
    label: 'seed_tests.act.begin',
    text: 'seed_tests.act.begin_text',
    icon: 'fa-play',
    look: 'main',
  },
  'draft>cancelled': {
    label: 'seed_tests.act.cancel',
    text: 'seed_tests.act.cancel_text',
    icon: 'fa-ban',
    look: 'danger',
  },
  'running>finished': {
    label: 'seed_tests.act.finish',
    text: 'seed_tests.act.finish_text',
    icon: 'fa-flag-checkered',
    look: 'main',
  },
  'running>cancelled': {
    label: 'seed_tests.act.cancel',
    text: 'seed_tests.act.cancel_back_text',
    icon: 'fa-ban',
    look: 'danger',
  },
  'finished>running': {
    label: 'seed_tests.act.reopen',
    text: 'seed_tests.act.reopen_text',
    icon: 'fa-undo',
    look: 'back',
  },
};

type Known = Pick<SeedTestRecord, 'state' | 'next_states' | 'source_place' | 'tally'>;

/**
 * The changes of state that the service offers and would not refuse: a test with seeds still to see is not
 * finished, one that was counted is not cancelled.
 */
export function actsOf(test: Known): Act[] {
  return inOrderOfUse(
    test.next_states.filter((to) => !isRefused(test, to)).flatMap((to) => actTo(test, to) ?? []),
  );
}

function isRefused({ state, tally }: Known, to: TestState): boolean {
  if (to === 'finished') return (tally.missing ?? 0) > 0;
  return to === 'cancelled' && state === 'running' && tally.visits > 0;
}

export function actTo({ state, source_place }: Known, to: TestState): Act | undefined {
  const words = WORDS[`${state}>${to}`];
  if (words === undefined) return undefined;
  const fromLot = source_place !== null && source_place !== undefined;
  const undoes = state === 'running' && to === 'cancelled';
  return {
    ...words,
    to,
    dated: to === 'finished' || (state === 'draft' && to === 'running'),
    needsOutcome: false,
    needsReason: undoes || state === 'finished',
    takes: state === 'draft' && to === 'running' && fromLot,
    givesBack: undoes && fromLot,
  };
}
