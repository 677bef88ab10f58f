// What counts tell: the results of a sowing as the API computes them, a sowing that starts from what was
// tried before, the thresholds that an organisation decides.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Stage } from './stage.mjs';

let stage;
before(async () => (stage = await Stage.open({ lots: 200 })));
after(() => stage.close());

const visitOf = (at, more = {}) => stage.visit({ login: 'jardinier', at, width: 390, ...more });

async function lotOf(seeds) {
  const { body: places } = await stage.api('admin', 'GET', '/v1/places/tree');
  const box = places.find((place) => place.kind === 'box' && !place.archived);
  const { body: materials } = await stage.api('jardinier', 'GET', '/v1/materials?limit=1');
  const { status, body } = await stage.api('jardinier', 'POST', '/v1/seed-lots', {
    material: materials.items[0].uuid,
    initial_entry: { place: box.uuid, seeds, basis: 'counted', effective_date: '2026-01-05' },
  });
  assert.equal(status, 201);
  return { ...body, box };
}

/** A sowing of 50 seeds a tray, counted on two days: so many emerged in each tray each day. */
async function counted(lot, days, more = {}) {
  const trays = Object.values(days)[0].length;
  const { status, body: sowing } = await stage.api('jardinier', 'POST', '/v1/sowings', {
    source: { lot: lot.uuid, place: lot.box.uuid },
    sown_value: 50 * trays,
    sown_unit: 'seed',
    sown_basis: 'counted',
    replicate_count: trays,
    state: 'sown',
    sowing_date: '2026-02-01',
    ...more,
  });
  assert.equal(status, 201);
  const path = `/v1/sowings/${sowing.uuid}`;
  const { body: replicates } = await stage.api('jardinier', 'GET', `${path}/replicates`);
  for (const [count_date, emerged] of Object.entries(days)) {
    const lines = replicates.map((replicate, n) => ({ replicate: replicate.uuid, emerged: emerged[n] }));
    const done = await stage.api('jardinier', 'POST', `${path}/counts`, { count_date, lines });
    assert.equal(done.status, 201, JSON.stringify(done.body));
  }
  return sowing;
}

const results = async ({ uuid }) => (await stage.api('jardinier', 'GET', `/v1/sowings/${uuid}/results`)).body;

const french = (value, digits = 1) => value.toLocaleString('fr', { maximumFractionDigits: digits });
/** Spaces that do not break are spaces. */
const plain = (text) => text.replaceAll(/\s+/g, ' ');
const textOf = async (visit, name) => plain(await visit.qa(name).innerText());

test('the results are what the API says, in words and in figures', async () => {
  const sowing = await counted(await lotOf(500), { '2026-02-08': [10, 12], '2026-02-15': [20, 18], '2026-02-22': [3, 1] });
  const said = await results(sowing);
  const visit = await visitOf(`/sowings/${sowing.uuid}?tab=results`);
  await visit.qa('results-emergence').waitFor();

  const { rate, wilson } = said.germination;
  const headline = await textOf(visit, 'results-emergence');
  assert.ok(headline.includes(`${french(rate * 100)} % (entre ${french(wilson.low * 100, 0)} et ${french(wilson.high * 100, 0)} %)`), headline);
  assert.equal(said.verdict, 'below');
  assert.match(await textOf(visit, 'results-verdict'), /Sous le seuil de 85 %/);
  assert.equal(said.tolerance.within, true);
  const agreement = await textOf(visit, 'results-agreement');
  assert.match(agreement, /se ressemblent/);
  assert.ok(agreement.includes(`${french(said.tolerance.found)} points`), agreement);
  assert.match(agreement, /étendue entre réplicats/);

  assert.match(await textOf(visit, 'index-mean_time'), new RegExp(`${french(said.indices.mean_time)} jours`));
  await visit.qa('index-mean_time').locator('summary').click();
  await visit.qa('index-mean_time').getByText("Jours que met en moyenne une semence qui lève").waitFor();

  await visit.page.getByRole('button', { name: 'Tableau' }).click();
  const rows = visit.page.locator('ex-results-tab ex-chart tbody tr');
  await rows.last().waitFor();
  assert.equal(await rows.count(), said.emergence.steps.length);
  const last = said.emergence.steps.at(-1);
  assert.ok(plain(await rows.last().innerText()).includes(`${french(last.interval.low * 100)} %`));

  const trays = await visit.qa('results-replicates').locator('tbody tr').allInnerTexts();
  assert.deepEqual(
    trays.map((text) => plain(text).split(' ').slice(0, 4).join(' ')),
    said.replicates.map(({ code, germination }) => `${code} ${germination.count} / ${germination.of}`),
  );
  await visit.close();
});

test('trays that do not agree are said, with what to do', async () => {
  const sowing = await counted(await lotOf(500), { '2026-02-10': [45, 10] });
  assert.equal((await results(sowing)).tolerance.within, false);
  const visit = await visitOf(`/sowings/${sowing.uuid}?tab=results`);
  const agreement = visit.qa('results-agreement');
  await agreement.getByText('ne se ressemblent pas').waitFor();
  await agreement.getByText('Cherchez le réplicat à part').waitFor();
  await visit.close();
});

test('a figure that is not known is a dash, and why', async () => {
  const sowing = await counted(await lotOf(500), { '2026-02-10': [20] });
  const visit = await visitOf(`/sowings/${sowing.uuid}?tab=results`);
  await visit.qa('results-agreement').getByText('Un seul réplicat').waitFor();
  await visit.page.getByText('Pas de courbe de Hill : Trop peu de relevés').waitFor();
  await visit.qa('indices').getByText('7 autres indices').first().click();
  assert.match(await textOf(visit, 'index-hill_t50'), /—/);
  await visit.close();

  const weighed = await counted(await lotOf(500), { '2026-02-10': [20] }, { sown_basis: 'estimated' });
  const other = await visitOf(`/sowings/${weighed.uuid}?tab=results`);
  await other.qa('results-none').getByText("n'ont pas été comptées une à une").waitFor();
  assert.equal(await other.qa('indices').count(), 0);
  await other.close();
});

test('a new sowing starts from what was tried for its taxon', async () => {
  const lot = await lotOf(500);
  const step = { kind: 'soaking', duration: 36, duration_unit: 'hour', start_date: '2026-02-01' };
  const before = await counted(lot, { '2026-02-10': [49, 50] }, { treatment_steps: [step] });
  const ended = await stage.api('jardinier', 'POST', `/v1/sowings/${before.uuid}/transitions`, { to: 'emergence_ended' });
  assert.equal(ended.status, 200, JSON.stringify(ended.body));
  const visit = await visitOf(`/sowings/new?step=3&lot=${lot.uuid}`);
  const mine = visit.qa('tried-taxon').locator('li').filter({ hasText: before.code });
  assert.match(plain(await mine.innerText()), /Trempage 36 heures .*99 % \(entre 95 et 100 %\) · 1 semis/);
  await mine.getByTestId('take').click();
  await visit.qa('new-steps').getByText('36 heures').waitFor();
  await visit.close();
});

test('a threshold is decided with its source, holds for the verdict, and goes back to the standard', async () => {
  const sowing = await counted(await lotOf(500), { '2026-02-10': [38, 37] });
  assert.equal((await results(sowing)).verdict, 'below');
  const visit = await visitOf('/settings', { login: 'admin' });
  const viability = visit.qa('setting-initial_viability');
  await viability.getByText('85 %').waitFor();
  await viability.getByTestId('setting-edit').click();
  const form = visit.qa('setting-form');
  await form.getByLabel('Valeur').fill('120');
  await form.getByTestId('dialog-send').click();
  await form.locator('[data-field=ex-setting-value]').getByText('Au plus 100').waitFor();
  await form.locator('[data-field=ex-setting-source]').getByText('Ce champ est nécessaire').waitFor();
  await form.getByLabel('Valeur').fill('60');
  await form.getByLabel('Source').fill('Protocole interne 2026');
  await form.getByTestId('dialog-send').click();
  await viability.getByText('60 %').waitFor();
  await viability.getByText('Protocole interne 2026').waitFor();
  assert.equal((await results(sowing)).verdict, 'above');

  await viability.getByTestId('setting-reset').click();
  await visit.qa('confirm').getByRole('button', { name: 'Revenir à la référence' }).click();
  await viability.getByText('référence', { exact: true }).waitFor();
  await viability.getByText('85 %').waitFor();
  assert.equal(await viability.getByTestId('setting-reset').count(), 0);
  const { body } = await stage.api('admin', 'GET', '/v1/settings/initial_viability');
  assert.deepEqual([body.value, body.is_default], [85, true]);
  await visit.close();
});

test('who may not decide the thresholds reads them', async () => {
  const visit = await visitOf('/', {});
  await visit.qa('user-menu').click();
  await visit.qa('settings').click();
  await visit.qa('settings-read-only').waitFor();
  await visit.qa('setting-confidence').getByText('95 %').waitFor();
  assert.equal(await visit.qa('setting-edit').count(), 0);
  await visit.close();

  const body = { value: 60, source: 'Essai' };
  const refused = await stage.api('jardinier', 'PUT', '/v1/settings/initial_viability', body, { 'If-Match': '"0"' });
  assert.equal(refused.status, 403);
});
