// The contract between the door and the bundle, with a bundle of a few lines (stand-in/).
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { start } from '../serve.mjs';
import { launch, logIn } from './browser.mjs';
import { startService } from './stand-in/service.mjs';

let browser, service, host, page;
before(async () => (browser = await launch()));
after(() => browser.close());
beforeEach(async () => {
  service = await startService();
  host = await start({ service: service.url });
  page = await browser.newPage();
});
afterEach(async () => {
  await page.close();
  await Promise.all([host.close(), service.close()]);
});

const app = () => page.locator('exsitu-door > exsitu-app');
const where = (inner) => app().locator('[data-qa=where]').getByText(inner, { exact: true }).waitFor();
const press = (qa) => page.locator(`[data-qa=${qa}]`).click();
const enter = () => press('gn-sidenav-link-EXSITU');
const goHome = async () => {
  await press('gn-home');
  await page.getByRole('heading', { name: 'Accueil' }).waitFor();
};
const hash = () => new URL(page.url()).hash;
const scripts = () => service.asked.filter((request) => request.includes('main.js'));
const isLoggedOut = () => page.getByRole('heading', { name: 'Connexion' }).waitFor();

async function open(path = '') {
  await page.goto(host.url + path);
  await logIn(page);
  await page.locator('[data-qa=gn-sidenav-link-EXSITU]').waitFor();
}

test('mounts the element inside the host, with its context and its styles', async () => {
  await open();
  await enter();
  await where('/');
  const context = await app().evaluate(({ host: { login, navigate, ...values } }) => ({
    ...values,
    functions: [typeof login, typeof navigate],
  }));
  assert.deepEqual(context, {
    version: 1,
    base: '/exsitu',
    url: '/',
    geonatureApi: new URL('api', host.url).href,
    apiUrl: new URL('api/exsitu', host.url).href,
    lang: 'fr',
    cruved: { C: 2, R: 3, U: 2, V: 0, E: 1, D: 0 },
    functions: ['function', 'function'],
  });
  assert.equal(await app().evaluate((element) => getComputedStyle(element).borderTopColor), 'rgb(1, 2, 3)');
  assert.equal(await page.getByText('Chargement…').count(), 0);
});

test("the bundle works outside the host's zone, the host's router inside", async () => {
  await open();
  await enter();
  await where('/');
  await page.evaluate(() => {
    window.routerZones = [];
    const pushState = history.pushState;
    history.pushState = function (...state) {
      window.routerZones.push(Zone.current.name);
      pushState.apply(this, state);
    };
  });
  await press('open');
  await where('/sowings/1?tab=counts');
  assert.deepEqual(await app().evaluate((element) => [...new Set(element.zones)]), ['<root>']);
  await press('login');
  await isLoggedOut();
  assert.deepEqual(await page.evaluate(() => window.routerZones), ['angular', 'angular']);
});

test("the host's router takes the bundle where it asks, and back and forward", async () => {
  await open();
  await enter();
  await where('/');
  await app().evaluate((element) => (element.same = true));

  await press('open');
  await where('/sowings/1?tab=counts');
  assert.equal(hash(), '#/exsitu/sowings/1?tab=counts');
  await page.goBack();
  await where('/');
  assert.equal(hash(), '#/exsitu');
  await page.goForward();
  await where('/sowings/1?tab=counts');
  await press('home');
  await where('/');
  assert.equal(hash(), '#/exsitu');

  assert.ok(await app().evaluate((element) => element.same), 'the element is not made again');
});

test('a replaced address leaves no trace in the history', async () => {
  await open();
  await enter();
  await where('/');
  await press('filter');
  await where('/?q=Ery%20alp');
  assert.equal(hash(), '#/exsitu?q=Ery%20alp');
  await page.goBack();
  await page.getByRole('heading', { name: 'Accueil' }).waitFor();
});

test('a link of the host leads inside the module, and the bundle is told', async () => {
  await open();
  await enter();
  await where('/');
  await press('open');
  await where('/sowings/1?tab=counts');
  await enter();
  await where('/');
  assert.deepEqual((await app().evaluate((element) => element.told)).slice(-2), ['/sowings/1?tab=counts', '/']);
});

test('a deep link survives the login and a reload', async () => {
  await open('#/exsitu/sowings/1?tab=counts');
  await where('/sowings/1?tab=counts');
  await page.reload();
  await where('/sowings/1?tab=counts');
  assert.equal(await app().evaluate((element) => element.host.url), '/sowings/1?tab=counts');
});

test('leaving takes everything away, and coming back mounts a new element of the same bundle', async () => {
  await open();
  await enter();
  await where('/');
  const element = await app().elementHandle();
  await goHome();
  assert.equal(await element.evaluate((left) => left.isConnected), false);
  assert.equal(await page.locator('link[href*="/exsitu/ui/"]').count(), 0);

  await enter();
  await where('/');
  await press('open');
  await where('/sowings/1?tab=counts');
  assert.deepEqual(await element.evaluate((left) => left.told), [], 'the element that left is told nothing');
  assert.equal(scripts().length, 1);
});

test('whoever leaves before the bundle arrives gets no element', async () => {
  await open();
  const { reached, release } = service.hold('/ui/main.js');
  await enter();
  await page.getByText('Chargement…').waitFor();
  await reached;
  await goHome();
  await page.evaluate(() => {
    window.made = 0;
    const createElement = document.createElement;
    document.createElement = function (name, ...rest) {
      if (name === 'exsitu-app') window.made++;
      return createElement.call(this, name, ...rest);
    };
  });
  release();
  // The import of the same address is settled after the door's.
  await page.evaluate((url) => import(url), new URL('api/exsitu/ui/main.js', host.url).href);
  assert.equal(await page.evaluate(() => window.made), 0);
});

test('a service that does not answer is said, the host stays usable, and another try succeeds', async () => {
  await open();
  service.down = true;
  await enter();
  const alert = page.getByRole('alert');
  await alert.getByText('Le service de conservation ex situ ne répond pas.').waitFor();
  await alert.getByText(new URL('api/exsitu/ui/', host.url).href).waitFor();
  await alert.getByRole('button', { name: 'Réessayer' }).click();
  await page.getByText('Chargement…').waitFor({ state: 'detached' });
  await alert.waitFor();
  await goHome();
  await enter();
  await alert.waitFor();

  service.down = false;
  await alert.getByRole('button', { name: 'Réessayer' }).click();
  await where('/');
  assert.equal(await alert.count(), 0);
  assert.equal(await app().evaluate((element) => getComputedStyle(element).borderTopColor), 'rgb(1, 2, 3)');
});

test('each try asks for another address, for browsers that remember a failure', async () => {
  await open();
  service.down = true;
  await enter();
  const retry = page.getByRole('button', { name: 'Réessayer' });
  await retry.waitFor();
  service.down = false;
  await retry.click();
  await where('/');
  const addresses = new Set(scripts());
  assert.ok(addresses.size > 1, [...addresses].join());
});

test('screens without styles are better than none', async () => {
  await open();
  await page.route('**/ui/styles.css', (route) => route.abort());
  await enter();
  await where('/');
});

test('the bundle sends to the login, which comes back to the same address', async () => {
  await open('#/exsitu/sowings/1?tab=counts');
  await where('/sowings/1?tab=counts');
  const asked = page.url();
  await press('login');
  await isLoggedOut();
  const [path, query] = hash().split('?');
  assert.equal(path, '#/login');
  assert.equal(new URLSearchParams(query).get('next'), asked);
  await logIn(page);
  await where('/sowings/1?tab=counts');
});

test('the host renews the token by its cookie, or sends to the login', async () => {
  await open('#/exsitu/sowings/1');
  await where('/sowings/1');
  const expire = () => page.evaluate(() => localStorage.setItem('gn_expires_at', '2020-01-01T00:00:00+00:00'));
  const token = () => page.evaluate(() => localStorage.getItem('gn_id_token'));
  const first = await token();

  await expire();
  await page.reload();
  await where('/sowings/1');
  assert.notEqual(await token(), first);

  host.forgetSessions();
  await expire();
  await page.reload();
  await isLoggedOut();
  await logIn(page);
  await where('/sowings/1');
});

test('the administrator can put the service at another address', async () => {
  const elsewhere = await start({ service: service.url, settings: { API_URL: `${service.url}/` } });
  try {
    await page.goto(elsewhere.url);
    await logIn(page);
    await enter();
    await where('/');
    assert.equal(await app().evaluate((element) => element.host.apiUrl), service.url);
  } finally {
    await elsewhere.close();
  }
});
