/** A change of state as a button: what it is called and what it asks. */
export interface Act<S extends string = string> {
  readonly to: S;
  /** Keys of the translations of the button, and of what it does. */
  readonly label: string;
  readonly text: string;
  readonly icon: string;
  readonly look: 'main' | 'plain' | 'back' | 'danger';
  /** The day it happened is asked. */
  readonly dated: boolean;
  readonly needsOutcome: boolean;
  readonly needsReason: boolean;
  /** The seeds leave the lot. */
  readonly takes: boolean;
  /** The seeds go back to the lot. */
  readonly givesBack: boolean;
}

const ORDER: readonly Act['look'][] = ['main', 'plain', 'back', 'danger'];

/** First those that go on, then those that go back or undo. */
export function inOrderOfUse<S extends string>(acts: readonly Act<S>[]): Act<S>[] {
  return ORDER.flatMap((look) => acts.filter((act) => act.look === look));
}
