// Who is logged in: the login page, an expired token, a right refused, a silent service.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Stage } from './stage.mjs';

let stage;
before(async () => (stage = await Stage.open({ lots: 40 })));
after(() => stage.close());

test('the page door asks who I am, then goes where I wanted', async () => {
  const visit = await stage.visit({ at: '/sowings?state=emerging' });
  await visit.page.getByLabel('Identifiant').fill('jardinier');
  await visit.page.getByLabel('Mot de passe').fill('faux');
  await visit.qa('login').click();
  await visit.page.getByRole('alert').getByText('Identifiant ou mot de passe incorrect').waitFor();
  await visit.page.getByLabel('Mot de passe').fill('demo');
  await visit.qa('login').click();
  await visit.qa('list-count').waitFor();
  assert.equal(visit.at, '/sowings?state=emerging');
  await visit.close();
});

test('logging out forgets the token', async () => {
  const visit = await stage.visit({ login: 'jardinier' });
  await visit.qa('user-menu').click();
  await visit.qa('logout').click();
  await visit.qa('login').waitFor();
  assert.equal(await visit.page.evaluate(() => localStorage.getItem('gn_id_token')), null);
  await visit.close();
});

test('a token that is no good leads to the login page of the page door', async () => {
  const visit = await stage.visit({ login: 'jardinier' });
  await visit.page.evaluate(() => localStorage.setItem('gn_id_token', 'garbage'));
  await visit.page.getByRole('link', { name: 'Lots', exact: true }).click();
  await visit.qa('login').waitFor();
  assert.match(visit.at, /^\/login\?next=/);
  await visit.close();
});

test('inside GeoNature an expired token is renewed in silence', async () => {
  const visit = await stage.visit({ door: 'module', login: 'jardinier' });
  await visit.page.evaluate(() => localStorage.setItem('gn_id_token', 'garbage'));
  await visit.page.getByRole('link', { name: 'Lots', exact: true }).click();
  await visit.qa('list-count').getByText('ligne').waitFor();
  assert.notEqual(await visit.page.evaluate(() => localStorage.getItem('gn_id_token')), 'garbage');
  await visit.close();
});

test('inside GeoNature a session that is over leads to its login page', async () => {
  const visit = await stage.visit({ door: 'module', login: 'jardinier' });
  (await stage.host()).forgetSessions();
  await visit.page.evaluate(() => localStorage.setItem('gn_id_token', 'garbage'));
  await visit.page.getByRole('link', { name: 'Lots', exact: true }).click();
  await visit.page.waitForURL(/#\/login\?next=/);
  await visit.close();
});

test('who has no right is told so', async () => {
  const visit = await stage.visit({ login: 'sansdroit', at: '/seed-lots' });
  await visit.qa('list-problem').getByText("Vous n'avez pas le droit").waitFor();
  await visit.close();
});

test('who may not write sees no button to write', async () => {
  const visit = await stage.visit({ login: 'lecteur' });
  await visit.page.getByRole('heading', { name: 'À compter', exact: true }).waitFor();
  assert.equal(await visit.qa('home-sow').count(), 0);
  await visit.close();
});

for (const door of ['page', 'module']) {
  test(`through the ${door} door a silent service is said, and comes back`, async (t) => {
    t.after(() => stage.wire.up());
    const visit = await stage.visit({ door, login: 'jardinier' });
    await visit.page.getByRole('heading', { name: 'À compter', exact: true }).waitFor();
    stage.wire.down();
    // A screen that was never seen: its files cannot be read.
    await visit.page.getByRole('link', { name: 'Lots', exact: true }).click();
    await visit.qa('outage').waitFor();
    stage.wire.up();
    await visit.qa('outage').getByRole('button', { name: 'Réessayer' }).click();
    await visit.qa('list-count').getByText('ligne').waitFor();
    // One that was: its data cannot.
    await visit.page.getByRole('link', { name: 'Accueil' }).click();
    await visit.page.getByRole('heading', { name: 'À compter', exact: true }).waitFor();
    stage.wire.down();
    await visit.page.getByRole('link', { name: 'Lots', exact: true }).click();
    await visit.qa('list-problem').waitFor();
    stage.wire.up();
    await visit.qa('list-problem').getByRole('button', { name: 'Réessayer' }).click();
    await visit.qa('list-count').getByText('ligne').waitFor();
    await visit.close();
  });
}

test('a service that is silent from the start is said inside GeoNature, and comes back', async (t) => {
  t.after(() => stage.wire.up());
  const visit = await stage.visit({ door: 'module', login: 'jardinier' });
  stage.wire.down();
  await visit.page.reload();
  await visit.page.getByText('ne répond pas').waitFor();
  stage.wire.up();
  await visit.page.getByRole('button', { name: 'Réessayer' }).click();
  await visit.page.getByRole('heading', { name: 'À compter', exact: true }).waitFor();
  await visit.close();
});
