// The address is the screen: deep links, reload, back and forward, leaving and coming back.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Stage } from './stage.mjs';

let stage;
before(async () => (stage = await Stage.open({ lots: 120 })));
after(() => stage.close());

for (const door of ['page', 'module']) {
  test(`${door} door: a list is its address, after a reload too`, async () => {
    const visit = await stage.visit({ door, login: 'jardinier', at: '/seed-lots?sort=-balance' });
    await visit.qa('list-count').getByText('ligne').waitFor();
    assert.equal(visit.at, '/seed-lots?sort=-balance');
    await visit.page.reload();
    await visit.page.getByRole('columnheader', { name: /Stock/ }).and(visit.page.locator('[aria-sort=descending]')).waitFor();
    assert.equal(visit.at, '/seed-lots?sort=-balance');
    await visit.close();
  });

  test(`${door} door: back and forward go through what was seen`, async () => {
    const visit = await stage.visit({ door, login: 'jardinier' });
    await visit.page.getByRole('link', { name: 'Lots', exact: true }).click();
    const first = visit.page.locator('.row-line[aria-rowindex="2"] a').first();
    const code = await first.textContent();
    await first.click();
    await visit.page.getByRole('heading', { level: 1 }).getByText(code.trim()).waitFor();
    const record = visit.at;
    await visit.page.goBack();
    await visit.qa('list-count').getByText('ligne').waitFor();
    assert.equal(visit.at, '/seed-lots');
    await visit.page.goBack();
    await visit.page.getByRole('heading', { name: 'À compter', exact: true }).waitFor();
    await visit.page.goForward();
    await visit.page.goForward();
    await visit.page.getByRole('heading', { level: 1 }).getByText(code.trim()).waitFor();
    assert.equal(visit.at, record);
    await visit.close();
  });

  test(`${door} door: an address that no screen has says so`, async () => {
    const visit = await stage.visit({ door, login: 'jardinier', at: '/nowhere' });
    await visit.page.getByRole('heading', { name: "Cette page n'existe pas" }).waitFor();
    await visit.close();
  });

  test(`${door} door: a record that one may not see is not found`, async () => {
    const visit = await stage.visit({ door, login: 'jardinier' });
    await visit.page.goto(`${visit.base}/seed-lots/00000000-0000-4000-8000-000000000000`);
    await visit.qa('record-problem').getByText("Cette page n'existe pas").waitFor();
    await visit.close();
  });
}

test("leaving the module for GeoNature's pages and coming back", async () => {
  const visit = await stage.visit({ door: 'module', login: 'jardinier', at: '/seed-lots' });
  await visit.qa('list-count').getByText('ligne').waitFor();
  await visit.page.goto(visit.base.replace('/exsitu', '/'));
  await visit.page.locator('exsitu-app').waitFor({ state: 'detached' });
  await visit.page.goBack();
  await visit.qa('list-count').getByText('ligne').waitFor();
  await visit.close();
});
