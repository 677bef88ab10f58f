/** The token where GeoNature's own front end keeps it: on its origin, who is logged in there is logged in here. */

const TOKEN = 'gn_id_token';
const EXPIRES = 'gn_expires_at';
const USER = 'gn_current_user';

export interface NewToken {
  readonly token: string;
  readonly expires: string;
  readonly user?: unknown;
}

export function readToken(): string | null {
  return localStorage.getItem(TOKEN);
}

export function keepToken(session: NewToken): void {
  localStorage.setItem(TOKEN, session.token);
  localStorage.setItem(EXPIRES, session.expires);
  if (session.user !== undefined) localStorage.setItem(USER, JSON.stringify(session.user));
}

export function dropToken(): void {
  for (const key of [TOKEN, EXPIRES, USER]) localStorage.removeItem(key);
}
