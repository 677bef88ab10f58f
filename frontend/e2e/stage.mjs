// What the browser tests stand on: the real service on a private PostgreSQL with the demonstration,
// a wire to it that can be cut, Chromium, and the two doors.
//
//   const stage = await Stage.open();
//   const visit = await stage.visit({ door: 'module', language: 'fr', width: 390, login: 'jardinier' });
//   await visit.page.getByTestId('home-sow').click();
//   const rows = await stage.rows('SELECT …');
//   await stage.close();
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import net from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { chromium, selectors } from 'playwright-core';

const root = fileURLToPath(new URL('../../', import.meta.url));
const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Base maps are on the Internet, where a test does not go.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

selectors.setTestIdAttribute('data-qa');

/** A TCP wire to the service, which a test cuts and mends. */
class Wire {
  #sockets = new Set();
  #server = net.createServer((client) => {
    if (this.cut) return client.destroy();
    const service = net.connect(this.port, '127.0.0.1');
    for (const [from, to] of [
      [client, service],
      [service, client],
    ]) {
      this.#sockets.add(from);
      from.pipe(to);
      from.on('error', () => to.destroy());
      from.on('close', () => this.#sockets.delete(from));
    }
  });
  cut = false;

  constructor(port) {
    this.port = port;
  }

  async open() {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return `http://127.0.0.1:${this.#server.address().port}`;
  }

  down() {
    this.cut = true;
    for (const socket of this.#sockets) socket.destroy();
  }

  up() {
    this.cut = false;
  }

  close() {
    this.down();
    this.#server.close();
  }
}

/** Starts `gn-exsitu dev` and reads what it says: its address, its database. */
async function startService(lots) {
  const binary = process.env['EXSITU_BIN'] ?? `${root}target/debug/gn-exsitu`;
  const service = spawn(binary, ['--log', 'warn', 'dev', '--ephemeral', '--size', String(lots), '--port', '0'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let url;
  let database;
  for await (const line of createInterface({ input: service.stdout })) {
    url ??= /API\s+(http:\S+)\/v1/.exec(line)?.[1];
    database ??= /PostgreSQL\s+(postgres\S+)/.exec(line)?.[1];
    if (line.includes('Ctrl-C')) break;
  }
  if (!url || !database) throw new Error('the demonstration did not start');
  return { service, url, database };
}

export class Stage {
  static async open({ lots = 120 } = {}) {
    const stage = new Stage();
    const { service, url, database } = await startService(lots);
    stage.service = service;
    stage.wire = new Wire(Number(new URL(url).port));
    stage.url = await stage.wire.open();
    stage.database = new pg.Client({ connectionString: database });
    await stage.database.connect();
    stage.browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
    return stage;
  }

  /** GeoNature's stand-in, started when a test first goes through its door. */
  async host() {
    const { start } = await import('../../tests/mini-host/serve.mjs');
    this.miniHost ??= await start({ service: this.url, port: 0 });
    return this.miniHost;
  }

  async rows(query, values = []) {
    return (await this.database.query(query, values)).rows;
  }

  async row(query, values = []) {
    return (await this.rows(query, values))[0];
  }

  /** A token as the service gives it. */
  async session(login) {
    const response = await fetch(`${this.url}/auth/login`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ login, password: 'demo' }),
    });
    return response.json();
  }

  /** The API as somebody calls it, beside the browser. */
  async api(login, method, path, body, headers = {}) {
    const { token } = await this.session(login);
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : JSON.parse(text) };
  }

  /** A browser of somebody, at an address of the module; logged in when `login` is given. */
  async visit({ door = 'page', language = 'fr', width = 1440, height = width < 700 ? 844 : 900, login, at = '/', context }) {
    const base = door === 'page' ? `${this.url}/ui/#` : `${(await this.host()).url}#/exsitu`;
    const browsing =
      context ??
      (await this.browser.newContext({
        viewport: { width, height },
        hasTouch: width < 700,
        locale: language === 'fr' ? 'fr-FR' : 'en-GB',
        timezoneId: 'Europe/Paris',
        // A colour that is on its way to another is neither.
        reducedMotion: 'reduce',
      }));
    browsing.setDefaultTimeout(20_000);
    if (context === undefined) await this.#prepare(browsing, door, language, login);
    const page = await browsing.newPage();
    const visit = new Visit(this, browsing, page, door, base);
    await visit.go(at);
    return visit;
  }

  /** The browser's storage as it is after a login. */
  async #prepare(context, door, language, login) {
    const session = login === undefined ? null : await this.session(login);
    if (session !== null && door === 'module') {
      const host = await this.host();
      await context.request.post(`${host.url}api/auth/login`, { data: { login, password: 'demo' } });
    }
    await context.addInitScript(
      ([given, words]) => {
        if (sessionStorage.getItem('stage') !== null) return;
        sessionStorage.setItem('stage', 'set');
        localStorage.setItem('exsitu:language', words);
        if (given === null) return;
        localStorage.setItem('gn_id_token', given.token);
        localStorage.setItem('gn_expires_at', given.expires);
        localStorage.setItem('gn_current_user', JSON.stringify(given.user));
      },
      [session, language],
    );
  }

  async close() {
    await this.browser?.close();
    await this.miniHost?.close();
    await this.database?.end();
    this.wire?.close();
    this.service.kill('SIGINT');
    await once(this.service, 'exit');
  }
}

/** One tab of somebody. */
export class Visit {
  /** What went wrong on the page and no test expected. */
  errors = [];

  constructor(stage, context, page, door, base) {
    Object.assign(this, { stage, context, page, door, base });
    page.on('pageerror', (error) => this.errors.push(error.message));
    page.on('console', (message) => {
      // Refused requests, missing tiles and silent services are said by the browser itself.
      const network = /Failed to load resource|Failed to fetch dynamically imported module/;
      if (message.type() === 'error' && !network.test(message.text())) this.errors.push(message.text());
    });
  }

  /** Goes to an address of the module as a link would from outside. */
  async go(at) {
    await this.page.goto(`${this.base}${at === '/' && this.door === 'module' ? '' : at}`);
    // Ours, or GeoNature's login page.
    await this.page.locator('exsitu-app h1, input[type=password]').first().waitFor();
  }

  /** The module's own address now. */
  get at() {
    const hash = new URL(this.page.url()).hash.slice(1);
    return this.door === 'page' ? hash || '/' : hash.replace(/^\/exsitu/, '') || '/';
  }

  qa(name) {
    return this.page.getByTestId(name);
  }

  /** Waits until a field shows a value: what is written to it is drawn a moment later. */
  async shows(field, value) {
    await this.page.waitForFunction(([shown, awaited]) => shown.value === awaited, [await field.elementHandle(), value]);
  }

  async close() {
    await this.context.close();
    if (this.errors.length > 0) throw new Error(`on the page: ${this.errors.join(' · ')}`);
  }
}

/** Every combination of the doors, the languages and the widths. */
export const EVERYWHERE = ['page', 'module'].flatMap((door) =>
  ['fr', 'en'].flatMap((language) => [1440, 390].map((width) => ({ door, language, width }))),
);
