// Seed tests, as a technician does them: from the schedule or the lot to the verdict and the second chance.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { balance, change, richLot } from './journey.mjs';
import { EVERYWHERE, Stage } from './stage.mjs';

let stage;
before(async () => (stage = await Stage.open({ lots: 200 })));
after(() => stage.close());

const testOf = (uuid) =>
  stage.row(
    `SELECT t.state, t.kind, t.purpose, t.seeds, t.support, t.regimes, t.conclusion, t.date_end, p.code AS parent,
            (SELECT array_agg(r.sown ORDER BY r.code) FROM pr_exsitu.t_replicates r WHERE r.id_seed_test = t.id_seed_test) AS sown,
            (SELECT array_agg(s.kind ORDER BY s.rank) FROM pr_exsitu.t_treatment_steps s WHERE s.id_seed_test = t.id_seed_test) AS steps
       FROM pr_exsitu.t_seed_tests t LEFT JOIN pr_exsitu.t_seed_tests p ON p.id_seed_test = t.id_parent_test WHERE t.uuid = $1`,
    [uuid],
  );
/** What its counts add up to: germinated, and each class. */
const counted = async (uuid) => {
  const { emerged, classes } = await stage.row('SELECT emerged, classes FROM pr_exsitu.v_seed_tests WHERE uuid = $1', [uuid]);
  return { emerged, ...classes };
};
const uuidIn = (visit) => /\/seed-tests\/([0-9a-f-]{36})/.exec(visit.at)[1];
const plain = (text) => text.replaceAll(/\s+/g, ' ');

async function lotOf(seeds, reserve = 0) {
  const { body: places } = await stage.api('admin', 'GET', '/v1/places/tree');
  const box = places.find((place) => place.kind === 'box' && !place.archived);
  const { body: materials } = await stage.api('jardinier', 'GET', '/v1/materials?limit=1');
  const { status, body } = await stage.api('jardinier', 'POST', '/v1/seed-lots', {
    material: materials.items[0].uuid,
    archive_reserve: reserve,
    initial_entry: { place: box.uuid, seeds, basis: 'counted', effective_date: '2026-01-05' },
  });
  assert.equal(status, 201);
  return { ...body, box };
}

/** A test that runs, made for the test. */
async function testRunning(more = {}) {
  const lot = await lotOf(500);
  const { status, body } = await stage.api('jardinier', 'POST', '/v1/seed-tests', {
    lot: lot.uuid,
    source_place: lot.box.uuid,
    kind: 'germination',
    seeds: 20,
    replicate_count: 2,
    state: 'running',
    date_start: '2026-02-01',
    ...more,
  });
  assert.equal(status, 201, JSON.stringify(body));
  return { ...body, lot };
}

const visitOf = (at, more = {}) => stage.visit({ login: 'jardinier', at, width: 390, ...more });
const toast = (visit, text) => visit.qa('toast-success').getByText(text).first().waitFor();

/** Writes figures in the cells of a column, from the first replicate on. */
async function fill(visit, column, figures) {
  const keyboard = visit.page.viewportSize().width > 700;
  await visit.qa('entry-grid').waitFor();
  const cells = visit.qa('entry-grid').locator(`td[data-qa$="-${column}"]`);
  for (const [n, figure] of figures.entries()) {
    await cells.nth(n).click();
    if (keyboard) await visit.page.keyboard.type(String(figure));
    else for (const digit of String(figure)) await visit.qa(`entry-digit-${digit}`).click();
  }
}

async function save(visit) {
  await visit.qa('count-save').click();
  await visit.qa('counted').waitFor();
}

const WORDS = {
  fr: { above: 'Au-dessus du seuil', alike: 'se ressemblent', what: "c'est-à-dire dont la radicule est sortie" },
  en: { above: 'Above the threshold', alike: 'The replicates agree', what: 'their radicle came out' },
};

for (const [n, how] of EVERYWHERE.entries()) {
  test(`from the lot to the verdict, ${how.door} door, ${how.language}, ${how.width} px`, async () => {
    const lot = await richLot(stage, n);
    const had = await balance(stage, lot.uuid);
    const visit = await stage.visit({ ...how, login: 'jardinier', at: `/seed-lots/${lot.uuid}` });
    const { page } = visit;
    await visit.qa('lot-test').click();

    await visit.qa('source-place').waitFor();
    await visit.qa('next').click();
    await page.locator('#ex-test-seeds').fill('100');
    await visit.qa('stock-after').waitFor();
    await visit.qa('next').click();
    await visit.qa('common-soaking').click();
    await visit.qa('next').click();
    await page.locator('#ex-how-support').selectOption({ index: 2 });
    await visit.qa('regimes').getByRole('button', { name: '20/10' }).click();
    await visit.qa('next').click();
    await visit.qa('leaving').waitFor();
    await visit.qa('confirm').click();
    await visit.qa('figures').waitFor();
    const uuid = uuidIn(visit);
    const { sown, ...made } = await testOf(uuid);
    assert.deepEqual(made, {
      state: 'running',
      kind: 'germination',
      purpose: 'monitoring',
      seeds: 100,
      support: 'agar',
      regimes: [{ from_day: 0, day_temperature: 20, night_temperature: 10, photoperiod_hours: 12, light: null }],
      conclusion: null,
      date_end: null,
      parent: null,
      steps: ['soaking'],
    });
    assert.equal(sown.reduce((a, b) => a + b), 100);
    assert.equal(await balance(stage, lot.uuid), had - 100);

    await visit.qa('count').click();
    await fill(visit, 'emerged', sown.map((seeds) => seeds - 1));
    await save(visit);
    await visit.qa('counted-see').click();
    await visit.qa('examine').click();
    await fill(visit, 'fresh', [1]);
    await visit.qa('rest-dead').click();
    await save(visit);
    assert.deepEqual(await counted(uuid), { emerged: 100 - sown.length, fresh: 1, dead: sown.length - 1 });
    await visit.qa('finish-test').click();
    await visit.qa('transition').waitFor();
    await visit.qa('dialog-send').click();
    await visit.qa('results-viable-verdict').getByText(WORDS[how.language].above).waitFor();
    await visit.qa('results-agreement').getByText(WORDS[how.language].alike).waitFor();
    const germination = visit.qa('results-emergence');
    await germination.getByTestId('what-is-it').locator('summary').click();
    await germination.getByText(WORDS[how.language].what).waitFor();
    assert.equal((await testOf(uuid)).state, 'finished');
    await visit.close();
  });
}

test('fewer seeds are proposed where there are few, and the reserve is left alone', async () => {
  const lot = await lotOf(350, 100);
  const visit = await visitOf(`/seed-tests/new?lot=${lot.uuid}`);
  await visit.qa('source-place').waitFor();
  await visit.qa('next').click();
  await visit.qa('replicate-count').getByText('2 réplicats').waitFor();
  await visit.shows(visit.page.locator('#ex-test-seeds'), '50');
  await visit.qa('stock-after').getByText('300 semences').waitFor();
  await visit.close();
});

test('the schedule says what is late, today and this week, place by place, and leads to the count', async () => {
  const today = (await stage.row('SELECT pr_exsitu.today()::text AS day')).day;
  const at = (days) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
  const late = await testRunning({ next_count_due: at(-3) });
  const due = await testRunning({ next_count_due: today });
  const soon = await testRunning({ next_count_due: at(5) });
  const never = await testRunning();
  const visit = await visitOf('/seed-tests');
  await visit.qa('view-schedule').click();
  for (const [part, { code }] of Object.entries({ late, today: due, week: soon, undated: never })) {
    await visit.qa(`when-${part}`).getByText(code).waitFor();
  }
  await visit.qa('when-late').getByText('3 jours de retard').first().waitFor();
  await visit.qa('when-late').getByRole('link', { name: `Compter ${late.code}` }).click();
  await visit.qa('entry-grid').waitFor();
  assert.equal(visit.at, `/seed-tests/${late.uuid}/count`);
  await visit.close();

  const home = await visitOf('/');
  await home.qa('home-tests').waitFor();
  assert.ok((await home.qa('home-count-test').count()) > 0);
  await home.close();
});

test('the filters are in the address, and the list is what the API says', async () => {
  const visit = await visitOf('/seed-tests?state=finished&kind=tetrazolium', { width: 1440 });
  const { body } = await stage.api('jardinier', 'GET', '/v1/seed-tests?state=finished&kind=tetrazolium&sort=-code&count=true');
  await visit.qa('list-count').getByText(String(body.count)).waitFor();
  await visit.page.getByText(body.items[0].code).waitFor();
  await visit.qa('filter-cut').click();
  await visit.page.waitForURL(/kind=tetrazolium(,|%2C)cut/);
  await visit.close();
});

test('the seeds of a tetrazolium test are only examined, and the lot is judged by them', async () => {
  const made = await testRunning({ kind: 'tetrazolium', seeds: 100 });
  const visit = await visitOf(`/seed-tests/${made.uuid}?tab=results`);
  await visit.qa('results-no-viability').getByText("Aucune semence n'a encore été examinée").waitFor();
  await visit.qa('count').click();
  await fill(visit, 'stained', [48, 47]);
  assert.equal(await visit.qa('entry-grid').locator('td[data-qa$="-emerged"]').count(), 0);
  await visit.qa('rest-unstained').click();
  await visit.qa('count-sum').getByText('Chaque semence est connue').waitFor();
  await save(visit);
  assert.deepEqual(await counted(made.uuid), { emerged: 0, stained: 95, unstained: 5 });
  await visit.qa('finish-test').click();
  await visit.qa('dialog-send').click();
  await visit.qa('results-viability').getByText('95 semences vivantes sur 100').waitFor();
  const { body } = await stage.api('jardinier', 'GET', `/v1/seed-tests/${made.uuid}/results`);
  assert.equal(body.viable_verdict, 'above');
  await visit.qa('results-viable-verdict').getByText('Au-dessus du seuil de 85 %').waitFor();
  assert.equal(await visit.qa('results-emergence').count(), 0);
  await visit.close();
});

test('more than there are seeds is said on its cell, and the service has the last word', async () => {
  const made = await testRunning();
  const visit = await visitOf(`/seed-tests/${made.uuid}/count`, { width: 1440 });
  await fill(visit, 'emerged', [11]);
  await visit.page.getByText('une de plus que de semences').waitFor();
  await visit.qa('count-save').click();
  await visit.qa('entry-grid').getByText(/aurait 11/).waitFor();
  await fill(visit, 'emerged', [9]);
  await save(visit);
  assert.equal((await counted(made.uuid)).emerged, 9);
  await visit.close();
});

test('a count is taken back with its trace, and a finished test is opened again with a reason', async () => {
  const made = await testRunning();
  const visit = await visitOf(`/seed-tests/${made.uuid}/count`);
  await fill(visit, 'emerged', [4, 3]);
  await save(visit);
  await visit.qa('counted-see').click();
  await visit.qa('undo-visit').click();
  await visit.qa('confirm').getByRole('textbox').fill('Mauvaise boîte');
  await visit.qa('confirm-yes').click();
  await visit.qa('visit-reversed').getByText('Mauvaise boîte').waitFor();
  assert.equal((await counted(made.uuid)).emerged, 0);
  assert.equal(await visit.qa('to-finished').count(), 0);

  await visit.go(`/seed-tests/${made.uuid}/count?mode=final`);
  await visit.qa('rest-dead').click();
  await save(visit);
  await visit.go(`/seed-tests/${made.uuid}`);
  await change(visit, 'finished');
  await visit.qa('conclude').click();
  await visit.qa('conclusion-form').getByRole('textbox').fill('Lot mort.');
  await visit.qa('dialog-send').click();
  await visit.qa('conclusion').getByText('Lot mort.').waitFor();
  assert.equal((await testOf(made.uuid)).conclusion, 'Lot mort.');
  assert.equal(await visit.qa('second-chance').count(), 0);
  await change(visit, 'running', () => visit.page.getByLabel('Motif').fill('Une germination tardive'));
  assert.equal((await testOf(made.uuid)).state, 'running');
  await visit.close();
});

test('what was never counted is cancelled, and the seeds go back', async () => {
  const made = await testRunning();
  assert.equal(await balance(stage, made.lot.uuid), 480);
  const visit = await visitOf(`/seed-tests/${made.uuid}`);
  await change(visit, 'cancelled', async () => {
    await visit.qa('gives-back').getByText('20 semences retourneront').waitFor();
    await visit.page.getByLabel('Motif').fill('Étuve en panne');
  });
  await toast(visit, '20 semences sont revenues');
  assert.equal(await balance(stage, made.lot.uuid), 500);
  await visit.close();
});

test('a second chance takes the seeds that stayed alive, and both records say so', async () => {
  const made = await testRunning({ regimes: [{ from_day: 0, day_temperature: 20, night_temperature: 10 }], support: 'agar' });
  const visit = await visitOf(`/seed-tests/${made.uuid}/count?mode=final`);
  await fill(visit, 'emerged', [4, 5]);
  await fill(visit, 'fresh', [5, 5]);
  await visit.qa('rest-dead').click();
  await save(visit);
  await visit.qa('finish-test').click();
  await visit.qa('dialog-send').click();
  await visit.qa('second-chance').click();

  await visit.qa('from-parent').getByText(`10 semences laissées par ${made.code}`).waitFor();
  await visit.qa('next').click();
  await visit.qa('nothing-leaves').waitFor();
  await visit.shows(visit.page.locator('#ex-test-seeds'), '10');
  await visit.qa('next').click();
  await visit.qa('common-cold_stratification').click();
  await visit.qa('next').click();
  await visit.qa('next').click();
  await visit.qa('confirm').click();
  await visit.qa('parent-test').getByText(made.code).waitFor();
  const child = uuidIn(visit);
  const { parent, seeds, sown, steps, support, purpose, state } = await testOf(child);
  assert.deepEqual(
    { parent, seeds, sown, steps, support, purpose, state },
    {
      parent: made.code,
      seeds: 10,
      sown: [10],
      steps: ['cold_stratification'],
      support: 'agar',
      purpose: 'dormancy',
      state: 'running',
    },
  );
  assert.equal(await balance(stage, made.lot.uuid), 480);
  await visit.qa('parent-test').getByRole('link').click();
  await visit.qa('child-test').getByRole('link').waitFor();
  await visit.close();
});

test('a lot lists its tests with what each found; its ledger leads to them', async () => {
  const made = await testRunning();
  const { body: replicates } = await stage.api('jardinier', 'GET', `/v1/seed-tests/${made.uuid}/replicates`);
  const lines = replicates.map(({ uuid }) => ({ replicate: uuid, emerged: 7 }));
  await stage.api('jardinier', 'POST', `/v1/seed-tests/${made.uuid}/counts`, { count_date: '2026-02-10', lines });
  const visit = await visitOf(`/seed-lots/${made.lot.uuid}?tab=tests`);
  const row = visit.qa('lot-tests').getByRole('link').filter({ hasText: made.code });
  assert.match(plain(await row.innerText()), /Germination En cours 70 % germées/);
  await visit.qa('tab-ledger').click();
  await visit.qa('ledger-cause').getByText(made.code).click();
  await visit.qa('figures').waitFor();
  assert.equal(uuidIn(visit), made.uuid);
  await visit.close();
});

test('a draft is changed, with its periods of light, before anything leaves the lot', async () => {
  const made = await testRunning({ state: 'draft', date_start: undefined });
  const visit = await visitOf(`/seed-tests/${made.uuid}/edit`);
  await visit.qa('regimes').getByRole('button', { name: '4 °C' }).click();
  await visit.qa('regimes').getByRole('button', { name: '20 °C, 12 h' }).click();
  await visit.page.getByLabel('À partir du jour').last().fill('0');
  await visit.qa('save').click();
  await visit.qa('regimes-wrong').getByText('La première période').waitFor();
  await visit.page.getByLabel('À partir du jour').last().fill('56');
  await visit.qa('save').click();
  await toast(visit, 'enregistré');
  assert.deepEqual((await testOf(made.uuid)).regimes.map(({ from_day, day_temperature }) => [from_day, day_temperature]), [
    [0, 4],
    [56, 20],
  ]);
  assert.equal(await balance(stage, made.lot.uuid), 500);
  await change(visit, 'running', () => visit.qa('stock-after').getByText('480 semences').waitFor());
  await toast(visit, '20 semences ont quitté le lot');
  await visit.close();
});

test('who may only read is offered nothing to write', async () => {
  const made = await testRunning();
  const visit = await visitOf(`/seed-tests/${made.uuid}`, { login: 'lecteur' });
  await visit.qa('figures').waitFor();
  for (const name of ['count', 'to-cancelled', 'record-edit', 'count-from-tab', 'add-step']) {
    assert.equal(await visit.qa(name).count(), 0, name);
  }
  await visit.go(`/seed-tests/${made.uuid}/count`);
  await visit.qa('no-right').waitFor();
  await visit.close();
});
