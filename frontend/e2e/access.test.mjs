// Every screen, at both widths: no violation of WCAG that axe knows, nothing wider than a phone of 360 px.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { overflow, violations } from './axe.mjs';
import { SCREENS } from './screens.mjs';
import { Stage } from './stage.mjs';

let stage;
before(async () => (stage = await Stage.open({ lots: 300 })));
after(() => stage.close());

for (const width of [1440, 360]) {
  for (const [name, screen] of Object.entries(SCREENS)) {
    test(`${name} at ${width} px`, async () => {
      const at = await screen.at(stage);
      const visit = await stage.visit({ login: screen.login, width, at });
      await screen.ready(visit);
      assert.deepEqual(await violations(visit.page), []);
      assert.equal(await overflow(visit.page), 0, 'wider than the screen');
      await visit.close();
    });
  }
}
