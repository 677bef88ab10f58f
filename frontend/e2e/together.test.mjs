// Nothing is done twice, nobody is overwritten.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { balance, richLot } from './journey.mjs';
import { Stage } from './stage.mjs';

let stage;
before(async () => (stage = await Stage.open({ lots: 120 })));
after(() => stage.close());

test('a double click sows once', async () => {
  const lot = await richLot(stage);
  const before = await balance(stage, lot.uuid);
  const visit = await stage.visit({ login: 'jardinier', at: `/sowings/new?lot=${lot.uuid}` });
  await visit.qa('source-place').waitFor();
  await visit.qa('next').click();
  await visit.page.locator('#ex-sown-value').fill('40');
  for (let screen = 2; screen < 5; screen++) await visit.qa('next').click();
  await visit.qa('confirm').dblclick();
  await visit.qa('figures').waitFor();
  assert.equal(await balance(stage, lot.uuid), before - 40);
  await visit.close();
});

for (const [choice, remarks, width] of [
  ['mine', 'la mienne', '4.1'],
  ['theirs', 'la leur', '2.5'],
  ['both', 'la mienne', '2.5'],
]) {
  test(`two people change the same lot: keeping ${choice}`, async () => {
    const lot = await richLot(stage, 1);
    await stage.api('admin', 'PATCH', `/v1/seed-lots/${lot.uuid}`, { remarks: 'avant', width_mm: 4.1 }, { 'If-Match': '*' });
    const visit = await stage.visit({ login: 'jardinier', at: `/seed-lots/${lot.uuid}/edit` });
    await visit.qa('lot-form').waitFor();
    const theirs = await stage.api('admin', 'PATCH', `/v1/seed-lots/${lot.uuid}`, { remarks: 'la leur', width_mm: 2.5 }, { 'If-Match': '*' });
    assert.equal(theirs.status, 200);
    await visit.page.locator('#remarks').fill('la mienne');
    await visit.qa('lot-save').first().click();
    await visit.qa('conflict').waitFor();
    await visit.qa(`keep-${choice}`).click();
    if (choice === 'theirs') await visit.qa('lot-save').first().click();
    await visit.qa('lot-stock').waitFor();
    const kept = await stage.row('SELECT remarks, width_mm::text AS width FROM pr_exsitu.t_seed_lots WHERE uuid = $1', [lot.uuid]);
    assert.equal(kept.remarks, remarks);
    assert.equal(Number(kept.width), Number(width));
    await visit.close();
  });
}

test('a form that is left keeps its draft, and says so when it is come back to', async () => {
  const lot = await richLot(stage, 2);
  const visit = await stage.visit({ login: 'jardinier', at: `/seed-lots/${lot.uuid}/edit` });
  await visit.qa('lot-form').waitFor();
  await visit.page.locator('#remarks').fill('à moitié');
  await visit.page.getByRole('link', { name: 'Accueil' }).click();
  await visit.qa('confirm-yes').click();
  await visit.page.getByRole('heading', { name: 'À compter', exact: true }).waitFor();
  await visit.go(`/seed-lots/${lot.uuid}/edit`);
  await visit.qa('draft').waitFor();
  await visit.shows(visit.page.locator('#remarks'), 'à moitié');
  await visit.close();
});
