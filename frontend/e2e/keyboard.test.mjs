// The first journey without a mouse: from the login to the closed sowing, each step by the keys alone.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { balance, richLot, sowingOf } from './journey.mjs';
import { Stage } from './stage.mjs';

const FAR = 120;

let stage;
before(async () => (stage = await Stage.open({ lots: 120 })));
after(() => stage.close());

/** Presses Tab until the element, or something in it, has the focus; the focus must be seen. */
async function reach(visit, element) {
  await element.waitFor();
  const here = () => element.evaluate((target) => target.contains(document.activeElement));
  for (let presses = 0; !(await here()); presses++) {
    assert.ok(presses < FAR, `${element} is not reached by Tab`);
    await visit.page.keyboard.press('Tab');
  }
  const seen = await visit.page.evaluate(() => {
    const { outlineStyle, boxShadow } = getComputedStyle(document.activeElement);
    return outlineStyle !== 'none' || boxShadow !== 'none';
  });
  assert.ok(seen, `${element} has the focus and does not show it`);
}

async function press(visit, element, key = 'Enter') {
  await reach(visit, element);
  await visit.page.keyboard.press(key);
}

async function write(visit, element, text) {
  await reach(visit, element);
  await visit.page.keyboard.press('ControlOrMeta+A');
  await visit.page.keyboard.type(text);
}

test('the journey by keyboard alone', async () => {
  const lot = await richLot(stage);
  const before = await balance(stage, lot.uuid);
  const visit = await stage.visit({});
  const { page } = visit;

  await write(visit, page.locator('#ex-login'), 'jardinier');
  await write(visit, page.locator('#ex-password'), 'demo');
  await page.keyboard.press('Enter');
  await visit.qa('home-sow').waitFor();

  await press(visit, page.locator('exsitu-app nav a[href$="/seed-lots"]'));
  await write(visit, page.locator('input[type=search]'), lot.code);
  await visit.qa('list-count').getByText(/^\s*1 /).waitFor();
  await press(visit, page.getByRole('link', { name: lot.code }).first());
  await press(visit, visit.qa('lot-sow'));

  await visit.qa('source-place').waitFor();
  await press(visit, visit.qa('next'));
  await write(visit, page.locator('#ex-sown-value'), '60');
  await press(visit, visit.qa('next'));
  await press(visit, visit.qa('common-soaking'));
  await press(visit, visit.qa('next'));
  await page.locator('#ex-how-place, [data-qa=how-more]').first().waitFor();
  await press(visit, visit.qa('next'));
  await press(visit, visit.qa('confirm'));
  await visit.qa('figures').waitFor();
  const uuid = /\/sowings\/([0-9a-f-]{36})/.exec(visit.at)[1];
  assert.equal(await balance(stage, lot.uuid), before - 60);

  const change = async (to, more = async () => undefined) => {
    await press(visit, visit.qa(`to-${to}`));
    await visit.qa('transition').waitFor();
    await more();
    await press(visit, visit.qa('dialog-send'));
    await visit.qa('transition').waitFor({ state: 'detached' });
  };
  await change('sown');

  await press(visit, visit.qa('count'));
  await reach(visit, visit.qa('entry-grid'));
  // The first cell of each tray: a number, and Enter goes to the next tray.
  for (const emerged of ['3', '2', '0', '12']) {
    await page.keyboard.type(emerged);
    await page.keyboard.press('Enter');
  }
  await press(visit, visit.qa('count-save'));
  await visit.qa('counted').waitFor();
  assert.equal((await sowingOf(stage, uuid)).emerged, 17);
  await press(visit, page.locator(`a[href$="/sowings/${uuid}"]`).last());

  await press(visit, visit.qa('undo-visit').first());
  await write(visit, page.locator('#ex-confirm-reason'), 'Mauvais bac');
  await press(visit, visit.qa('confirm-yes'));
  await visit.qa('visit-reversed').waitFor();
  assert.equal((await sowingOf(stage, uuid)).emerged, 0);

  await change('emergence_ended');
  await change('closed', () => press(visit, page.locator('#ex-transition-outcome'), 'Space'));
  assert.equal((await sowingOf(stage, uuid)).state, 'closed');
  await visit.close();
});
