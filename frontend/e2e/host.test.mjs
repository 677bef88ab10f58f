// The host's own page is the same before the module was seen and after.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Stage } from './stage.mjs';

let stage;
before(async () => (stage = await Stage.open({ lots: 40 })));
after(() => stage.close());

/** What the host's page looks like once it is still. */
async function look({ page }) {
  await page.getByRole('heading', { name: 'Accueil' }).waitFor();
  await page.mouse.move(0, 0);
  await page.waitForLoadState('networkidle');
  let last = await glance(page);
  for (let glances = 0; glances < 20; glances++) {
    const now = await glance(page);
    if (now.pixels === last.pixels && JSON.stringify(now.styles) === JSON.stringify(last.styles)) return now;
    last = now;
  }
  throw new Error('the page is never still');
}

/** Its pixels, and the computed style of each of its elements. */
async function glance(page) {
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)));
  const styles = await page.evaluate(() =>
    [...document.querySelectorAll('app-home, app-home *')].map((element) => {
      const style = getComputedStyle(element);
      // Angular numbers what it animates.
      const name = `${element.tagName} ${element.className}`.replace(/ng-tns-\S+/g, '');
      return { name, style: Object.fromEntries([...style].map((property) => [property, style.getPropertyValue(property)])) };
    }),
  );
  return { styles, pixels: (await page.locator('app-home').screenshot()).toString('base64') };
}

/** What an element has now that it had otherwise. */
function differences(before, after) {
  if (before.name !== after?.name) return [`${before.name} is ${after?.name}`];
  const changed = Object.entries(before.style).filter(([property, value]) => after.style[property] !== value);
  return changed.map(([property, value]) => `${before.name}: ${property} ${value} is ${after.style[property]}`);
}

test("a visit of the module leaves the host's widgets as they were", async () => {
  const visit = await stage.visit({ door: 'module', login: 'jardinier', at: '/seed-lots' });
  await visit.page.goto(visit.base.replace(/#.*/, '#/'));
  await visit.page.reload();
  await visit.page.getByRole('heading', { name: 'Accueil' }).waitFor();
  const bare = await look(visit);
  await visit.qa('gn-sidenav-link-EXSITU').click();
  await visit.qa('home-sow').waitFor();
  // A dialog, a menu and a chart's screen bring what they need to the page, too.
  await visit.page.getByRole('link', { name: 'Lots', exact: true }).click();
  await visit.qa('columns').click();
  await visit.page.keyboard.press('Escape');
  await visit.page.locator('.row-line[aria-rowindex="2"] a').first().click();
  await visit.qa('lot-move').click();
  await visit.qa('dialog-send').waitFor();
  await visit.page.keyboard.press('Escape');
  await visit.qa('gn-home').click();
  const seen = await look(visit);
  assert.ok(bare.styles.length > 50, 'the host shows something');
  const changed = bare.styles.flatMap((before, n) => differences(before, seen.styles[n]));
  assert.deepEqual(changed, []);
  assert.equal(seen.styles.length, bare.styles.length);
  assert.equal(seen.pixels, bare.pixels, 'the pixels differ');
  await visit.close();
});
