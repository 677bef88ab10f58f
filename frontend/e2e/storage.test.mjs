// Humidity: the round of a place, with a thumb or the keyboard, and the conditions of a lot. What the
// screens say was done is read back from the database.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Stage } from './stage.mjs';

let stage;
before(async () => (stage = await Stage.open({ lots: 200 })));
after(() => stage.close());

const WORDS = {
  fr: { round: 'Tournée d\'humidité', erh: 'Humidité d\'équilibre', temperature: 'Température', level: 'Humide', saved: 'enregistré' },
  en: { round: 'Humidity round', erh: 'Equilibrium humidity', temperature: 'Temperature', level: 'Damp', saved: 'saved' },
};

/** The boxes where the gardener has three lots to check at least, the fullest first. */
async function boxes() {
  const { body: places } = await stage.api('jardinier', 'GET', '/v1/places/tree');
  const found = [];
  for (const box of places.filter((place) => place.kind === 'box' && place.lots >= 3)) {
    const { body } = await stage.api('jardinier', 'GET', `/v1/places/${box.uuid}/humidity-round?due=true&limit=100`);
    if (body.items.length >= 3 && body.items.every((stop) => stop.is_writable)) found.push({ ...box, stops: body.items });
  }
  return found;
}
const checksOf = (lot) =>
  stage.rows(
    `SELECT c.*, level.cd_nomenclature AS level, device.cd_nomenclature AS device, p.uuid AS place, c.check_date = pr_exsitu.today() AS today,
            c.indicator_changed_on = c.check_date AS changed
     FROM pr_exsitu.t_humidity_checks c JOIN pr_exsitu.t_seed_lots l USING (id_seed_lot)
     LEFT JOIN pr_exsitu.t_places p ON p.id_place = c.id_place
     LEFT JOIN ref_nomenclatures.t_nomenclatures level ON level.id_nomenclature = c.id_nomenclature_level
     LEFT JOIN ref_nomenclatures.t_nomenclatures device ON device.id_nomenclature = c.id_nomenclature_device
     WHERE l.uuid = $1 ORDER BY c.id_humidity_check DESC`,
    [lot],
  );
const count = async () => Number((await stage.row('SELECT count(*) AS n FROM pr_exsitu.t_humidity_checks')).n);
const stopOf = (visit, stop) => visit.qa('stop').filter({ hasText: stop.lot.code });

test('a round is made with a thumb, kept when the device is closed or the network cut, and sent at once', async () => {
  const [box] = await boxes();
  const [one, two, three] = box.stops;
  const before = await count();
  const visit = await stage.visit({ login: 'jardinier', at: `/places/${box.uuid}`, width: 390 });
  await visit.qa('place-round').click();
  await stopOf(visit, one).getByTestId('code-sec').click();
  await stopOf(visit, two).getByTestId('code-hum').click();
  await stopOf(visit, two).getByTestId('stop-changed').click();

  await visit.page.reload();
  await visit.qa('round-send').getByText('2').waitFor();
  await stopOf(visit, three).getByTestId('stop-measure').click();
  await stopOf(visit, three).getByLabel('Humidité d\'équilibre').fill('14,5');
  await stopOf(visit, three).getByLabel('Température').fill('20');
  await visit.page.keyboard.press('Tab');

  stage.wire.down();
  await visit.qa('round-send').click();
  await visit.qa('toast-danger').first().waitFor();
  assert.equal(await count(), before, 'nothing is written');
  stage.wire.up();
  await visit.qa('round-send').click();
  await visit.qa('toast-success').waitFor();
  assert.equal(visit.at, `/places/${box.uuid}`);
  assert.equal(await count(), before + 3);
  const [dry] = await checksOf(one.lot.uuid);
  assert.deepEqual([dry.level, dry.today, dry.place, dry.changed], ['sec', true, one.place.uuid, null]);
  const [damp] = await checksOf(two.lot.uuid);
  assert.deepEqual([damp.level, damp.changed], ['hum', true]);
  const [measured] = await checksOf(three.lot.uuid);
  assert.deepEqual([measured.level, Number(measured.equilibrium_humidity), Number(measured.temperature)], [null, 14.5, 20]);
  // What was sent is no longer kept.
  await visit.qa('place-round').click();
  await visit.qa('round').waitFor();
  assert.equal(await visit.qa('round-send').count(), 0);
  assert.equal(await stopOf(visit, one).count(), 0, 'it is no longer due');
  await visit.close();
});

test('a round is made with the keyboard alone, in English', async () => {
  const [, box] = await boxes();
  const [one, two, three] = box.stops;
  const visit = await stage.visit({ login: 'jardinier', language: 'en', at: `/places/${box.uuid}/humidity-round` });
  await stopOf(visit, one).getByRole('radio').first().focus();
  for (const key of ['1', '3', '2']) await visit.page.keyboard.press(key);
  await visit.qa('round-send').getByText('Save 3 checks').waitFor();
  // A slip is taken back.
  await stopOf(visit, three).getByTestId('stop-clear').click();
  await visit.qa('round-send').getByText('Save 2 checks').waitFor();
  await visit.qa('round-send').focus();
  await visit.page.keyboard.press('Enter');
  await visit.qa('toast-success').waitFor();
  const levels = [];
  for (const stop of [one, two]) levels.push((await checksOf(stop.lot.uuid))[0].level);
  assert.deepEqual(levels, ['sec', 'hum']);
  const [last] = await checksOf(three.lot.uuid);
  assert.notEqual(last?.today, true);
  await visit.close();
});

test('what is refused is said beside its lot, and nothing is written', async () => {
  const { body } = await stage.api('jardinier', 'GET', '/v1/places/tree');
  const freezer = body.find((place) => place.code === 'CONG1');
  const before = await count();
  const visit = await stage.visit({ login: 'jardinier', at: `/places/${freezer.uuid}/humidity-round?all=true` });
  const [first, second] = [visit.qa('stop').nth(0), visit.qa('stop').nth(1)];
  await first.getByTestId('code-sec').click();
  await second.getByTestId('stop-measure').click();
  await second.getByLabel('Remarques').fill('Sachet percé');
  await visit.qa('round-send').click();
  await second.getByText('Dites un niveau').waitFor();
  await second.getByLabel('Teneur en eau').fill('30');
  await visit.qa('round-send').click();
  await second.getByText('hors des limites').waitFor();
  assert.equal(await count(), before);
  await visit.qa('round-abandon').click();
  await visit.qa('confirm-yes').click();
  await visit.qa('place-round').waitFor();
  await visit.close();
});

for (const [language, width] of [
  ['fr', 390],
  ['en', 1440],
]) {
  test(`a check is entered, corrected and deleted from the lot's conditions, in ${language} at ${width}`, async () => {
    const words = WORDS[language];
    const lot = await stage.row(
      `SELECT l.uuid, l.id_seed_lot FROM pr_exsitu.t_seed_lots l JOIN pr_exsitu.t_stock_balances b USING (id_seed_lot)
       WHERE l.id_dataset = 1 AND l.archived_at IS NULL AND b.seeds > 0
         AND NOT EXISTS (SELECT FROM pr_exsitu.t_humidity_checks c JOIN ref_nomenclatures.t_nomenclatures n ON n.id_nomenclature = c.id_nomenclature_level
                         WHERE c.id_seed_lot = l.id_seed_lot AND n.cd_nomenclature = 'hum')
       GROUP BY l.id_seed_lot HAVING count(*) = 1 ORDER BY l.code LIMIT 1`,
    );
    await stage.rows('UPDATE pr_exsitu.t_seed_lots SET oil_content_percent = 29 WHERE id_seed_lot = $1', [lot.id_seed_lot]);
    const visit = await stage.visit({ login: 'jardinier', language, width, at: `/seed-lots/${lot.uuid}?tab=conditions` });
    await visit.qa('check-add').click();
    const form = visit.qa('humidity-check');
    await form.getByLabel(words.erh).fill('13');
    await form.getByLabel(words.temperature).fill('25');
    await visit.qa('dialog-send').click();
    await visit.qa('toast-success').waitFor();
    const [written] = await checksOf(lot.uuid);
    assert.deepEqual([Number(written.equilibrium_humidity), Number(written.temperature), written.today], [13, 25, true]);
    // Cromarty's value, and where it comes from.
    await visit.qa('conditions-now').getByText(language === 'fr' ? '3,88 %' : '3.88 %').waitFor();

    await visit.qa('check-edit').first().click();
    await visit.qa('humidity-check').getByTestId('code-hum').click();
    await visit.qa('dialog-send').click();
    await visit.qa('conditions-now').getByText(words.level, { exact: true }).waitFor();
    const [corrected] = await checksOf(lot.uuid);
    assert.deepEqual([corrected.uuid, corrected.level, corrected.version], [written.uuid, 'hum', 2]);

    await visit.qa('check-delete').first().click();
    await visit.qa('confirm-yes').click();
    await visit.qa('conditions-now').getByText(words.level, { exact: true }).waitFor({ state: 'detached' });
    assert.equal((await checksOf(lot.uuid)).some((check) => check.uuid === written.uuid), false);
    await visit.close();
  });
}

test('a lot is dried again, and its conditions say so', async () => {
  const lot = await stage.row(
    `SELECT l.uuid FROM pr_exsitu.t_seed_lots l JOIN pr_exsitu.t_stock_balances b USING (id_seed_lot)
     WHERE l.id_dataset = 1 AND l.archived_at IS NULL AND b.seeds > 0 ORDER BY l.code DESC LIMIT 1`,
  );
  const visit = await stage.visit({ login: 'jardinier', width: 390, at: `/seed-lots/${lot.uuid}?tab=conditions` });
  await visit.qa('drying-add').click();
  await visit.qa('redrying').getByLabel('Température').fill('15');
  await visit.qa('redrying').getByLabel('Humidité').fill('12,5');
  await visit.qa('dialog-send').click();
  await visit.qa('periods').getByText('Nouveau séchage').waitFor();
  const dryings = () =>
    stage.rows(
      `SELECT d.* FROM pr_exsitu.t_dryings d JOIN pr_exsitu.t_seed_lots l USING (id_seed_lot) WHERE l.uuid = $1`,
      [lot.uuid],
    );
  const [written] = await dryings();
  assert.deepEqual([Number(written.temperature), Number(written.humidity), written.date_end], [15, 12.5, null]);
  await visit.qa('drying-delete').click();
  await visit.qa('confirm-yes').click();
  await visit.qa('drying-delete').waitFor({ state: 'detached' });
  assert.deepEqual(await dryings(), []);
  await visit.close();
});

test('the places that a lot stood in follow the move of its box', async () => {
  const lot = await stage.row(
    `SELECT l.uuid FROM pr_exsitu.t_stock_balances b JOIN pr_exsitu.t_places p USING (id_place) JOIN pr_exsitu.t_seed_lots l USING (id_seed_lot)
     JOIN pr_exsitu.t_stock_movements m ON m.id_seed_lot = l.id_seed_lot AND m.id_place = p.id_place
     WHERE p.code = 'CONG1-E1-B01' AND b.seeds > 0 AND l.id_dataset = 1 AND m.effective_date < '2022-03-14' ORDER BY l.code LIMIT 1`,
  );
  const visit = await stage.visit({ login: 'jardinier', at: `/seed-lots/${lot.uuid}?tab=conditions` });
  const periods = visit.qa('periods');
  await periods.getByText('depuis le 14/03/2022').waitFor();
  await periods.getByText('CF1 ›').waitFor();
  await periods.getByText('4 °C').waitFor();
  await visit.close();
});
