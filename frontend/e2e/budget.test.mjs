// What the first screen costs over the wire.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Stage } from './stage.mjs';

const LIMIT = 200_000;

let stage;
before(async () => (stage = await Stage.open({ lots: 40 })));
after(() => stage.close());

test(`the first screen's JavaScript is at most ${LIMIT / 1000} kB compressed`, async () => {
  const context = await stage.browser.newContext();
  const sizes = new Map();
  context.on('requestfinished', async (request) => {
    if (new URL(request.url()).pathname.endsWith('.js')) sizes.set(request.url(), request.sizes());
  });
  const session = await stage.session('jardinier');
  await context.addInitScript((given) => localStorage.setItem('gn_id_token', given), session.token);
  const page = await context.newPage();
  await page.goto(`${stage.url}/ui/`);
  await page.getByRole('heading', { name: 'À compter', exact: true }).waitFor();
  await page.waitForLoadState('networkidle');
  const bodies = await Promise.all(sizes.values());
  const total = bodies.reduce((sum, size) => sum + size.responseBodySize, 0);
  console.log(`first screen: ${bodies.length} scripts, ${total} bytes`);
  assert.ok(total > 0 && total <= LIMIT, `${total} bytes`);
  await context.close();
});
