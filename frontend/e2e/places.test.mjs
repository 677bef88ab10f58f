// The tree of places, what is moved in it, and the stock-take of a place lot by lot.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Stage } from './stage.mjs';

let stage;
before(async () => (stage = await Stage.open({ lots: 200 })));
after(() => stage.close());

const placeOf = async (code) => (await stage.row('SELECT uuid FROM pr_exsitu.t_places WHERE code = $1', [code])).uuid;
/** A box in which the gardener has a few lots to look at. */
async function boxOfLots() {
  const { body } = await stage.api('jardinier', 'GET', '/v1/places/tree');
  const box = body.find((place) => place.kind === 'box' && place.lots >= 2);
  const contents = await stage.api('jardinier', 'GET', `/v1/places/${box.uuid}/contents?limit=500`);
  return { uuid: box.uuid, lines: contents.body.items };
}
const item = (visit, name) => visit.page.getByRole('treeitem').filter({ hasText: name });

test('the tree is walked with the keyboard', async () => {
  const visit = await stage.visit({ login: 'jardinier', at: '/places' });
  await visit.qa('place-tree').getByText('Chambre froide 1').waitFor();
  await item(visit, 'CF1').first().focus();
  await visit.page.keyboard.press('ArrowRight');
  await visit.qa('place-tree').getByText('CF1-E1', { exact: true }).waitFor();
  await visit.page.keyboard.press('ArrowDown');
  await visit.page.keyboard.press('Enter');
  await visit.page.getByRole('heading', { level: 1, name: /étagère 1/ }).waitFor();
  assert.equal(visit.at, `/places/${await placeOf('CF1-E1')}`);
  await visit.close();
});

test('a box is found, moved, and put back', async () => {
  const [box, shelf] = [await placeOf('CF1-E1-B01'), await placeOf('CF1-E2')];
  const visit = await stage.visit({ login: 'jardinier', at: `/places/${box}`, width: 390 });
  await visit.qa('place-move').click();
  await visit.page.getByLabel('Rechercher').fill('CF1-E2');
  await visit.qa('place-choice').filter({ hasText: 'CF1-E2' }).first().click();
  await visit.qa('move-send').click();
  await visit.qa('place-way').getByText('CF1-E2', { exact: true }).waitFor();
  const moved = await stage.row(
    'SELECT p.uuid FROM pr_exsitu.t_places b JOIN pr_exsitu.t_places p ON p.id_place = b.id_parent WHERE b.uuid = $1',
    [box],
  );
  assert.equal(moved.uuid, shelf);
  await visit.qa('undo').click();
  await visit.qa('place-way').getByText('CF1-E1', { exact: true }).waitFor();
  await visit.qa('tab-moves').click();
  await visit.qa('place-moves').locator('time').nth(1).waitFor();
  await visit.close();
});

test('a place does not go into what it holds', async () => {
  const visit = await stage.visit({ login: 'jardinier', at: `/places/${await placeOf('CF1-E1')}` });
  await visit.qa('place-move').click();
  await visit.page.getByLabel('Rechercher').fill('CF1-E1-B02');
  const choice = visit.qa('place-choice').filter({ hasText: 'CF1-E1-B02' });
  await choice.waitFor();
  assert.equal(await choice.isDisabled(), true);
  await visit.close();
});

test('a place that holds seeds is neither deleted nor archived, and says why', async () => {
  const visit = await stage.visit({ login: 'admin', at: `/places/${(await boxOfLots()).uuid}` });
  await visit.qa('record-more').click();
  await visit.qa('record-delete').click();
  await visit.qa('confirm-yes').click();
  await visit.qa('toast-danger').first().waitFor();
  await visit.qa('record-more').click();
  await visit.qa('record-archive').click();
  await visit.qa('toast-danger').getByText("avant de l'archiver").waitFor();
  assert.equal(await visit.page.getByText('Archivé', { exact: true }).count(), 0);
  await visit.close();
});

test('an empty place is archived, and taken back', async () => {
  const { body } = await stage.api('admin', 'POST', '/v1/places', { kind: 'box', code: 'VIDE-1', label: 'Boîte vide' });
  const visit = await stage.visit({ login: 'admin', at: `/places/${body.uuid}` });
  await visit.qa('record-more').click();
  await visit.qa('record-archive').click();
  await visit.page.getByText('Archivé', { exact: true }).waitFor();
  await visit.qa('undo').click();
  await visit.qa('place-move').waitFor();
  await visit.close();
});

test('a place is made in another, with the start of its code', async () => {
  const visit = await stage.visit({ login: 'jardinier', at: `/places/new?parent=${await placeOf('CF1-E5')}` });
  const code = visit.page.getByLabel('Code', { exact: true });
  await visit.shows(code, 'CF1-E5-');
  await code.fill('CF1-E5-B01');
  await visit.page.getByLabel('Nom', { exact: true }).fill('Chambre froide 1, étagère 5, boîte 99');
  await visit.qa('place-save').click();
  await visit.page.getByText('est déjà').first().waitFor();
  await code.fill('CF1-E5-B99');
  await visit.qa('place-save').click();
  await visit.page.getByRole('heading', { level: 1, name: /boîte 99/ }).waitFor();
  await visit.close();
});

test('a stock-take walks through the lots, sums up and sends, and goes on after a cut', async () => {
  const { uuid: box, lines } = await boxOfLots();
  const visit = await stage.visit({ login: 'jardinier', at: `/places/${box}`, width: 390 });
  await visit.qa('place-take').click();
  await visit.qa('found-lot').getByText(lines[0].code).waitFor();
  await visit.page.getByLabel('Semences trouvées').fill('7');
  await visit.page.keyboard.press('Enter');
  await visit.qa('found-lot').getByText(lines[1].code).waitFor();

  // The device is closed in the middle: the walk goes on where it was.
  await visit.page.reload();
  await visit.qa('found-lot').getByText(lines[1].code).waitFor();
  await visit.qa('walk-none').click();
  for (let skipped = 2; skipped < lines.length; skipped++) await visit.qa('walk-skip').click();
  await visit.qa('walk-summary').getByText('Bilan').waitFor();

  stage.wire.down();
  await visit.qa('walk-send').click();
  await visit.qa('walk-summary').getByText('Vérifiez le réseau').first().waitFor();
  stage.wire.up();
  await visit.qa('walk-send').click();
  await visit.qa('toast-success').waitFor();
  assert.equal(visit.at, `/places/${box}`);
  const after = await stage.api('jardinier', 'GET', `/v1/places/${box}/contents`);
  const found = new Map(after.body.items.map((line) => [line.uuid, line.seeds]));
  assert.equal(found.get(lines[0].uuid), 7);
  assert.equal(found.has(lines[1].uuid), false, 'nothing is left of the second');
  await visit.close();
});
