// The gardener's hands: what the journeys do on the screens of a sowing.

/** Chooses in a list of the API by its first letters. */
export async function logIn(visit, login = 'jardinier') {
  const { page, door } = visit;
  if (door === 'page') {
    await page.locator('#ex-login').fill(login);
    await page.locator('#ex-password').fill('demo');
    await visit.qa('login').click();
  } else {
    await page.getByLabel('Identifiant').fill(login);
    await page.getByLabel('Mot de passe').fill('demo');
    await page.getByRole('button', { name: 'Se connecter' }).click();
  }
}

/** A lot with counted seeds to spare, in one place. */
export function richLot(stage, n = 0) {
  return stage.row(
    `SELECT l.uuid, l.code, b.seeds
       FROM pr_exsitu.t_seed_lots l
       JOIN pr_exsitu.t_stock_balances b USING (id_seed_lot)
      WHERE l.archived_at IS NULL AND l.status = 'active' AND l.archive_reserve <= 100
        AND b.basis = 'counted' AND b.seeds > 400 AND l.id_dataset = 1
        AND (SELECT count(*) FROM pr_exsitu.t_stock_balances o WHERE o.id_seed_lot = l.id_seed_lot) = 1
      ORDER BY l.code OFFSET $1 LIMIT 1`,
    [n],
  );
}

export const balance = async (stage, lot) =>
  Number((await stage.row('SELECT sum(b.seeds) AS seeds FROM pr_exsitu.t_stock_balances b JOIN pr_exsitu.t_seed_lots l USING (id_seed_lot) WHERE l.uuid = $1', [lot])).seeds);

export const sowingOf = (stage, uuid) =>
  stage.row(
    `SELECT s.state, s.outcome, s.sown_value::int AS sown, s.sown_unit,
            (SELECT count(*)::int FROM pr_exsitu.t_replicates r WHERE r.id_sowing = s.id_sowing) AS replicates,
            (SELECT count(*)::int FROM pr_exsitu.t_treatment_steps t WHERE t.id_sowing = s.id_sowing) AS steps,
            (SELECT coalesce(sum(t.emerged), 0)::int FROM pr_exsitu.t_replicate_tallies t
               JOIN pr_exsitu.t_replicates r USING (id_replicate) WHERE r.id_sowing = s.id_sowing) AS emerged,
            (SELECT count(DISTINCT c.uuid_operation)::int FROM pr_exsitu.t_counts c JOIN pr_exsitu.t_replicates r USING (id_replicate)
              WHERE r.id_sowing = s.id_sowing AND c.id_reversed IS NOT NULL) AS reversals
       FROM pr_exsitu.t_sowings s WHERE s.uuid = $1`,
    [uuid],
  );

/** The wizard, from its first screen to the record; answers the sowing's identifier. */
export async function sow(visit, { seeds, step = true }) {
  const { page } = visit;
  await visit.qa('source-place').waitFor();
  await visit.qa('next').click();
  await page.locator('#ex-sown-value').fill(String(seeds));
  await visit.qa('next').click();
  await visit.qa('no-steps').waitFor();
  if (step) await visit.qa('common-soaking').click();
  await visit.qa('next').click();
  await page.locator('#ex-how-place, [data-qa=how-more]').first().waitFor();
  await visit.qa('next').click();
  await visit.qa('confirm').click();
  await visit.qa('figures').waitFor();
  return /\/sowings\/([0-9a-f-]{36})/.exec(visit.at)[1];
}

/** Does a change of state that its dialog proposes. */
export async function change(visit, to, more = async () => undefined) {
  await visit.qa(`to-${to}`).click();
  await visit.qa('transition').waitFor();
  await more();
  await visit.qa('dialog-send').click();
  await visit.qa('transition').waitFor({ state: 'detached' });
}

/** Notes emerged seedlings in the trays, in their order, with a thumb on a phone and the keyboard elsewhere. */
export async function count(visit, emerged, { keyboard = (visit.page.viewportSize()?.width ?? 0) > 700 } = {}) {
  const { page } = visit;
  await visit.qa('count').click();
  const grid = visit.qa('entry-grid');
  await grid.waitFor();
  const cells = grid.locator('td[data-qa$="-emerged"]');
  for (const [i, number] of emerged.entries()) {
    await cells.nth(i).click();
    if (keyboard) await page.keyboard.type(String(number));
    else for (const digit of String(number)) await visit.qa(`entry-digit-${digit}`).click();
  }
  await visit.qa('count-save').click();
  await visit.qa('counted').waitFor();
}

