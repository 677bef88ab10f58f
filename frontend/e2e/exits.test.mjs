// Exits: released plants are followed. What the screen says was done is read back from the database.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Stage } from './stage.mjs';

let stage;
before(async () => (stage = await Stage.open({ lots: 200 })));
after(() => stage.close());

const WORDS = {
  fr: { alive: 'Vivantes', dead: 'Mortes', visit: 'Relevé enregistré' },
  en: { alive: 'Alive', dead: 'Dead', visit: 'Visit saved' },
};

for (const [language, width] of [['fr', 390], ['en', 1440]]) {
  const words = WORDS[language];

  test(`released plants are followed, in ${language} at ${width} px`, async () => {
    const exit = await stage.row(
      `SELECT uuid, id, quantity, dead, last_alive, follow_ups FROM pr_exsitu.v_exits
       WHERE follow_ups > 0 AND last_alive > 3 AND id_dataset = 1 ORDER BY exit_date DESC, id LIMIT 1`,
    );
    const visit = await stage.visit({ login: 'jardinier', at: `/exits/${exit.uuid}`, width, language });
    await visit.qa('follow').click();
    const form = visit.qa('follow-up');
    await form.getByLabel(words.alive).fill(String(exit.last_alive - 2));
    await form.getByLabel(words.dead).fill('1');
    await visit.qa('dialog-send').click();
    await visit.page.getByText(words.visit).first().waitFor();
    const after = await stage.row('SELECT dead, last_alive, follow_ups FROM pr_exsitu.v_exits WHERE id = $1', [exit.id]);
    assert.deepEqual(after, { dead: exit.dead + 1, last_alive: exit.last_alive - 2, follow_ups: exit.follow_ups + 1 });
    await visit.qa('follow-ups').locator('tbody tr').nth(after.follow_ups - 1).waitFor();
    await visit.close();
  });
}
