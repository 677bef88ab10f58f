// One origin, as behind GeoNature's reverse proxy: the mini host's pages at /geonature/, the few routes of
// GeoNature's API that the door meets at /geonature/api/, the real service at /geonature/api/exsitu/.
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { Agent, createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createProxyServer } from 'httpxy';
import sirv from 'sirv';
import { hostRoutes } from './host-routes.mjs';

const DIST = fileURLToPath(new URL('dist', import.meta.url));
const SITE = '/geonature';
const API = `${SITE}/api`;
const SERVICE = `${API}/exsitu`;

const inside = (path, folder) => path === folder || path.startsWith(`${folder}/`);

function answerJson(res, status, body) {
  res.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}

/**
 * Serves on 127.0.0.1. `service` is the address of the real service, `port` 0 takes a free one, `settings` is
 * what the administrator wrote in exsitu_config.toml. `forgetSessions()` makes every cookie worthless: the host
 * then refuses to renew a token.
 */
export async function start({ service, port = 0, settings = {} }) {
  if (!existsSync(DIST)) throw new Error('The mini host is not built: npm run build');
  // As reverse proxies do: a connection that rests is left before the service hangs up.
  const agent = new Agent({ keepAlive: true, timeout: 60_000 });
  const proxy = createProxyServer({ target: service, xfwd: true, agent });
  const pages = sirv(DIST, { etag: true });
  const { answer, forgetSessions } = hostRoutes({ service, site: SITE, api: API, settings });

  const server = createServer(async (req, res) => {
    const { pathname } = new URL(req.url, 'http://host');
    const strip = (prefix) => (req.url = req.url.slice(prefix.length).replace(/^(?!\/)/, '/'));
    try {
      if (inside(pathname, SERVICE)) {
        strip(SERVICE);
        await proxy.web(req, res);
      } else if (inside(pathname, API)) {
        await answer(req, res, pathname.slice(API.length));
      } else if (pathname.startsWith(`${SITE}/`)) {
        strip(SITE);
        pages(req, res, () => res.writeHead(404).end());
      } else {
        res.writeHead(302, { Location: `${SITE}/` }).end();
      }
    } catch (error) {
      if (res.headersSent) res.destroy();
      else answerJson(res, 502, { code: 502, name: 'Bad Gateway', description: error.message });
    }
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');

  return {
    url: `http://127.0.0.1:${server.address().port}${SITE}/`,
    forgetSessions,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      service: { type: 'string', default: process.env.EXSITU_URL ?? 'http://127.0.0.1:8077' },
      port: { type: 'string', default: process.env.PORT ?? '4277' },
    },
  });
  const { url } = await start({ service: values.service, port: Number(values.port) });
  console.log(`${url} (service: ${values.service})`);
}
