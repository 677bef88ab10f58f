// Sowing and counting, as a gardener does them: what leaves the lot, what is counted, what is taken back.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Stage } from './stage.mjs';

let stage;
before(async () => (stage = await Stage.open({ lots: 200 })));
after(() => stage.close());

/** A lot of so many seeds in one place of the gardener's organisation, made for the test. */
async function lotOf(seeds, { basis = 'counted', reserve = 0 } = {}) {
  const { body: places } = await stage.api('admin', 'GET', '/v1/places/tree');
  const box = places.find((place) => place.kind === 'box' && !place.archived);
  const { body: materials } = await stage.api('jardinier', 'GET', '/v1/materials?limit=1');
  const { status, body } = await stage.api('jardinier', 'POST', '/v1/seed-lots', {
    material: materials.items[0].uuid,
    archive_reserve: reserve,
    initial_entry: { place: box.uuid, seeds, basis, effective_date: '2026-01-05' },
  });
  assert.equal(status, 201);
  return { ...body, box };
}

async function seeds(lot) {
  const { body } = await stage.api('jardinier', 'GET', `/v1/seed-lots/${lot.uuid}`);
  return body.balance.seeds;
}

/** A sowing of so many seeds in so many trays, made for the test. */
async function sowingOf(sown, replicate_count, more = {}) {
  const lot = await lotOf(500);
  const { status, body } = await stage.api('jardinier', 'POST', '/v1/sowings', {
    source: { lot: lot.uuid, place: lot.box.uuid },
    sown_value: sown,
    sown_unit: 'seed',
    sown_basis: 'counted',
    replicate_count,
    state: 'sown',
    sowing_date: '2026-02-01',
    ...more,
  });
  assert.equal(status, 201);
  return { ...body, lot };
}

const sowings = async (lot) => (await stage.api('jardinier', 'GET', `/v1/sowings?lot=${lot.uuid}`)).body.items;
const counts = async ({ uuid }) => (await stage.api('jardinier', 'GET', `/v1/sowings/${uuid}/counts`)).body;
const emergence = async ({ uuid }) => (await stage.api('jardinier', 'GET', `/v1/sowings/${uuid}`)).body.emergence;

const visitOf = (at, more = {}) => stage.visit({ login: 'jardinier', at, width: 390, ...more });
const toast = (visit, text) => visit.qa('toast-success').getByText(text).waitFor();

for (const width of [1440, 390]) {
  test(`sowing goes through five screens and debits the lot once, at ${width} px`, async () => {
    const lot = await lotOf(300);
    const visit = await visitOf(`/sowings/new?lot=${lot.uuid}`, { width });
    await visit.qa('source-place').getByText('300 semences').waitFor();
    await visit.qa('next').click();
    await visit.page.getByLabel('Quantité', { exact: true }).fill('102');
    await visit.qa('stock-after').getByText('198 semences').waitFor();
    assert.deepEqual(
      await visit.page.locator('[data-qa=new-replicates] input').evaluateAll((fields) => fields.map((f) => f.value)),
      ['26', '26', '25', '25'],
    );
    await visit.qa('next').click();
    await visit.page.getByRole('button', { name: 'Scarification' }).click();
    await visit.page.getByRole('button', { name: 'Trempage 24 h' }).click();
    await visit.page.getByRole('button', { name: "Monter l'étape 2" }).click();
    await visit.qa('next').click();
    await visit.page.getByLabel('Profondeur').fill('2');
    await visit.qa('next').click();

    await visit.page.goBack();
    await visit.page.goBack();
    await visit.page.goBack();
    await visit.shows(visit.page.getByLabel('Quantité', { exact: true }), '102');
    for (let step = 2; step < 5; step++) await visit.qa('next').click();
    await visit.qa('leaving').getByText('102 semences quitteront').waitFor();
    await visit.qa('confirm').dblclick();
    await toast(visit, '102 semences ont quitté le lot');
    await visit.qa('figures').getByText('102 semences').waitFor();

    const made = await sowings(lot);
    assert.equal(made.length, 1);
    assert.equal(made[0].state, 'in_pretreatment');
    assert.equal(await seeds(lot), 198);
    const { body: steps } = await stage.api('jardinier', 'GET', `/v1/sowings/${made[0].uuid}/treatment-steps`);
    assert.deepEqual(steps.map((step) => step.kind), ['soaking', 'mechanical_scarification']);
    await visit.close();
  });
}

test('what was typed is found again after the page was lost', async () => {
  const lot = await lotOf(300);
  const visit = await visitOf(`/sowings/new?lot=${lot.uuid}`);
  await visit.qa('source-place').waitFor();
  await visit.qa('next').click();
  await visit.page.getByLabel('Quantité', { exact: true }).fill('60');
  await visit.qa('more').click();
  await visit.qa('next').click();
  await visit.page.getByRole('button', { name: 'Trempage 24 h' }).click();
  await visit.page.waitForFunction(() => Object.values(localStorage).some((text) => text.includes('"soaking"')));
  await visit.page.reload();
  await visit.qa('draft').waitFor();
  await visit.qa('new-steps').getByText('Trempage').waitFor();
  await visit.qa('previous').click();
  await visit.qa('replicate-count').getByText('5 réplicats').waitFor();
  await visit.shows(visit.page.getByLabel('Quantité', { exact: true }), '60');
  await visit.close();
});

test('replicates that do not sum stay on their screen', async () => {
  const lot = await lotOf(300);
  const visit = await visitOf(`/sowings/new?lot=${lot.uuid}`);
  await visit.qa('source-place').waitFor();
  await visit.qa('next').click();
  await visit.page.getByLabel('Quantité', { exact: true }).fill('100');
  await visit.page.getByLabel('A', { exact: true }).fill('10');
  await visit.qa('next').click();
  await visit.qa('replicates-wrong').getByText('85 pour 100').waitFor();
  await visit.qa('share').click();
  await visit.qa('next').click();
  await visit.qa('no-steps').waitFor();
  await visit.close();
});

test('the archive reserve is broken into with a reason, by who may', async () => {
  const lot = await lotOf(60, { reserve: 50 });
  const fill = async (login) => {
    const visit = await visitOf(`/sowings/new?lot=${lot.uuid}`, { login });
    await visit.qa('source-place').waitFor();
    await visit.qa('next').click();
    await visit.page.getByLabel('Quantité', { exact: true }).fill('20');
    await visit.qa('stock-preview').getByText("réserve d'archive de 50").waitFor();
    return visit;
  };
  const finish = async (visit) => {
    for (let step = 2; step < 5; step++) await visit.qa('next').click();
    await visit.qa('confirm').click();
  };
  const gardener = await fill('jardinier');
  await gardener.qa('reserve-kept').waitFor();
  await finish(gardener);
  await gardener.qa('form-problem').getByText('Il resterait 40 semences').waitFor();
  assert.equal(await seeds(lot), 60);
  await gardener.close();

  const officer = await fill('responsable');
  await officer.page.getByLabel("Pourquoi entamer la réserve d'archive").fill('Sauvetage de la station');
  await finish(officer);
  await toast(officer, '20 semences ont quitté le lot');
  assert.equal(await seeds(lot), 40);
  await officer.close();
});

test('more than an estimate is sown once that is confirmed', async () => {
  const lot = await lotOf(40, { basis: 'estimated' });
  const visit = await visitOf(`/sowings/new?lot=${lot.uuid}`);
  await visit.qa('source-place').waitFor();
  await visit.qa('next').click();
  await visit.page.getByLabel('Quantité', { exact: true }).fill('56');
  await visit.qa('confirm-overdraw').getByRole('checkbox').check();
  for (let step = 2; step < 5; step++) await visit.qa('next').click();
  await visit.qa('confirm').click();
  await toast(visit, '56 semences ont quitté le lot');
  assert.equal(await seeds(lot), 0);
  await visit.close();
});

test('what is prepared debits the lot when it is sown, and gives it back when that is cancelled', async () => {
  const sowing = await sowingOf(100, 4, { state: 'prepared', sowing_date: undefined });
  const visit = await visitOf(`/sowings/${sowing.uuid}`);
  await visit.qa('to-sown').click();
  await visit.qa('stock-after').getByText('400 semences').waitFor();
  await visit.qa('dialog-send').click();
  await toast(visit, '100 semences ont quitté le lot');
  assert.equal(await seeds(sowing.lot), 400);

  await visit.qa('to-cancelled').click();
  await visit.qa('gives-back').getByText('100 semences retourneront').waitFor();
  await visit.qa('dialog-send').click();
  await visit.page.getByText('Ce champ est nécessaire.').waitFor();
  await visit.page.getByLabel('Motif').fill('Bac renversé');
  await visit.qa('dialog-send').click();
  await toast(visit, '100 semences sont revenues');
  assert.equal(await seeds(sowing.lot), 500);
  await visit.close();
});

test('four trays are counted with the thumb; a double tap counts once; it is all taken back with a reason', async () => {
  const sowing = await sowingOf(100, 4);
  const visit = await visitOf(`/sowings/${sowing.uuid}/count`);
  await visit.qa('entry-more').click();
  await visit.qa('entry-more').click();
  await visit.qa('entry-after').click();
  await visit.qa('entry-digit-7').click();
  await visit.qa('count-sum').getByText('9 levées').waitFor();
  await visit.qa('count-save').dblclick();
  await toast(visit, '9 levées');
  const written = await counts(sowing);
  assert.equal(written.length, 4);
  assert.deepEqual(written.map((count) => count.emerged).sort(), [0, 0, 2, 7]);

  await visit.qa('undo').click();
  await visit.qa('confirm').getByRole('textbox').fill('Mauvais bac');
  await visit.qa('confirm-yes').click();
  await visit.qa('entry-grid').waitFor();
  assert.equal((await emergence(sowing)).visits, 0);
  await visit.go(`/sowings/${sowing.uuid}`);
  await visit.qa('visit-reversed').getByText('Mauvais bac').waitFor();
  await visit.close();
});

test('a count whose answer was lost is written once', async () => {
  const sowing = await sowingOf(100, 2);
  const visit = await visitOf(`/sowings/${sowing.uuid}/count`);
  await visit.qa('entry-digit-5').click();
  await visit.page.route(
    '**/counts',
    async (route) => {
      // The service has written it; the network takes the answer away.
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );
  await visit.qa('count-save').click();
  await visit.page.getByText('votre saisie est gardée').first().waitFor();
  await visit.qa('count-save').click();
  await visit.qa('counted').waitFor();
  assert.equal((await emergence(sowing)).emerged, 5);
  assert.equal((await counts(sowing)).length, 2);
  await visit.close();
});

test('what the service refuses is said on its cell, and can be put right', async () => {
  const sowing = await sowingOf(10, 2);
  const visit = await visitOf(`/sowings/${sowing.uuid}/count`, { width: 1440 });
  const [first] = (await stage.api('jardinier', 'GET', `/v1/sowings/${sowing.uuid}/replicates`)).body;
  const cell = visit.qa(`entry-${first.uuid}-emerged`);
  await cell.click();
  await visit.page.keyboard.type('4');
  // Somebody else counts the same tray meanwhile.
  const { status } = await stage.api('jardinier', 'POST', `/v1/sowings/${sowing.uuid}/counts`, {
    lines: [{ replicate: first.uuid, emerged: 3 }],
  });
  assert.equal(status, 201);
  await visit.qa('count-save').click();
  await visit.page.getByText('aurait 7 levées').waitFor();
  assert.equal(await cell.getAttribute('aria-invalid'), 'true');
  await cell.click();
  await visit.page.keyboard.type('2');
  await visit.qa('count-save').click();
  await visit.qa('counted').waitFor();
  assert.equal((await emergence(sowing)).emerged, 5);
  await visit.close();
});

test('what disappeared is deduced from what is seen, before it is saved', async () => {
  const sowing = await sowingOf(20, 1);
  const [only] = (await stage.api('jardinier', 'GET', `/v1/sowings/${sowing.uuid}/replicates`)).body;
  await stage.api('jardinier', 'POST', `/v1/sowings/${sowing.uuid}/counts`, {
    count_date: '2026-02-10',
    lines: [{ replicate: only.uuid, emerged: 6 }],
  });
  const visit = await visitOf(`/sowings/${sowing.uuid}/count`);
  await visit.page.getByText('Ce que je vois', { exact: true }).click();
  await visit.qa('entry-digit-4').click();
  await visit.qa('deduced').getByText('2 disparues').waitFor();
  await visit.qa('count-save').click();
  await visit.qa('counted').waitFor();
  const { alive, dead } = await emergence(sowing);
  assert.deepEqual({ alive, dead }, { alive: 4, dead: 2 });
  await visit.go(`/sowings/${sowing.uuid}`);
  await visit.page.getByText('déduit de ce qui a été vu vivant').waitFor();
  await visit.close();
});

test('a real surplus is noted with its cause, outside the rate', async () => {
  const sowing = await sowingOf(3, 1);
  const visit = await visitOf(`/sowings/${sowing.uuid}/count`, { width: 1440 });
  const [only] = (await stage.api('jardinier', 'GET', `/v1/sowings/${sowing.uuid}/replicates`)).body;
  await visit.qa(`entry-${only.uuid}-emerged`).click();
  await visit.page.keyboard.type('4');
  await visit.qa('note-surplus').click();
  await visit.qa(`entry-${only.uuid}-emerged`).click();
  await visit.page.keyboard.type('3');
  await visit.qa(`entry-${only.uuid}-surplus`).click();
  await visit.page.keyboard.type('1');
  await visit.page.getByText('dites pourquoi ce surplus').waitFor();
  await visit.qa('surplus-cause-A').selectOption({ label: 'adventice' });
  await visit.qa('count-save').click();
  await visit.qa('counted').waitFor();
  const { emerged, surplus, rate } = await emergence(sowing);
  assert.deepEqual({ emerged, surplus, rate }, { emerged: 3, surplus: 1, rate: 1 });
  await visit.close();
});

test('what is to be counted today is one tap away, and one count leads to the next', async () => {
  const visit = await visitOf('/sowings');
  await visit.qa('due-today').click();
  await visit.page.waitForURL(/due_by=today/);
  await visit.page.getByText('jours de retard').first().waitFor();
  await visit.page.getByRole('link', { name: /^Compter S/ }).first().click();
  await visit.qa('entry-grid').waitFor();
  const before = visit.at;
  await visit.page.getByText('Ce qui a changé', { exact: true }).click();
  await visit.qa('count-save').getByText('rien de nouveau').waitFor();
  await visit.qa('count-save').click();
  await visit.qa('next-due').click();
  await visit.qa('entry-grid').waitFor();
  assert.match(visit.at, /^\/sowings\/[0-9a-f-]{36}\/count$/);
  assert.notEqual(visit.at, before);
  await visit.close();
});

test('the board is in the address, one state at a time on a phone', async () => {
  const wide = await visitOf('/sowings?state=sown,emerging', { width: 1440 });
  await wide.qa('view-board').click();
  await wide.qa('column-sown').getByRole('listitem').first().waitFor();
  await wide.qa('column-emerging').getByRole('listitem').first().waitFor();
  assert.equal(await wide.qa('column-closed').count(), 0);
  assert.match(wide.at, /view=board/);
  await wide.close();

  const phone = await visitOf('/sowings?view=board');
  await phone.qa('board-state').selectOption('closed');
  await phone.qa('column-closed').getByRole('listitem').first().waitFor();
  assert.equal(await phone.qa('column-emerging').isVisible(), false);
  assert.match(phone.at, /column=closed/);
  await phone.close();
});

test('a treatment goes on, ends, and says what was lost in it', async () => {
  const sowing = await sowingOf(50, 1, {
    state: 'in_pretreatment',
    treatment_steps: [{ kind: 'cold_stratification', duration: 2, duration_unit: 'week', start_date: '2026-02-01' }],
  });
  const visit = await visitOf(`/sowings/${sowing.uuid}?tab=steps`);
  await visit.qa('step-overdue').waitFor();
  await visit.qa('finish').click();
  await visit.page.getByLabel('Semences perdues').fill('3');
  await visit.qa('dialog-send').click();
  await visit.qa('step-done').getByText('3 perdues').waitFor();
  await visit.qa('add-step').click();
  await visit.page.getByRole('button', { name: 'Trempage 24 h' }).click();
  await visit.qa('save').click();
  await visit.qa('step-planned').getByText('24 heures').waitFor();
  await visit.close();
});

test('a sowing is closed with its outcome and opened again with a reason', async () => {
  const sowing = await sowingOf(50, 1);
  const visit = await visitOf(`/sowings/${sowing.uuid}`);
  await visit.qa('to-emergence_ended').click();
  await visit.qa('dialog-send').click();
  await visit.qa('to-closed').click();
  await visit.qa('dialog-send').click();
  await visit.page.getByText('Ce champ est nécessaire.').waitFor();
  await visit.page.getByText('partiel', { exact: true }).click();
  await visit.qa('dialog-send').click();
  await visit.qa('sowing-state').getByText('Clos · partiel').waitFor();
  await visit.qa('to-emergence_ended').click();
  await visit.page.getByLabel('Motif').fill('Une levée tardive');
  await visit.qa('dialog-send').click();
  await visit.qa('sowing-state').getByText('Levée terminée').waitFor();
  await visit.close();
});

test('a sowing is changed; somebody else’s change is not lost', async () => {
  const sowing = await sowingOf(50, 1);
  const visit = await visitOf(`/sowings/${sowing.uuid}/edit`, { width: 1440 });
  await visit.page.getByLabel('Profondeur').fill('3');
  await stage.api('jardinier', 'PATCH', `/v1/sowings/${sowing.uuid}`, { remarks: 'Vu' }, { 'If-Match': '*' });
  await visit.qa('save').click();
  await visit.qa('keep-both').click();
  await toast(visit, 'enregistré');
  const { body } = await stage.api('jardinier', 'GET', `/v1/sowings/${sowing.uuid}`);
  assert.equal(body.depth_mm, 3);
  assert.equal(body.remarks, 'Vu');
  await visit.close();
});

test('who may only read is offered nothing to write', async () => {
  const sowing = await sowingOf(50, 1);
  const visit = await visitOf(`/sowings/${sowing.uuid}`, { login: 'lecteur' });
  await visit.qa('figures').getByText('50 semences').waitFor();
  for (const name of ['count', 'to-emerging', 'record-edit', 'count-from-tab']) {
    assert.equal(await visit.qa(name).count(), 0, name);
  }
  await visit.go(`/sowings/${sowing.uuid}/count`);
  await visit.qa('no-right').waitFor();
  await visit.close();
});
