import { HostContext } from './context';
import { earlyAnswer } from './early';
import { NewToken, keepToken, readToken } from './token';

let renewal: Promise<boolean> | null = null;

/** GeoNature gives a new token to who still has its session; one request at a time. */
function renew(context: HostContext): Promise<boolean> {
  if (context.geonatureApi === '') return Promise.resolve(false);
  renewal ??= fetch(`${context.geonatureApi}/auth/get_current_user`, { credentials: 'include' })
    .then(async (response) => {
      if (!response.ok) return false;
      keepToken((await response.json()) as NewToken);
      return true;
    })
    .catch(() => false)
    .finally(() => (renewal = null));
  return renewal;
}

function authorized(request: Request, language: string): Request {
  const headers = new Headers(request.headers);
  const token = readToken();
  if (token !== null) headers.set('Authorization', `Bearer ${token}`);
  headers.set('Accept-Language', language);
  return new Request(request, { headers, credentials: 'omit' });
}

/**
 * `fetch` with the token of the moment. After a 401 the token is renewed once and the request sent
 * again; when that fails too the user logs in.
 */
export function authorizedFetch(context: HostContext, language: string): (request: Request) => Promise<Response> {
  return async (request) => {
    const again = request.clone();
    const response = (await earlyAnswer(request, language)) ?? (await fetch(authorized(request, language)));
    if (response.status !== 401 || request.url.endsWith('/auth/login')) return response;
    if (await renew(context)) {
      const second = await fetch(authorized(again, language));
      if (second.status !== 401) return second;
    }
    context.login();
    return response;
  };
}
