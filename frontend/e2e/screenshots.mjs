// `npm run screenshots [name…]`: every screen and state at both widths, through both doors, into screenshots/.
import { mkdir } from 'node:fs/promises';
import { SCREENS } from './screens.mjs';
import { Stage } from './stage.mjs';

const folder = new URL('../screenshots/', import.meta.url).pathname;
const wanted = process.argv.slice(2);
await mkdir(folder, { recursive: true });

const stage = await Stage.open({ lots: 3481 });
try {
  for (const [name, screen] of Object.entries(SCREENS)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const at = await screen.at(stage);
    for (const door of screen.doors ?? ['page']) {
      for (const width of [1440, 390]) {
        const visit = await stage.visit({ door, login: screen.login, width, at });
        await screen.ready(visit);
        const file = `${folder}${name}${door === 'module' ? '-module' : ''}-${width}.png`;
        await visit.page.screenshot({ path: file });
        console.log(file);
        await visit.close();
      }
    }
  }
} finally {
  await stage.close();
}
