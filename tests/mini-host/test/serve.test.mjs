import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { start } from '../serve.mjs';
import { startService } from './stand-in/service.mjs';

let service, host;
beforeEach(async () => {
  service = await startService();
  host = await start({ service: service.url });
});
afterEach(() => Promise.all([host.close(), service.close()]));

const ask = (path, init) => fetch(new URL(path, host.url), { redirect: 'manual', ...init });
const logIn = (password = 'demo') =>
  ask('api/auth/login', { method: 'POST', body: JSON.stringify({ login: 'jardinier', password }) });
const cookieOf = (answer) => answer.headers.get('set-cookie').split(';')[0];

test('logs in through the service and keeps the session in a cookie of the API', async () => {
  const answer = await logIn();
  const { token, expires, user } = await answer.json();
  assert.equal(token, 'token-0');
  assert.ok(new Date(expires) > new Date());
  assert.equal(user.identifiant, 'jardinier');
  assert.match(answer.headers.get('set-cookie'), /^session=.+; HttpOnly; Path=\/geonature\/api$/);
});

test("a wrong password is refused in the host's words", async () => {
  const answer = await logIn('wrong');
  assert.equal(answer.status, 401);
  assert.deepEqual(await answer.json(), {
    code: 401,
    name: 'Unauthorized',
    description: 'Incorrect login, check username or password.',
  });
});

test('the cookie renews the token until the sessions are forgotten', async () => {
  const headers = { Cookie: cookieOf(await logIn()) };
  const renewed = await ask('api/auth/get_current_user', { headers });
  assert.equal((await renewed.json()).token, 'token-1');

  host.forgetSessions();
  assert.equal((await ask('api/auth/get_current_user', { headers })).status, 401);
});

test('logging out ends the session', async () => {
  const headers = { Cookie: cookieOf(await logIn()) };
  const answer = await ask('api/auth/logout', { headers });
  assert.equal(answer.status, 302);
  assert.equal(answer.headers.get('location'), '/geonature/');
  assert.match(answer.headers.get('set-cookie'), /Max-Age=0/);
  assert.equal((await ask('api/auth/get_current_user', { headers })).status, 401);
});

test('lists the modules with the rights of the token or of the cookie, the service up or down', async () => {
  const answer = await logIn();
  const { token } = await answer.json();
  const bearer = { Authorization: `Bearer ${token}` };
  const cookie = { Cookie: cookieOf(answer), Authorization: 'Bearer garbage' };
  service.down = true;
  for (const headers of [bearer, cookie]) {
    const modules = await (await ask('api/gn_commons/modules', { headers })).json();
    assert.deepEqual(
      modules.map(({ module_code }) => module_code),
      ['GEONATURE', 'EXSITU'],
    );
    assert.deepEqual(modules[1].cruved, { C: 2, R: 3, U: 2, V: 0, E: 1, D: 0 });
  }
});

test('lists no module for nobody', async () => {
  assert.equal((await ask('api/gn_commons/modules')).status, 401);
  const headers = { Authorization: 'Bearer garbage' };
  assert.equal((await ask('api/gn_commons/modules', { headers })).status, 401);
});

test('gives the configuration to anyone, with what the administrator set', async () => {
  const config = await (await ask('api/gn_commons/config')).json();
  assert.equal(config.API_ENDPOINT, new URL('api', host.url).href);
  assert.equal(config.EXSITU.API_URL, '');

  const other = await start({ service: service.url, settings: { API_URL: 'https://exsitu.example.org' } });
  try {
    const answer = await fetch(new URL('api/gn_commons/config', other.url));
    assert.equal((await answer.json()).EXSITU.API_URL, 'https://exsitu.example.org');
  } finally {
    await other.close();
  }
});

test('sends to the service what follows its prefix, and nothing else', async () => {
  const headers = { Authorization: 'Bearer abc' };
  const echo = await (await ask('api/exsitu/v1/seed-lots?limit=2', { headers })).json();
  assert.equal(echo.path, '/v1/seed-lots?limit=2');
  assert.equal(echo.headers.authorization, 'Bearer abc');
  assert.equal((await (await ask('api/exsitu')).json()).path, '/');
  assert.equal((await ask('api/exsitu2/v1/me')).status, 404);
});

test('a service that does not answer is a 502 in JSON', async () => {
  service.down = true;
  const answer = await ask('api/exsitu/v1/me');
  assert.equal(answer.status, 502);
  assert.equal((await answer.json()).code, 502);
});

test('serves the pages, and leads there', async () => {
  assert.match(await (await ask('.')).text(), /<app-root>/);
  const root = await ask('/');
  assert.equal(root.headers.get('location'), '/geonature/');
});
