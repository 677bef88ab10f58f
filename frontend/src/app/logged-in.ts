import { inject } from '@angular/core';
import { CanActivateFn } from '@angular/router';
import { Problem } from '@api/problem';
import { HOST } from '@host/tokens';
import { readToken } from '@host/token';
import { Outage } from '@ui/outage';
import { Session } from './session';

/** Who is not logged in goes to the login page; a silent service is said, with a way to try again. */
export const loggedIn: CanActivateFn = async () => {
  const session = inject(Session);
  const host = inject(HOST);
  const outage = inject(Outage);
  if (session.me() !== null) return true;
  if (readToken() === null && host.geonatureApi === '') {
    host.login();
    return false;
  }
  try {
    await session.load();
    return true;
  } catch (error) {
    const problem = Problem.from(error);
    if (problem.status === 401) return false;
    outage.say(problem);
    return true;
  }
};
