// The routes of GeoNature's API that its front end and the door call, answered as GeoNature answers.
import { randomUUID } from 'node:crypto';
import { json } from 'node:stream/consumers';

const UNAUTHORIZED = [401, 'Unauthorized', 'Authentication required'];

/** `service` logs people in and says their rights; sessions and modules are the host's. */
export function hostRoutes({ service, site, api, settings }) {
  // Cookie -> credentials: the service gives a new token only against a password.
  const sessions = new Map();
  // Token -> CRUVED: the host has its own tables, and lists its modules while the service is down.
  const rights = new Map();

  async function logIn(credentials) {
    const answer = await fetch(`${service}/auth/login`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(credentials),
    });
    if (!answer.ok) return null;
    const session = await answer.json();
    await rightsOf(session.token);
    return session;
  }

  async function rightsOf(token) {
    if (!rights.has(token)) {
      const answer = await fetch(`${service}/v1/me`, { headers: { Authorization: `Bearer ${token}` } });
      if (!answer.ok) return null;
      rights.set(token, (await answer.json()).rights.ALL);
    }
    return rights.get(token);
  }

  const cookieOf = (req) => /(?:^|;\s*)session=([^;]+)/.exec(req.headers.cookie ?? '')?.[1];
  const bearerOf = (req) => /^Bearer (.+)$/.exec(req.headers.authorization ?? '')?.[1];

  /** The cookie wins over the token, as in GeoNature. */
  async function cruvedOf(req) {
    const session = sessions.get(cookieOf(req));
    const token = session?.token ?? bearerOf(req);
    return token ? rightsOf(token) : null;
  }

  const routes = {
    async 'POST /auth/login'(req) {
      const { login, password } = await json(req);
      const session = await logIn({ login, password });
      if (!session) throw refusal(401, 'Unauthorized', 'Incorrect login, check username or password.');
      const cookie = randomUUID();
      sessions.set(cookie, { login, password, token: session.token });
      return [session, { 'Set-Cookie': `session=${cookie}; HttpOnly; Path=${api}` }];
    },

    async 'GET /auth/get_current_user'(req) {
      const known = sessions.get(cookieOf(req));
      const session = known && (await logIn({ login: known.login, password: known.password }));
      if (!session) throw refusal(...UNAUTHORIZED);
      known.token = session.token;
      return [session];
    },

    async 'GET /auth/logout'(req) {
      sessions.delete(cookieOf(req));
      return [null, { 'Set-Cookie': `session=; HttpOnly; Path=${api}; Max-Age=0`, Location: `${site}/` }, 302];
    },

    async 'GET /gn_commons/config'(req) {
      const origin = `http://${req.headers.host}`;
      return [
        {
          appName: 'GeoNature (mini)',
          API_ENDPOINT: origin + api,
          URL_APPLICATION: origin + site,
          DEFAULT_LANGUAGE: 'fr',
          PUBLIC_ACCESS_USERNAME: '',
          FRONTEND: { MULTILINGUAL: false },
          MAPCONFIG: {
            BASEMAP: [{ name: 'Quadrillage', url: `${origin}${site}/assets/tile.svg`, options: { attribution: '' } }],
            CENTER: [44.56, 6.08],
            ZOOM_LEVEL: 8,
            ZOOM_LEVEL_RELEVE: 15,
            REF_LAYERS: [],
          },
          EXSITU: { MODULE_CODE: 'EXSITU', MODULE_URL: '/exsitu', MODULE_API: '/exsitu', API_URL: '', ...settings },
        },
      ];
    },

    async 'GET /gn_commons/modules'(req) {
      const cruved = await cruvedOf(req);
      if (!cruved) throw refusal(...UNAUTHORIZED);
      const allowed = Object.values(cruved).some((scope) => scope > 0);
      return [allowed ? [GEONATURE, { ...EXSITU, cruved }] : [GEONATURE]];
    },
  };

  return {
    forgetSessions: () => sessions.clear(),
    async answer(req, res, path) {
      const route = routes[`${req.method} ${path}`] ?? notFound;
      const [body, headers, status] = await route(req).catch((error) => {
        if (!error.refusal) throw error;
        return [error.refusal, {}, error.refusal.code];
      });
      res.writeHead(status ?? 200, { 'Content-Type': 'application/json', 'X-Request-ID': randomUUID(), ...headers });
      res.end(body && JSON.stringify(body));
    },
  };
}

function refusal(code, name, description) {
  return Object.assign(new Error(description), { refusal: { code, name, description } });
}

async function notFound() {
  throw refusal(404, 'Not Found', 'The mini host has no such route.');
}

const GEONATURE = {
  id_module: 0,
  module_code: 'GEONATURE',
  module_label: 'GeoNature',
  module_path: '/geonature',
  module_url: '',
  module_external_url: null,
  module_target: '',
  module_picto: '',
  active_frontend: false,
  active_backend: false,
  ng_module: null,
  cruved: { C: 0, R: 0, U: 0, V: 0, E: 0, D: 0 },
  objects: [],
  module_objects: {},
};

const EXSITU = {
  ...GEONATURE,
  id_module: 10,
  module_code: 'EXSITU',
  module_label: 'Conservation ex situ',
  module_path: 'exsitu',
  module_url: 'exsitu',
  module_external_url: '',
  module_target: '_self',
  module_picto: 'fa-pagelines',
  active_frontend: true,
  active_backend: true,
  ng_module: 'exsitu',
};
