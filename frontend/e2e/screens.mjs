// Every screen and state: its address in the demonstration, and when it is there to be looked at.
// The accessibility tests and the screenshots go through them.

const one = async (stage, query) => (await stage.row(query)).uuid;
const lot = (stage) =>
  one(
    stage,
    `SELECT l.uuid FROM pr_exsitu.t_seed_lots l JOIN pr_exsitu.t_stock_balances b USING (id_seed_lot)
      WHERE b.seeds > 200 AND b.basis = 'counted' AND l.archived_at IS NULL ORDER BY l.code LIMIT 1`,
  );
/** One in a state, among those that the gardener may see. */
const sowing = async (stage, state) =>
  (await stage.api('jardinier', 'GET', `/v1/sowings?state=${state}&limit=1`)).body.items[0].uuid;
/** One that was counted, and one that is being treated. */
const seen = (stage) =>
  one(
    stage,
    `SELECT s.uuid FROM pr_exsitu.v_sowings s WHERE s.state = 'emerging' AND s.visits > 2 AND s.emerged > 0
        AND s.archived_at IS NULL ORDER BY s.code LIMIT 1`,
  );
const treated = (stage) =>
  one(
    stage,
    `SELECT s.uuid FROM pr_exsitu.t_sowings s JOIN pr_exsitu.t_treatment_steps t USING (id_sowing)
      WHERE s.state = 'in_pretreatment' AND s.archived_at IS NULL ORDER BY s.code LIMIT 1`,
  );

/** The heading is there and nothing is on its way any more. */
async function settled(visit) {
  await visit.page.locator('exsitu-app h1').first().waitFor();
  await visit.page.waitForLoadState('networkidle');
}

const at = (path) => ({ login: 'jardinier', at: async () => path, ready: settled });
const record = (folder, find, more = '') => ({
  login: 'jardinier',
  at: async (stage) => `/${folder}${folder.endsWith('=') ? '' : '/'}${await find(stage)}${more}`,
  ready: settled,
});

/** The same screen after something was clicked. */
const then = (screen, ...clicked) => ({
  ...screen,
  ready: async (visit) => {
    await settled(visit);
    for (const name of clicked) await visit.qa(name).first().click();
    await visit.page.waitForLoadState('networkidle');
  },
});
const box = (stage) =>
  one(
    stage,
    `SELECT p.uuid FROM pr_exsitu.t_places p JOIN pr_exsitu.t_stock_balances b USING (id_place)
      WHERE p.kind = 'box' AND b.seeds > 0 ORDER BY p.code LIMIT 1`,
  );
/** A lot of a taxon that was sown, treated and counted before. */
const tried = (stage) =>
  one(
    stage,
    `SELECT l.uuid FROM pr_exsitu.v_sowings s JOIN pr_exsitu.t_seed_lots l USING (id_seed_lot)
        JOIN pr_exsitu.t_stock_balances b USING (id_seed_lot)
      WHERE s.state IN ('emergence_ended', 'closed') AND s.emerged > 0 AND s.sown_basis = 'counted'
        AND b.seeds > 0 AND l.archived_at IS NULL ORDER BY l.code LIMIT 1`,
  );
/** A lot that was tested twice, whose moisture is known and of a genus whose constants are published: the model speaks. */
const modelled = (stage) =>
  one(
    stage,
    `SELECT l.uuid FROM pr_exsitu.t_seed_lots l JOIN pr_exsitu.cor_material_taxa m ON m.id_material = l.id_material AND m.rank = 1
        JOIN taxonomie.taxref t ON t.cd_nom = m.cd_nom JOIN pr_exsitu.t_seed_tests s USING (id_seed_lot)
      WHERE t.lb_nom LIKE 'Ranunculus %' AND l.moisture_percent IS NOT NULL AND l.archived_at IS NULL AND l.id_dataset = 1
        AND s.state = 'finished' AND s.kind = 'germination' AND s.purpose IN ('initial', 'monitoring') AND s.id_parent_test IS NULL
      GROUP BY l.uuid, l.code HAVING count(*) > 1 ORDER BY l.code LIMIT 1`,
  );
const untested = (stage) =>
  one(
    stage,
    `SELECT l.uuid FROM pr_exsitu.t_seed_lots l WHERE l.archived_at IS NULL AND l.id_dataset = 1
        AND NOT EXISTS (SELECT FROM pr_exsitu.t_seed_tests s WHERE s.id_seed_lot = l.id_seed_lot) ORDER BY l.code LIMIT 1`,
  );
/** A harvest that says much, with materials. */
const gathered = (stage) =>
  one(
    stage,
    `SELECT h.uuid FROM pr_exsitu.t_harvests h WHERE h.geom_4326 IS NOT NULL AND h.protocol_note IS NOT NULL
        AND h.crop_share_percent IS NOT NULL AND EXISTS (SELECT FROM pr_exsitu.t_materials m WHERE m.id_harvest = h.id_harvest)
        AND h.id_dataset = 1 ORDER BY h.crop_share_percent DESC, h.code LIMIT 1`,
  );
const placeless = (stage) =>
  one(
    stage,
    `SELECT h.uuid FROM pr_exsitu.t_harvests h JOIN pr_exsitu.cor_harvest_areas a USING (id_harvest)
      WHERE h.geom_4326 IS NULL AND a.is_chosen AND h.id_dataset = 1 ORDER BY h.code LIMIT 1`,
  );
/** A material of several taxa that gave lots. */
const mixed = (stage) =>
  one(
    stage,
    `SELECT m.uuid FROM pr_exsitu.t_materials m JOIN pr_exsitu.t_seed_lots l USING (id_material)
      WHERE m.id_dataset = 1 AND EXISTS (SELECT FROM pr_exsitu.cor_material_taxa t WHERE t.id_material = m.id_material AND t.rank = 2)
      ORDER BY m.code LIMIT 1`,
  );

const freezer = (stage) => one(stage, "SELECT uuid FROM pr_exsitu.t_places WHERE code = 'CONG1'");
/** A lot of which the water was measured, that the gardener may see. */
const checked = (stage) =>
  one(
    stage,
    `SELECT l.uuid FROM pr_exsitu.t_humidity_checks c JOIN pr_exsitu.t_seed_lots l USING (id_seed_lot)
      WHERE c.equilibrium_humidity IS NOT NULL AND c.id_nomenclature_indicator IS NOT NULL AND l.oil_content_percent IS NOT NULL
        AND l.id_dataset = 1 AND l.archived_at IS NULL ORDER BY l.code LIMIT 1`,
  );
/** A test in a state, of a kind, among those that the gardener may see. */
const seedTest = (query) => async (stage) =>
  (await stage.api('jardinier', 'GET', `/v1/seed-tests?limit=1&${query}`)).body.items[0].uuid;
const tested = seedTest('state=finished&kind=germination&purpose=monitoring&sort=-date_start');
const testRunning = seedTest('state=running&kind=germination&sort=next_count_due');
/** One that left seeds alive. */
const testDormant = (stage) =>
  one(
    stage,
    `SELECT uuid FROM pr_exsitu.v_seed_tests WHERE state = 'finished' AND kind = 'germination' AND id_dataset = 1
        AND (classes ->> 'fresh')::int > 5 ORDER BY code LIMIT 1`,
  );

/** One under which plants were released, and one of these releases that was followed. */
const permit = (stage) =>
  one(
    stage,
    `SELECT p.uuid FROM pr_exsitu.t_permits p JOIN pr_exsitu.t_cultivation_events e USING (id_permit)
      WHERE p.id_dataset = 1 ORDER BY p.number LIMIT 1`,
  );
const released = (stage) =>
  one(stage, `SELECT uuid FROM pr_exsitu.v_exits WHERE follow_ups > 1 AND dead > 0 AND id_dataset = 1 ORDER BY exit_date, id LIMIT 1`);

/** Through both doors. */
/** A cultivation that the gardener may see: many events, losses and flowers when there is one. */
const cultivation = (stage) =>
  one(
    stage,
    `SELECT c.uuid FROM pr_exsitu.v_cultivations c JOIN pr_exsitu.t_cultivation_events e ON e.id_cultivation = c.id
      WHERE c.id_dataset = 1 AND c.archived_at IS NULL AND c.state = 'open' AND c.dead > 0
      GROUP BY c.uuid, c.code ORDER BY count(DISTINCT e.kind) DESC, c.code LIMIT 1`,
  );
const both = (screen) => ({ ...screen, doors: ['page', 'module'] });

export const SCREENS = {
  login: { ...at('/'), login: undefined, ready: (visit) => visit.qa('login').waitFor() },
  home: both(at('/')),
  'not-found': at('/nowhere'),
  kit: at('/kit'),
  harvests: at('/harvests'),
  'harvests-filtered': at('/harvests?year_min=2010&harvest_type=rin'),
  'harvests-map': at('/harvests?view=map'),
  'harvests-none': at('/harvests?search=zzz'),
  harvest: record('harvests', gathered),
  lineage: both(record('lineage', gathered)),
  'lineage-lot': record('lineage', tried),
  'harvest-history': record('harvests', gathered, '?tab=history'),
  'harvest-placeless': record('harvests', placeless),
  'harvest-new': at('/harvests/new'),
  'harvest-new-refused': then(at('/harvests/new'), 'harvest-save'),
  'harvest-edit': record('harvests', gathered, '/edit'),
  'harvest-placeless-edit': record('harvests', placeless, '/edit'),
  permits: at('/permits'),
  'permits-filtered': then(at('/permits?kind=derogation&state=valid'), 'list-filters'),
  permit: record('permits', permit),
  'permit-history': record('permits', permit, '?tab=history'),
  'permit-new': at('/permits/new'),
  'permit-new-refused': then(at('/permits/new'), 'permit-save'),
  'permit-edit': record('permits', permit, '/edit'),
  exits: at('/exits'),
  'exits-map': at('/exits?view=map'),
  exit: record('exits', released),
  'exit-table': then(record('exits', released), 'chart-table'),
  'exit-follow-up': then(record('exits', released), 'follow'),
  materials: at('/materials'),
  'materials-filtered': then(at('/materials?material_type=mdg'), 'list-filters'),
  material: record('materials', mixed),
  'material-history': record('materials', mixed, '?tab=history'),
  'material-new': at('/materials/new'),
  'material-new-refused': then(at('/materials/new'), 'material-save'),
  'material-edit': record('materials', mixed, '/edit'),
  'seed-lots': both(at('/seed-lots')),
  'seed-lots-filtered': then(at('/seed-lots?below_threshold=true&status=active,to_retest'), 'list-filters'),
  'seed-lots-unknown': at('/seed-lots?unknown_balance=true'),
  'seed-lot': record('seed-lots', lot),
  'seed-lot-places': record('seed-lots', lot, '?tab=places'),
  'seed-lot-weighings': record('seed-lots', lot, '?tab=weighings'),
  'seed-lot-viability': both(record('seed-lots', modelled, '?tab=viability')),
  'seed-lot-viability-supposed': {
    ...record('seed-lots', modelled, '?tab=viability'),
    ready: async (visit) => {
      await settled(visit);
      await visit.page.locator('#ex-suppose-moisture').fill('12');
      await visit.qa('suppose-compared').waitFor();
      await visit.page.evaluate(() => {
        for (const fold of document.querySelectorAll('ex-what-is-it details')) fold.open = true;
      });
    },
  },
  'seed-lot-viability-table': then(record('seed-lots', modelled, '?tab=viability'), 'chart-table'),
  'seed-lot-viability-untested': record('seed-lots', untested, '?tab=viability'),
  'seed-lot-size': then(record('seed-lots', modelled), 'lot-how-many'),
  'seed-lot-size-untested': then(record('seed-lots', untested), 'lot-how-many'),
  'seed-lot-conditions': record('seed-lots', checked, '?tab=conditions'),
  'seed-lot-check': then(record('seed-lots', checked, '?tab=conditions'), 'check-add'),
  'seed-lot-redrying': then(record('seed-lots', checked, '?tab=conditions'), 'drying-add'),
  'seed-lot-traits': record('seed-lots', lot, '?tab=traits'),
  'seed-lot-sowings': record('seed-lots', lot, '?tab=sowings'),
  'seed-lot-tests': record('seed-lots', lot, '?tab=tests'),
  'seed-lot-history': record('seed-lots', lot, '?tab=history'),
  'seed-lot-movement': then(record('seed-lots', lot), 'lot-move'),
  'seed-lot-transfer': then(record('seed-lots', lot), 'lot-transfer'),
  'seed-lot-stock-take': then(record('seed-lots', lot), 'lot-take'),
  'seed-lot-weighing': then(record('seed-lots', lot), 'lot-weigh'),
  'seed-lot-reversal': then(record('seed-lots', lot), 'ledger-undo'),
  'seed-lot-new': at('/seed-lots/new'),
  'seed-lot-edit': record('seed-lots', lot, '/edit'),
  sowings: at('/sowings'),
  'sowings-due': at('/sowings?due_by=today'),
  'sowings-filtered': then(at('/sowings?state=sown,emerging'), 'list-filters'),
  'sowings-board': at('/sowings?view=board'),
  sowing: both(record('sowings', seen)),
  'sowing-curve': record('sowings', seen, '?tab=curve'),
  'sowing-results': record('sowings', seen, '?tab=results'),
  'sowing-results-open': {
    ...record('sowings', seen, '?tab=results'),
    ready: async (visit) => {
      await settled(visit);
      await visit.qa('indices').waitFor();
      await visit.page.evaluate(() => {
        for (const fold of document.querySelectorAll('[data-qa=indices] details')) fold.open = true;
      });
    },
  },
  'sowing-results-none': record('sowings', (stage) => sowing(stage, 'draft'), '?tab=results'),
  'sowing-fate': record('sowings', seen, '?tab=fate'),
  'sowing-steps': record('sowings', treated, '?tab=steps'),
  'sowing-replicates': record('sowings', (stage) => sowing(stage, 'draft'), '?tab=replicates'),
  'sowing-sheet': record('sowings', seen, '?tab=sheet'),
  'sowing-history': record('sowings', seen, '?tab=history'),
  'sowing-closed': record('sowings', (stage) => sowing(stage, 'closed')),
  'sowing-transition': then(record('sowings', (stage) => sowing(stage, 'prepared')), 'to-sown'),
  'sowing-edit': record('sowings', (stage) => sowing(stage, 'draft'), '/edit'),
  'sowing-step-new': record('sowings', treated, '/steps/new'),
  'sowing-count': both(record('sowings', seen, '/count')),
  'sowing-new': at('/sowings/new'),
  'sowing-new-lot': record('sowings/new?lot=', lot),
  'sowing-new-quantity': then(record('sowings/new?lot=', lot), 'next'),
  'sowing-new-size': then(record('sowings/new?step=2&lot=', modelled), 'how-many'),
  'sowing-new-treatment': record('sowings/new?step=3&lot=', lot),
  'sowing-new-itineraries': record('sowings/new?step=3&lot=', tried),
  'sowing-new-how': then(record('sowings/new?step=4&lot=', lot), 'how-more', 'add-part'),
  'sowing-new-summary': record('sowings/new?step=5&lot=', lot),
  'seed-tests': both(at('/seed-tests')),
  'seed-tests-filtered': then(at('/seed-tests?state=finished&kind=germination'), 'list-filters'),
  'seed-tests-schedule': both(at('/seed-tests?view=schedule')),
  'seed-tests-none': at('/seed-tests?search=zzz'),
  'seed-test': both(record('seed-tests', testRunning)),
  'seed-test-finished': record('seed-tests', testDormant),
  'seed-test-results': both(record('seed-tests', tested, '?tab=results')),
  'seed-test-results-open': {
    ...record('seed-tests', tested, '?tab=results'),
    ready: async (visit) => {
      await settled(visit);
      await visit.qa('indices').waitFor();
      await visit.page.evaluate(() => {
        for (const fold of document.querySelectorAll('ex-results-tab details')) fold.open = true;
      });
    },
  },
  'seed-test-results-tetrazolium': record('seed-tests', seedTest('state=finished&kind=tetrazolium'), '?tab=results'),
  'seed-test-results-cut': record('seed-tests', seedTest('state=finished&kind=cut'), '?tab=results'),
  'seed-test-results-none': record('seed-tests', seedTest('state=draft'), '?tab=results'),
  'seed-test-fate': record('seed-tests', tested, '?tab=fate'),
  'seed-test-steps': record('seed-tests', seedTest('state=finished&purpose=dormancy'), '?tab=steps'),
  'seed-test-replicates': record('seed-tests', tested, '?tab=replicates'),
  'seed-test-sheet': record('seed-tests', tested, '?tab=sheet'),
  'seed-test-history': record('seed-tests', tested, '?tab=history'),
  'seed-test-transition': then(record('seed-tests', seedTest('state=draft')), 'to-running'),
  'seed-test-conclusion': then(record('seed-tests', tested), 'conclude'),
  'seed-test-count': both(record('seed-tests', testRunning, '/count')),
  'seed-test-count-final': record('seed-tests', testRunning, '/count?mode=final'),
  'seed-test-count-tetrazolium': record('seed-tests', seedTest('state=running&kind=tetrazolium,cut,x_ray'), '/count'),
  'seed-test-edit': then(record('seed-tests', testRunning, '/edit'), 'other-regime'),
  'seed-test-step-new': record('seed-tests', testRunning, '/steps/new'),
  'seed-test-new': at('/seed-tests/new'),
  'seed-test-new-lot': record('seed-tests/new?lot=', lot),
  'seed-test-new-seeds': record('seed-tests/new?step=2&lot=', lot),
  'seed-test-new-treatment': then(record('seed-tests/new?step=3&lot=', lot), 'common-soaking'),
  'seed-test-new-how': then(record('seed-tests/new?step=4&lot=', lot), 'how-more', 'other-regime'),
  'seed-test-new-summary': record('seed-tests/new?step=5&lot=', lot),
  'seed-test-second-chance': record('seed-tests/new?parent=', testDormant),
  cultivations: both(at('/cultivations')),
  'cultivations-filtered': then(at('/cultivations?state=open'), 'list-filters'),
  cultivation: both(record('cultivations', cultivation)),
  'cultivation-curves': record('cultivations', cultivation, '?tab=curves'),
  'cultivation-children': record('cultivations', cultivation, '?tab=children'),
  'cultivation-sheet': record('cultivations', cultivation, '?tab=sheet'),
  'cultivation-history': record('cultivations', cultivation, '?tab=history'),
  'cultivation-undo': then(record('cultivations', cultivation), 'event-undo'),
  'cultivation-kinds': record('cultivations', cultivation, '/event'),
  'cultivation-repotting': record('cultivations', cultivation, '/event/repotting'),
  'cultivation-death-refused': then(record('cultivations', cultivation, '/event/death'), 'save'),
  'cultivation-treatment': record('cultivations', cultivation, '/event/treatment'),
  'cultivation-exit': record('cultivations', cultivation, '/event/exit'),
  'cultivation-edit': record('cultivations', cultivation, '/edit'),
  'cultivation-new': at('/cultivations/new'),
  'cultivation-prick-out': record('cultivations/new?sowing=', seen),
  'cultivation-divide': record('cultivations/new?cultivation=', cultivation),
  'cultivations-group': at('/cultivations/group?state=open'),
  'cultivations-group-death': then(at('/cultivations/group?kind=death'), 'save'),
  'sowing-cultivations': record('sowings', seen, '?tab=cultivations'),
  settings: at('/settings'),
  'settings-deciding': then({ ...at('/settings'), login: 'admin' }, 'setting-edit', 'dialog-send'),
  places: at('/places'),
  'places-found': at('/places?search=boite'),
  place: record('places', box),
  'place-moves': record('places', box, '?tab=moves'),
  'place-history': record('places', box, '?tab=history'),
  'place-move': then(record('places', box), 'place-move'),
  'place-new': at('/places/new'),
  'place-edit': record('places', box, '/edit'),
  'place-stock-take': record('places', box, '/stock-take'),
  'place-round': record('places', freezer, '/humidity-round'),
  'place-round-begun': then(record('places', freezer, '/humidity-round'), 'code-hum', 'stop-changed', 'stop-measure'),
  'place-stock-take-summary': then(record('places', box, '/stock-take'), 'walk-agree', 'walk-finish'),
};
