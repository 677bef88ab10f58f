// The first journey, everywhere: log in, find a lot, sow, treat, count three times, undo a count, finish.
// Each step is read back from the database.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { balance, change, count, logIn, richLot, sow, sowingOf } from './journey.mjs';
import { EVERYWHERE, Stage } from './stage.mjs';

let stage;
before(async () => (stage = await Stage.open({ lots: 300 })));
after(() => stage.close());

for (const [n, { door, language, width }] of EVERYWHERE.entries()) {
  test(`the journey through the ${door} door, in ${language}, at ${width} px`, async () => {
    const lot = await richLot(stage, n);
    const before = await balance(stage, lot.uuid);
    const visit = await stage.visit({ door, language, width });

    await logIn(visit);
    await visit.qa('home-sow').waitFor();
    await visit.page.locator('exsitu-app nav a[href$="/seed-lots"]').click();
    await visit.page.locator('input[type=search]').fill(lot.code);
    await visit.qa('list-count').getByText(/^\s*1 /).waitFor();
    await visit.page.getByRole('link', { name: lot.code }).first().click();
    await visit.qa('lot-sow').click();

    const uuid = await sow(visit, { seeds: 60 });
    const sown = await sowingOf(stage, uuid);
    assert.deepEqual(
      { sown: sown.sown, unit: sown.sown_unit, replicates: sown.replicates, steps: sown.steps, state: sown.state },
      { sown: 60, unit: 'seed', replicates: 4, steps: 1, state: 'in_pretreatment' },
    );
    assert.equal(await balance(stage, lot.uuid), before - 60);
    await change(visit, 'sown');
    assert.equal((await sowingOf(stage, uuid)).state, 'sown');

    for (const [emerged, total] of [[[3, 2], 5], [[1, 0, 4], 10], [[2], 12]]) {
      await count(visit, emerged);
      assert.equal((await sowingOf(stage, uuid)).emerged, total);
      await visit.page.locator(`a[href$="/sowings/${uuid}"]`).last().click();
      await visit.qa('figures').waitFor();
    }

    await visit.qa('undo-visit').first().click();
    await visit.page.locator('#ex-confirm-reason').fill('Mauvais bac');
    await visit.qa('confirm-yes').click();
    await visit.qa('visit-reversed').waitFor();
    const undone = await sowingOf(stage, uuid);
    assert.deepEqual([undone.emerged, undone.reversals], [10, 1]);

    await change(visit, 'emergence_ended');
    await change(visit, 'closed', () => visit.page.locator('#ex-transition-outcome').check());
    const closed = await sowingOf(stage, uuid);
    assert.deepEqual([closed.state, closed.outcome, closed.emerged], ['closed', 'success', 10]);
    assert.equal(await balance(stage, lot.uuid), before - 60);
    await visit.close();
  });
}
