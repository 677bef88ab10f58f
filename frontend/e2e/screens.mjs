// Every screen and state: its address in the demonstration, and when it is there to be looked at.
// The accessibility tests and the screenshots go through them.

const one = async (stage, query) => (await stage.row(query)).uuid;
const lot = (stage) =>
  one(
    stage,
    `SELECT l.uuid FROM pr_exsitu.t_seed_lots l JOIN pr_exsitu.t_stock_balances b USING (id_seed_lot)
      WHERE b.seeds > 200 AND b.basis = 'counted' AND l.archived_at IS NULL ORDER BY l.code LIMIT 1`,
  );
const sowing = (stage, state) =>
  one(stage, `SELECT uuid FROM pr_exsitu.t_sowings WHERE state = '${state}' AND archived_at IS NULL ORDER BY code LIMIT 1`);
const first = (table) => (stage) =>
  one(stage, `SELECT uuid FROM pr_exsitu.${table} WHERE archived_at IS NULL ORDER BY code LIMIT 1`);

/** The heading is there and nothing is on its way any more. */
async function settled(visit) {
  await visit.page.locator('exsitu-app h1').first().waitFor();
  await visit.page.waitForLoadState('networkidle');
}

const at = (path) => ({ at: async () => path, ready: settled });
const record = (folder, find, more = '') => ({
  at: async (stage) => `/${folder}/${await find(stage)}${more}`,
  ready: settled,
});

export const SCREENS = {
  home: at('/'),
};
void [record, lot, sowing, first];
