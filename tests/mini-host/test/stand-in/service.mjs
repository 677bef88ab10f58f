// What the door and the mini host ask of the service, without the service.
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';

const RIGHTS = { C: 2, R: 3, U: 2, V: 0, E: 1, D: 0 };
const TYPES = { js: 'text/javascript', css: 'text/css' };

/** `asked` lists the requests; while `down`, every one is cut; `hold(path)` keeps an answer until it is released. */
export async function startService() {
  const tokens = new Set();
  const held = new Map();
  const service = { asked: [], down: false, hold };

  function hold(path) {
    const { promise: released, resolve: release } = deferred();
    const { promise: reached, resolve: reach } = deferred();
    held.set(path, { released, reach });
    return { reached, release };
  }

  async function answer(req, res) {
    const { pathname } = new URL(req.url, 'http://service');
    service.asked.push(`${req.method} ${req.url}`);
    if (service.down) return req.socket.destroy();
    held.get(pathname)?.reach();
    await held.get(pathname)?.released;

    const say = (status, body, type = 'application/json') =>
      res.writeHead(status, { 'Content-Type': type, 'Access-Control-Allow-Origin': '*' }).end(body);
    if (pathname === '/auth/login') {
      const { login, password } = await json(req);
      if (password !== 'demo') return say(401, '{}');
      const token = `token-${tokens.size}`;
      tokens.add(token);
      const user = { identifiant: login, nom_role: 'Jardinier', prenom_role: 'Jean', id_role: 11, id_organisme: 1 };
      return say(200, JSON.stringify({ token, expires: new Date(Date.now() + 3_600_000).toISOString(), user }));
    }
    if (pathname === '/v1/me') {
      const known = tokens.has(req.headers.authorization?.replace('Bearer ', ''));
      return known ? say(200, JSON.stringify({ rights: { ALL: RIGHTS } })) : say(401, '{}');
    }
    const file = /^\/ui\/((?:main|styles)\.(js|css))$/.exec(pathname);
    if (file) return say(200, await readFile(new URL(file[1], import.meta.url)), TYPES[file[2]]);
    return say(200, JSON.stringify({ path: req.url, headers: req.headers }));
  }

  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  service.url = `http://127.0.0.1:${server.address().port}`;
  service.close = async () => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  };
  return service;
}

function deferred() {
  const result = {};
  result.promise = new Promise((resolve) => (result.resolve = resolve));
  return result;
}
