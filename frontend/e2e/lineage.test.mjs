// Filiation: from a wild harvest to the lot harvested in culture, drawn and as a list, and back by a click.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { overflow, violations } from './axe.mjs';
import { Stage } from './stage.mjs';

let stage;
let made;
let material;
before(async () => {
  stage = await Stage.open({ lots: 60 });
  await grown();
});
after(() => stage.close());

async function asked(method, path, body) {
  const answer = await stage.api('jardinier', method, path, body);
  assert.ok(answer.status < 300, JSON.stringify(answer.body));
  return answer.body;
}

/** A cultivation of a wild material, on which seven mothers gave seeds that went into a lot. */
async function grown() {
  material = await stage.row(
    `SELECT m.uuid, m.code FROM pr_exsitu.t_materials m JOIN pr_exsitu.t_harvests h USING (id_harvest)
      WHERE m.id_dataset = 1 AND h.date_min < '2025-01-01' AND m.archived_at IS NULL ORDER BY m.code LIMIT 1`,
  );
  const place = await stage.row("SELECT uuid FROM pr_exsitu.t_places WHERE kind = 'box' AND id_organism = 1 ORDER BY code LIMIT 1");
  const cultivation = await asked('POST', '/v1/cultivations', {
    source: { material: material.uuid },
    event_date: '2026-03-01',
    first: { kind: 'initial', quantity: 20 },
  });
  const event = await asked('POST', `/v1/cultivations/${cultivation.uuid}/events`, {
    event_date: '2026-08-01',
    said: {
      kind: 'harvest',
      material_type: 'gr',
      mothers: [12, 3, 0, 25, 8, 8, 4].map((mass_g) => ({ mass_g })),
      lot: { place: place.uuid, seeds: 340, basis: 'counted' },
    },
  });
  made = event.events[0].made;
}

const SIZES = [
  [1440, 'fr', 'Génération 1'],
  [390, 'fr', 'Génération 1'],
  [1440, 'en', 'Generation 1'],
  [390, 'en', 'Generation 1'],
];
for (const [width, language, generation] of SIZES) {
  test(`a lot harvested in culture goes back to the wild at ${width} in ${language}`, async () => {
    const visit = await stage.visit({ login: 'jardinier', width, language, at: `/seed-lots/${made.lot.uuid}` });
    await visit.qa('record-lineage').click();
    const groups = visit.qa('lineage-generation');
    await groups.nth(1).waitFor();
    assert.match(await groups.nth(1).innerText(), new RegExp(generation));
    assert.equal(await groups.count(), 2);
    const graph = visit.qa('lineage-graph');
    assert.equal(await graph.count(), width > 700 ? 1 : 0);
    if (width > 700) await graph.locator('svg').waitFor();
    assert.deepEqual(await violations(visit.page), []);
    assert.equal(await overflow(visit.page), 0);
    await visit.qa('lineage-go').filter({ hasText: made.harvest.code }).click();
    await visit.qa('harvest-cultivation').waitFor();
    assert.match((await visit.page.locator('ex-record').innerText()).replaceAll(',', '.'), /3\.9/);
    await visit.close();
  });
}

test('a node of the drawing leads to its record', async () => {
  const visit = await stage.visit({ login: 'jardinier', at: `/lineage/${made.harvest.uuid}` });
  const label = visit.qa('lineage-graph').locator('svg text').filter({ hasText: material.code }).first();
  await label.waitFor();
  await label.click();
  await visit.page.locator('h1').filter({ hasText: material.code }).waitFor();
  assert.match(visit.page.url(), new RegExp(`/materials/${material.uuid}`));
  await visit.close();
});
