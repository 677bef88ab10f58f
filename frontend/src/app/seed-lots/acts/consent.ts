import { Problem } from '@api/problem';

/** What the laws of the ledger let through when somebody says so. */
export interface Consent {
  readonly confirm_overdraw?: boolean;
  readonly reserve_override_reason?: string;
}

/** Asks; null when the user goes no further. */
export interface Ask {
  overdraw(problem: Problem): Promise<boolean>;
  reserve(problem: Problem): Promise<string | null>;
}

/**
 * Sends a withdrawal. When more is taken than an estimated balance says, or the archive reserve is
 * broken into, it asks and sends again with the answer; the refusal stands when there is none.
 * A body that changes is another request for the service, so it has another key, the same at each try.
 */
export async function withConsent<R>(
  key: string,
  send: (consent: Consent, key: string) => Promise<R>,
  ask: Ask,
): Promise<R> {
  let consent: Consent = {};
  for (;;) {
    try {
      return await send(consent, [key, ...Object.keys(consent)].join(':'));
    } catch (error) {
      const more = await answered(Problem.from(error), consent, ask);
      if (more === null) throw error;
      consent = { ...consent, ...more };
    }
  }
}

async function answered(problem: Problem, given: Consent, ask: Ask): Promise<Consent | null> {
  if (problem.kind === 'stock_overdraw_unconfirmed' && given.confirm_overdraw === undefined) {
    return (await ask.overdraw(problem)) ? { confirm_overdraw: true } : null;
  }
  if (problem.kind === 'stock_reserve_kept' && given.reserve_override_reason === undefined) {
    const reason = await ask.reserve(problem);
    return reason === null ? null : { reserve_override_reason: reason };
  }
  return null;
}
