// Leaves in the page door's styles what its templates use of Bootstrap. Icons stay whole: GeoNature's menu names its own.
import { writeFile } from 'node:fs/promises';
import { PurgeCSS } from 'purgecss';

const root = new URL('../', import.meta.url).pathname;
const [trimmed] = await new PurgeCSS().purge({
  content: [`${root}src/**/*.html`, `${root}src/**/*.ts`],
  css: [`${root}dist/standalone.css`],
  // Icons, and what is composed: `alert-{{ kind }}`, `badge-{{ colour }}`.
  safelist: [/^fa/, /^alert-/, /^badge-/],
});
await writeFile(`${root}dist/standalone.css`, trimmed.css);
