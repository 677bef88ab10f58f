// From the tray to the pot, as a gardener does it: what is pricked out, lost, found again, taken back.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { EVERYWHERE, Stage } from './stage.mjs';

let stage;
before(async () => (stage = await Stage.open({ lots: 120 })));
after(() => stage.close());

const SAID = {
  fr: { pricked: 'commencée', saved: 'enregistré', undone: 'annulé' },
  en: { pricked: 'begun', saved: 'saved', undone: 'undone' },
};

/** A sowing of 40 seeds in two trays where 30 emerged, made for the test. */
async function emerged() {
  const { body: places } = await stage.api('admin', 'GET', '/v1/places/tree');
  const box = places.find((place) => place.kind === 'box' && !place.archived);
  const { body: materials } = await stage.api('jardinier', 'GET', '/v1/materials?limit=1');
  const post = async (path, body) => {
    const answer = await stage.api('jardinier', 'POST', path, body);
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
    return answer.body;
  };
  const lot = await post('/v1/seed-lots', {
    material: materials.items[0].uuid,
    initial_entry: { place: box.uuid, seeds: 100, basis: 'counted', effective_date: '2026-01-05' },
  });
  const sowing = await post('/v1/sowings', {
    source: { lot: lot.uuid, place: box.uuid },
    sown_value: 40,
    sown_unit: 'seed',
    sown_basis: 'counted',
    replicate_count: 2,
    state: 'sown',
    sowing_date: '2026-02-01',
  });
  const { body: trays } = await stage.api('jardinier', 'GET', `/v1/sowings/${sowing.uuid}/replicates`);
  await post(`/v1/sowings/${sowing.uuid}/counts`, {
    count_date: '2026-03-01',
    lines: trays.map(({ uuid }) => ({ replicate: uuid, emerged: 15 })),
  });
  return { ...sowing, trays };
}

/** A cultivation of ten seedlings of it. */
async function grown(sowing, quantity = 5) {
  const { status, body } = await stage.api('jardinier', 'POST', '/v1/cultivations', {
    source: { sowing: sowing.uuid },
    event_date: '2026-03-10',
    first: { kind: 'pricking_out', from: [{ replicate: sowing.trays[0].uuid, quantity }] },
  });
  assert.equal(status, 201, JSON.stringify(body));
  return body;
}

const alive = async (uuid) =>
  (await stage.row('SELECT alive FROM pr_exsitu.v_cultivations WHERE uuid = $1', [uuid])).alive;
/** What stands in the database of a kind. */
const events = (uuid, kind) =>
  stage.rows(
    `SELECT e.plants, e.said FROM pr_exsitu.t_cultivation_events e JOIN pr_exsitu.t_cultivations c USING (id_cultivation)
      WHERE c.uuid = $1 AND e.kind::text = $2 AND e.id_reversed IS NULL
        AND NOT EXISTS (SELECT FROM pr_exsitu.t_cultivation_events r WHERE r.id_reversed = e.id_event)`,
    [uuid, kind],
  );
const toast = (visit, text) => visit.qa('toast-success').getByText(text).waitFor();
const save = (visit) => visit.qa('save').click();
const shown = (visit, n) => visit.qa('alive').getByText(String(n), { exact: true }).waitFor();

for (const { door, language, width } of EVERYWHERE) {
  test(`seedlings are pricked out, potted, lost and found again: ${door}, ${language}, ${width} px`, async () => {
    const said = SAID[language];
    const sowing = await emerged();
    const visit = await stage.visit({ door, language, width, login: 'jardinier', at: `/sowings/${sowing.uuid}?tab=cultivations` });
    await visit.qa('do-prick-out').click();

    // Nothing is taken: said where one would have typed it, and nothing is sent.
    await save(visit);
    await visit.qa('said-from').locator('.text-danger', { hasText: /\S/ }).waitFor();
    await visit.page.locator('#said-from-0').fill('99');
    await save(visit);
    await visit.page.locator('[data-field=said-from-0]', { hasText: /\S/ }).waitFor();
    assert.equal((await stage.api('jardinier', 'GET', `/v1/cultivations?sowing=${sowing.uuid}`)).body.items.length, 0);
    await visit.page.locator('#said-from-0').fill('');
    await visit.page.locator('#said-from-1').fill('12');
    await visit.page.locator('#said-container').fill('Godet 7 cm');
    await save(visit);
    await toast(visit, said.pricked);
    await shown(visit, 12);
    const [{ uuid }] = (await stage.api('jardinier', 'GET', `/v1/cultivations?sowing=${sowing.uuid}`)).body.items;
    const [first] = await events(uuid, 'pricking_out');
    assert.deepEqual(first.said.from, [{ replicate: sowing.trays[1].uuid, quantity: 12 }]);
    const { body: trays } = await stage.api('jardinier', 'GET', `/v1/sowings/${sowing.uuid}/replicates`);
    assert.deepEqual(trays.map((tray) => tray.alive), [15, 3]);

    // Two taps, and the pot that it stood in is known.
    await visit.qa('do-repotting').click();
    await visit.shows(visit.page.locator('#said-container_before'), 'Godet 7 cm');
    await visit.page.locator('#said-container').fill('Pot 1 L');
    await save(visit);
    await toast(visit, said.saved);
    assert.equal((await events(uuid, 'repotting'))[0].said.container, 'Pot 1 L');

    // More dead than there are is refused beside the number.
    await visit.qa('do-death').click();
    await visit.page.locator('#said-quantity').fill('13');
    await visit.page.locator('#said-cause').selectOption({ index: 1 });
    await save(visit);
    await visit.page.locator('#said-quantity-error', { hasText: /\S/ }).waitFor();
    assert.equal(await alive(uuid), 12);
    await visit.page.locator('#said-quantity').fill('5');
    await save(visit);
    await toast(visit, said.saved);
    await shown(visit, 7);
    assert.deepEqual((await events(uuid, 'death'))[0].said, { kind: 'death', quantity: 5, cause: 'frost' });

    await visit.qa('do-other').click();
    await visit.qa('kind-found_again').click();
    await visit.page.locator('#said-death').selectOption({ index: 1 });
    await visit.page.locator('#said-quantity').fill('1');
    await save(visit);
    await shown(visit, 8);
    assert.equal(await alive(uuid), 8);

    await visit.qa('undo').click();
    await toast(visit, said.undone);
    await shown(visit, 7);
    assert.deepEqual(await events(uuid, 'found_again'), []);

    // From the time line, with a reason.
    await visit.qa('event-death').first().getByTestId('event-undo').click();
    await visit.qa('confirm-yes').click();
    await toast(visit, said.undone);
    await shown(visit, 12);
    assert.equal(await alive(uuid), 12);
    await visit.close();
  });
}

for (const width of [1440, 390]) {
  test(`one event of several cultivations is all or nothing, at ${width} px`, async () => {
    const sowing = await emerged();
    const made = [await grown(sowing, 3), await grown(sowing, 4), await grown(sowing, 5)];
    const visit = await stage.visit({ login: 'jardinier', width, at: `/cultivations/group?sowing=${sowing.uuid}` });
    await visit.qa('group-death').click();
    await visit.page.locator('#said-cause').selectOption({ label: 'gel' });
    await visit.qa('group-all').click();
    for (const [n, quantity] of [[0, '1'], [1, '9'], [2, '5']]) {
      await visit.qa(`line-${made[n].code}`).locator('input[role=spinbutton]').fill(quantity);
    }
    await save(visit);
    // The line that is refused says it; the others did not pass either.
    await visit.qa(`line-${made[1].code}`).locator('.text-danger', { hasText: /\S/ }).first().waitFor();
    assert.deepEqual(await Promise.all(made.map(({ uuid }) => alive(uuid))), [3, 4, 5]);
    await visit.qa(`line-${made[1].code}`).locator('input[role=spinbutton]').fill('2');
    await save(visit);
    await toast(visit, '3 cultures');
    assert.deepEqual(await Promise.all(made.map(({ uuid }) => alive(uuid))), [2, 2, 0]);

    // Nothing lives in the last one: closing is proposed.
    await visit.go(`/cultivations/${made[2].uuid}`);
    await visit.qa('may-close').locator('a').click();
    await visit.page.locator('#said-outcome').selectOption({ label: 'Morte' });
    await save(visit);
    await toast(visit, 'enregistré');
    const { state, outcome } = await stage.row('SELECT state::text, outcome::text FROM pr_exsitu.v_cultivations WHERE uuid = $1', [made[2].uuid]);
    assert.deepEqual({ state, outcome }, { state: 'closed', outcome: 'dead' });
    await visit.close();
  });
}

test('a cultivation is divided, and what is said of it is changed', async () => {
  const parent = await grown(await emerged(), 10);
  const visit = await stage.visit({ login: 'jardinier', width: 390, at: `/cultivations/${parent.uuid}?tab=children` });
  await visit.qa('cultivation-divide').click();
  await visit.page.locator('#said-quantity').fill('4');
  await save(visit);
  await toast(visit, 'commencée');
  await shown(visit, 4);
  assert.equal(await alive(parent.uuid), 6);
  await visit.go(`/cultivations/${parent.uuid}/edit`);
  await visit.page.locator('#programme').fill('Éboulis 2027');
  await save(visit);
  await toast(visit, parent.code);
  const { programme } = await stage.row('SELECT programme FROM pr_exsitu.t_cultivations WHERE uuid = $1', [parent.uuid]);
  assert.equal(programme, 'Éboulis 2027');
  await visit.close();
});

test('plants leave from the page of their cultivation', async () => {
  const parent = await grown(await emerged(), 10);
  const visit = await stage.visit({ login: 'jardinier', width: 390, at: `/cultivations/${parent.uuid}/event/exit` });
  await visit.page.locator('#exit-kind').selectOption({ label: 'Destruction' });
  await visit.page.locator('#exit-quantity').fill('3');
  await save(visit);
  await shown(visit, 7);
  assert.equal(await alive(parent.uuid), 7);
  await visit.close();
});

test('the list is by place and taxon', async () => {
  const { body } = await stage.api('jardinier', 'GET', '/v1/cultivations?state=open&sort=-alive&limit=100');
  const one = body.items.find(({ place }) => place !== null && 'uuid' in place);
  const visit = await stage.visit({
    login: 'jardinier', at: `/cultivations?place=${one.place.uuid}&cd_nom=${one.taxon.cd_nom}&sort=-alive`,
  });
  await visit.page.getByText(one.code, { exact: true }).first().click();
  await visit.qa('source').waitFor();
  await visit.close();
});
