// A lot and its ledger: what comes in and goes out, what the laws refuse, what is taken back.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Stage } from './stage.mjs';

let stage;
before(async () => (stage = await Stage.open({ lots: 200 })));
after(() => stage.close());

/** A lot of so many seeds in one place of the gardener's organisation, made for the test. */
async function lotOf(seeds, { basis = 'counted', reserve = 0 } = {}) {
  const { body: places } = await stage.api('admin', 'GET', '/v1/places/tree');
  const [box, other] = places.filter((place) => place.kind === 'box' && !place.archived);
  const { body: materials } = await stage.api('jardinier', 'GET', '/v1/materials?limit=1');
  const { status, body } = await stage.api('jardinier', 'POST', '/v1/seed-lots', {
    material: materials.items[0].uuid,
    archive_reserve: reserve,
    initial_entry: { place: box.uuid, seeds, basis, effective_date: '2026-01-05' },
  });
  assert.equal(status, 201);
  return { ...body, box, other };
}

async function seeds(lot) {
  const { body } = await stage.api('jardinier', 'GET', `/v1/seed-lots/${lot.uuid}`);
  return body.balance.seeds;
}

const open = (lot, more = {}) => stage.visit({ login: 'jardinier', at: `/seed-lots/${lot.uuid}`, ...more });
const balance = (visit) => visit.qa('lot-seeds');

for (const width of [1440, 390]) {
  test(`a gift leaves the lot, is in its ledger, and is taken back with its reason, at ${width} px`, async () => {
    const lot = await lotOf(500);
    const visit = await open(lot, { width });
    await visit.qa('lot-move').click();
    await visit.qa('movement-kind').selectOption({ label: 'Don' });
    await visit.page.getByLabel('Semences', { exact: true }).fill('120');
    await visit.qa('movement-left').getByText('Il en restera 380').waitFor();
    await visit.qa('dialog-send').click();
    await balance(visit).getByText('380').waitFor();
    assert.equal(await seeds(lot), 380);

    await visit.qa('ledger').getByText('Don').waitFor();
    await visit.qa('ledger-undo').first().click();
    await visit.page.getByLabel('Motif').fill('Erreur de destinataire');
    await visit.qa('confirm-yes').click();
    await visit.qa('ledger-reversal').getByText('Erreur de destinataire').waitFor();
    await balance(visit).getByText('500').waitFor();
    assert.equal(await seeds(lot), 500);
    await visit.close();
  });
}

test('a counted stock is not overdrawn, and the form keeps what was typed', async () => {
  const lot = await lotOf(40);
  const visit = await open(lot);
  await visit.qa('lot-move').click();
  await visit.qa('movement-kind').selectOption({ label: 'Perte' });
  await visit.page.getByLabel('Semences', { exact: true }).fill('41');
  await visit.qa('dialog-send').click();
  await visit.qa('form-problem').getByText('Stock insuffisant').waitFor();
  await visit.shows(visit.page.getByLabel('Semences', { exact: true }), '41');
  assert.equal(await seeds(lot), 40);
  await visit.close();
});

test('more than an estimate is taken once that is confirmed', async () => {
  const lot = await lotOf(40, { basis: 'estimated' });
  const visit = await open(lot);
  await visit.qa('lot-move').click();
  await visit.qa('movement-kind').selectOption({ label: 'Échange' });
  await visit.page.getByLabel('Semences', { exact: true }).fill('55');
  await visit.qa('dialog-send').click();
  await visit.qa('confirm').getByText('confirmez pour corriger').waitFor();
  await visit.qa('confirm-yes').click();
  await balance(visit).getByText('0', { exact: true }).waitFor();
  await visit.qa('ledger').getByText("Correction d'inventaire").waitFor();
  assert.equal(await seeds(lot), 0);
  await visit.close();
});

test('the archive reserve is broken into with a reason, by who may', async () => {
  const lot = await lotOf(60, { reserve: 50 });
  const take = async (login) => {
    const visit = await open(lot, { login });
    await visit.qa('lot-move').click();
    await visit.qa('movement-kind').selectOption({ label: 'Réintroduction' });
    await visit.page.getByLabel('Semences', { exact: true }).fill('20');
    await visit.qa('dialog-send').click();
    return visit;
  };
  const gardener = await take('jardinier');
  await gardener.page.getByText('Seule une personne qui a le droit de valider').waitFor();
  assert.equal(await gardener.qa('confirm').count(), 0);
  await gardener.close();

  const officer = await take('responsable');
  await officer.qa('confirm').getByLabel('Motif').fill('Sauvetage de la station');
  await officer.qa('confirm-yes').click();
  await officer.qa('ledger').getByText('Réserve entamée : Sauvetage de la station').waitFor();
  assert.equal(await seeds(lot), 40);
  await officer.close();
});

test('a transfer changes where the seeds are, not how many', async () => {
  const lot = await lotOf(300);
  const visit = await open(lot);
  await visit.qa('lot-transfer').click();
  await visit.page.getByLabel('Vers', { exact: true }).fill(lot.other.code);
  await visit.page.locator('.ex-option').first().click();
  await visit.qa('dialog-send').click();
  await visit.qa('lot-stock').getByText(lot.other.label).waitFor();
  assert.equal(await seeds(lot), 300);
  await visit.qa('undo').click();
  await visit.qa('lot-stock').getByText(lot.box.label).waitFor();
  await visit.close();
});

test('a stock-take shows its correction before it is sent', async () => {
  const lot = await lotOf(300);
  const visit = await open(lot);
  await visit.qa('lot-take').click();
  await visit.page.getByLabel('Semences trouvées').fill('290');
  await visit.qa('correction').getByText('−10').waitFor();
  await visit.qa('dialog-send').click();
  await balance(visit).getByText('290').waitFor();
  assert.equal(await seeds(lot), 290);
  await visit.close();
});

test('a weighing gives the mass of a thousand seeds, or says why it cannot', async () => {
  const lot = await lotOf(300);
  const visit = await open(lot);
  await visit.qa('lot-weigh').click();
  await visit.page.getByLabel('Échantillon 1, en grammes').fill('0,021');
  await visit.page.getByLabel('Échantillon 1, en grammes').press('Enter');
  await visit.page.keyboard.type('0,0212');
  await visit.qa('dialog-send').click();
  await visit.qa('tab-weighings').click();
  await visit.qa('weighings').getByText('0,211 g').waitFor();
  await visit.qa('weighings').getByText('masse totale inconnue').waitFor();
  const row = await stage.row(
    'SELECT w.sample_masses_g FROM pr_exsitu.t_seed_weighings w JOIN pr_exsitu.t_seed_lots l USING (id_seed_lot) WHERE l.uuid = $1',
    [lot.uuid],
  );
  assert.deepEqual(row.sample_masses_g.map(Number), [0.021, 0.0212]);
  await visit.close();
});

test('a movement with a cause is undone through it', async () => {
  const { uuid } = await stage.row(
    `SELECT l.uuid FROM pr_exsitu.t_stock_movements m JOIN pr_exsitu.t_seed_lots l USING (id_seed_lot)
      WHERE m.cause_type = 'sowing' AND l.archived_at IS NULL AND l.id_dataset = 1
        AND NOT EXISTS (SELECT FROM pr_exsitu.t_stock_movements r WHERE r.id_reversed = m.id_stock_movement)
      ORDER BY l.code LIMIT 1`,
  );
  const visit = await open({ uuid });
  await visit.qa('ledger').getByText("s'annule par sa cause").first().waitFor();
  const causes = await visit.qa('ledger-cause').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  for (const cause of causes) assert.match(cause, /\/(sowings|seed-tests)\/[0-9a-f-]{36}$/);
  assert.ok(causes.some((cause) => cause.includes('/sowings/')));
  await visit.close();
});

test('an unknown stock says so, with its reason, and never zero', async () => {
  const lot = await lotOf(null, { basis: 'unknown' });
  const visit = await open(lot);
  await balance(visit).getByText('inconnu').waitFor();
  await visit.qa('lot-stock').getByText('un mouvement de quantité inconnue').waitFor();
  await visit.go(`/seed-lots?search=${lot.code}`);
  await visit.page.getByText('pas tout compté').waitFor();
  await visit.close();
});

test('a lot is made from a material, then changed; somebody else’s change is not lost', async () => {
  const { body } = await stage.api('jardinier', 'GET', '/v1/materials?limit=1');
  const material = body.items[0];
  const visit = await stage.visit({ login: 'jardinier', at: `/seed-lots/new?material=${material.uuid}` });
  await visit.page.getByLabel('Lieu', { exact: true }).fill('CF1-E1-B01');
  await visit.page.locator('.ex-option').first().click();
  await visit.page.getByText('inconnu', { exact: true }).click();
  await visit.page.getByLabel('Masse').fill('3,2');
  await visit.qa('lot-save').click();
  await balance(visit).getByText('inconnu').waitFor();
  const uuid = visit.at.split('/').at(-1);

  await visit.qa('record-edit').click();
  await visit.page.getByLabel('Contenant').fill('Bocal');
  const read = await stage.api('jardinier', 'GET', `/v1/seed-lots/${uuid}`);
  await stage.api('jardinier', 'PATCH', `/v1/seed-lots/${uuid}`, { remarks: 'Vu' }, { 'If-Match': `"${read.body.version}"` });
  await visit.qa('lot-save').click();
  await visit.qa('keep-both').click();
  await visit.page.getByText('Bocal').waitFor();
  const now = await stage.api('jardinier', 'GET', `/v1/seed-lots/${uuid}`);
  assert.equal(now.body.container, 'Bocal');
  assert.equal(now.body.remarks, 'Vu');
  await visit.close();
});

test('who may only read is offered nothing to write', async () => {
  const lot = await lotOf(100);
  const visit = await open(lot, { login: 'lecteur' });
  await visit.qa('ledger').getByText('Entrée initiale').waitFor();
  for (const name of ['lot-sow', 'lot-move', 'lot-take', 'ledger-undo', 'record-edit']) {
    assert.equal(await visit.qa(name).count(), 0, name);
  }
  await visit.close();
});

test('an act of the history is taken back, when it is one that can be', async () => {
  const lot = await lotOf(500);
  const visit = await open(lot);
  await visit.qa('lot-take').click();
  await visit.page.getByLabel('Semences trouvées').fill('480');
  await visit.qa('dialog-send').click();
  await balance(visit).getByText('480').waitFor();
  await visit.qa('tab-history').click();
  // The lot with its first entry, and the stock-take: an act each.
  await visit.qa('history-undo').nth(1).waitFor();
  await visit.qa('history-undo').first().click();
  await visit.page.getByLabel('Motif').fill('Mauvaise boîte');
  await visit.qa('confirm-yes').click();
  await balance(visit).getByText('500').waitFor();
  await visit.qa('history-undo').nth(1).waitFor({ state: 'detached' });
  assert.equal(await visit.qa('history-undo').count(), 1);
  await visit.close();
});

test('a lot that something depends on is not deleted; it is archived and taken back', async () => {
  const lot = await lotOf(100);
  const visit = await open(lot, { login: 'responsable' });
  await visit.qa('record-more').click();
  await visit.qa('record-delete').click();
  await visit.qa('confirm-yes').click();
  await visit.qa('toast-danger').waitFor();
  await visit.qa('record-more').click();
  await visit.qa('record-archive').click();
  await visit.qa('lot-move').waitFor({ state: 'detached' });
  await visit.qa('record-more').click();
  await visit.qa('record-archive').click();
  await visit.qa('lot-move').waitFor();
  await visit.close();
});
