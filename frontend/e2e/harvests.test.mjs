// Harvests and their materials: entered in the field, found again on the map and in the list, corrected.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { Stage } from './stage.mjs';

let stage;
before(async () => (stage = await Stage.open({ lots: 120 })));
after(() => stage.close());

const harvest = (where) =>
  stage.row(`SELECT uuid, code, version FROM pr_exsitu.t_harvests WHERE archived_at IS NULL AND ${where} ORDER BY code LIMIT 1`);

/** Chooses the first of what a picker proposes for this text. */
async function pick(visit, id, text) {
  await visit.page.locator(`#${id}`).fill(text);
  await visit.qa('option').first().click();
}

for (const width of [1440, 390]) {
  test(`a harvest is entered, then what was taken there, at ${width} px`, async () => {
    const visit = await stage.visit({ login: 'jardinier', width, at: '/harvests/new' });
    await visit.page.locator('#date').fill('08/2026');
    await pick(visit, 'id_dataset', 'Banque');
    await visit.qa('geometry-latitude').fill('44,559');
    await visit.qa('geometry-longitude').fill('6,079');
    await visit.page.locator('#locality').fill('Adret du test');
    await visit.page.getByText('effectifs, part récoltée').click();
    await visit.page.locator('#crop_share_percent').fill('22,5');
    await visit.qa('harvest-save').click();

    await visit.qa('harvest-when').getByText('août 2026').waitFor();
    await visit.qa('harvest-warning').getByText('20').waitFor();
    const uuid = visit.at.split('/').at(-1);
    const saved = await stage.row(
      `SELECT date_min::text, date_max::text, crop_share_percent::float AS share, ST_AsText(geom_4326) AS place,
              (SELECT count(*)::int FROM pr_exsitu.cor_harvest_observers o WHERE o.id_harvest = h.id_harvest AND is_main) AS main
         FROM pr_exsitu.t_harvests h WHERE uuid = $1`,
      [uuid],
    );
    assert.deepEqual(saved, {
      date_min: '2026-08-01',
      date_max: '2026-08-31',
      share: 22.5,
      place: 'POINT(6.079 44.559)',
      main: 1,
    });

    await visit.qa('harvest-new-material').click();
    await pick(visit, 'taxa', 'adonis vernalis');
    await visit.qa('taxon-cited').fill('Adonis de printemps');
    await visit.qa('material-save').click();
    await visit.qa('material-harvest').waitFor();
    const material = await stage.row(
      `SELECT m.uuid, c.cited_name FROM pr_exsitu.t_materials m JOIN pr_exsitu.t_harvests h USING (id_harvest)
         JOIN pr_exsitu.cor_material_taxa c USING (id_material) WHERE h.uuid = $1`,
      [uuid],
    );
    assert.equal(material.cited_name, 'Adonis de printemps');
    assert.equal(visit.at, `/materials/${material.uuid}`);
    const lot = await visit.qa('material-new-lot').getAttribute('href');
    assert.ok(lot.endsWith(`/seed-lots/new?material=${material.uuid}`), lot);
    await visit.close();
  });
}

test('what the service refuses is said beside the field, and the draft stays', async () => {
  const visit = await stage.visit({ login: 'jardinier', at: '/harvests/new' });
  await visit.qa('harvest-save').click();
  await visit.page.locator('#date-error').getByText('nécessaire').waitFor();
  await visit.page.locator('#date:focus').waitFor();
  await visit.page.locator('#date').fill('12/08/2026');
  await pick(visit, 'id_dataset', 'Banque');
  await visit.page.getByText("note, part d'herbier, code").click();
  await visit.page.locator('#code').fill('R1999_0001');
  await visit.page.getByText("note, part d'herbier, code").click();
  await visit.qa('harvest-save').click();
  // The year of the code is that of the harvest.
  await visit.page.locator('#code-error').getByText('2026').waitFor();
  await visit.page.locator('#code:focus').waitFor();
  await visit.page.waitForFunction(() =>
    Object.entries(localStorage).some(([key, value]) => key.includes(':draft:') && value.includes('R1999_0001')),
  );
  await visit.page.reload();
  await visit.qa('draft').waitFor();
  await visit.shows(visit.page.locator('#date'), '12/08/2026');
  await visit.close();
});

test('the map, the list and the file have the same harvests', async () => {
  const visit = await stage.visit({ login: 'admin', at: '/harvests?year_min=2010&harvest_type=rin' });
  const { body } = await stage.api('admin', 'GET', '/v1/harvests?year_min=2010&harvest_type=rin&limit=1&count=true');
  assert.ok(body.count > 10);
  await visit.qa('list-count').getByText(`${body.count} ligne`).waitFor();
  await visit.page.getByText(`${body.count} récolte`).waitFor();
  const [download] = await Promise.all([visit.page.waitForEvent('download'), visit.qa('export').click()]);
  const file = JSON.parse(await readFile(await download.path(), 'utf8'));
  assert.equal(file.features.length, body.count);
  assert.ok(file.features.every(({ properties }) => properties.harvest_type.code === 'rin'));
  await visit.close();
});

test('the list is only what the map shows, and the address says it', async () => {
  const visit = await stage.visit({ login: 'admin', at: '/harvests?bbox=5.9,44.4,6.2,44.7' });
  await visit.qa('list-count').getByText('ligne').waitFor();
  const { body } = await stage.api('admin', 'GET', '/v1/harvests?bbox=5.9,44.4,6.2,44.7&limit=1&count=true');
  await visit.qa('list-count').getByText(`${body.count} ligne`).waitFor();
  // The map starts there: zooming in, one sees less.
  await visit.page.getByRole('button', { name: 'Zoomer', exact: true }).click();
  await visit.page.waitForURL((url) => !url.href.includes('bbox=5.9,44.4,6.2,44.7') && url.href.includes('bbox='));
  await visit.page.locator('label[for=harvests-within]').click();
  await visit.page.waitForURL((url) => !url.href.includes('bbox='));
  await visit.close();
});

test('a harvest that somebody else changed meanwhile is not overwritten unseen', async () => {
  const { uuid, version } = await harvest('locality IS NOT NULL');
  const visit = await stage.visit({ login: 'admin', at: `/harvests/${uuid}/edit` });
  await visit.page.locator('#locality').fill('Ubac du test');
  const theirs = { remarks: 'Vu entre-temps.' };
  const other = await stage.api('responsable', 'PATCH', `/v1/harvests/${uuid}`, theirs, { 'If-Match': `"${version}"` });
  assert.equal(other.status, 200, JSON.stringify(other.body));
  await visit.qa('harvest-save').click();
  await visit.qa('keep-both').click();
  await visit.qa('harvest-when').waitFor();
  const saved = await stage.row('SELECT locality, remarks FROM pr_exsitu.t_harvests WHERE uuid = $1', [uuid]);
  assert.deepEqual(saved, { locality: 'Ubac du test', remarks: 'Vu entre-temps.' });
  await visit.close();
});

test('a harvest with materials is not deleted: it says so, it is archived and taken back', async () => {
  const { uuid } = await harvest('id_harvest IN (SELECT id_harvest FROM pr_exsitu.t_materials)');
  const archived = () => stage.row('SELECT archived_at IS NOT NULL AS it FROM pr_exsitu.t_harvests WHERE uuid = $1', [uuid]);
  const visit = await stage.visit({ login: 'admin', at: `/harvests/${uuid}` });
  await visit.qa('record-more').click();
  await visit.qa('record-delete').click();
  await visit.qa('confirm-yes').click();
  await visit.qa('toast-danger').getByText('matériels').waitFor();
  await visit.qa('record-more').click();
  await visit.qa('record-archive').click();
  await visit.qa('archived').waitFor();
  assert.equal((await archived()).it, true);
  await visit.qa('undo').click();
  await visit.qa('archived').waitFor({ state: 'detached' });
  assert.equal((await archived()).it, false);
  await visit.close();
});
