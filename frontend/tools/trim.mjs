// Leaves in the page door's styles what its templates use of Bootstrap and Font Awesome, and cuts the font in two: the
// icons they name, in a small file that the first screen reads; the whole one stays for those that GeoNature's menu
// names, with `icons.css`.
import { readFile, writeFile } from 'node:fs/promises';
import { PurgeCSS } from 'purgecss';
import subsetFont from 'subset-font';

const root = new URL('../', import.meta.url).pathname;
const dist = `${root}dist/`;
const FACE = /@font-face\{font-family:FontAwesome;[^}]*\}/;
const WHOLE = 'media/fontawesome-webfont.woff2';
const SMALL = 'media/icons.woff2';

const [trimmed] = await new PurgeCSS().purge({
  content: [`${root}src/**/*.html`, `${root}src/**/*.ts`],
  css: [`${dist}standalone.css`],
  // What is composed: `alert-{{ kind }}`, `badge-{{ colour }}`.
  safelist: [/^alert-/, /^badge-/],
});
const every = await readFile(`${dist}icons.css`, 'utf8');
const used = codesOf(trimmed.css);
const others = [...codesOf(every)].filter((code) => !used.has(code));

const characters = [...used].map((code) => String.fromCodePoint(Number.parseInt(code, 16))).join('');
const small = await subsetFont(await readFile(`${dist}${WHOLE}`), characters, { targetFormat: 'woff2' });
await writeFile(`${dist}${SMALL}`, small);
await writeFile(`${dist}standalone.css`, withFace(trimmed.css, SMALL, [...used]));
await writeFile(`${dist}icons.css`, withFace(every, WHOLE, others));

// The page draws its first thing with what it came with.
const page = await readFile(`${dist}index.html`, 'utf8');
const styles = await Promise.all(['styles.css', 'standalone.css'].map((name) => readFile(`${dist}${name}`, 'utf8')));
const links = /<link rel="stylesheet" href="(styles|standalone)\.css">/g;
if (page.match(links)?.length !== 2) throw new Error('the page door has other style sheets than those that are put in it');
await writeFile(`${dist}index.html`, page.replace(links, '').replace('</head>', () => `<style>${styles.join('')}</style></head>`));

/** Code points of the icons that a style sheet draws. */
function codesOf(css) {
  const codes = new Set([...css.matchAll(/content:"\\(f[0-9a-f]{3})"/g)].map(([, code]) => code));
  if (codes.size === 0) throw new Error('a style sheet of the page door has no icon');
  return codes;
}

/** The style sheet with Font Awesome from this file, for these code points. */
function withFace(css, file, codes) {
  if (!FACE.test(css)) throw new Error('a style sheet of the page door has no Font Awesome');
  const range = codes.map((code) => `U+${code}`).join(',');
  const face = `@font-face{font-family:FontAwesome;src:url("./${file}") format("woff2");unicode-range:${range}}`;
  return css.replace(FACE, face);
}
