// Packs again what `ng build` cut for the lazy screens: esbuild makes a file of each set of modules that the same
// screens share, dozens of one kilobyte that a phone asks for six at a time. Here: one file of the libraries that the
// application begins with and one of the rest of it, one of what records share, one of what forms and lists share, two
// an area: what its record shares with its other screens, what these share; and the screens. A screen is asked for
// together with all that it imports, not after it was read.
import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { rolldown } from 'rolldown';

const dist = new URL('../dist/', import.meta.url).pathname;
/** Bytes under which a file is not worth a request. */
const SMALL = 1000;

const { outputs } = JSON.parse(await readFile(`${dist}stats.json`, 'utf8'));
const before = (await readdir(dist)).filter((name) => name.endsWith('.js'));
const files = new Map(await Promise.all(before.map(async (name) => [name, await readFile(dist + name, 'utf8')])));

// GeoNature's door may ask for `main.js?try=1`: nothing that others import is in it, or there would be two of it.
const early = built('main.js');
const started = built(dynamic('main.js')[0]);
/** The screens, which the routes ask for. */
const screens = new Set([...started].flatMap(dynamic));
const beside = (name) => (name !== 'main.js' && early.has(name) ? 'early' : null);
const merged = await packed(files, beside);
const [application] = merged.get('main.js').dynamicImports;
const initial = closure(application, merged);
const groups = groupsOf();
const chunks = await packed(new Map([...merged].map(([name, chunk]) => [name, chunk.code])), (name) => {
  const { moduleIds } = merged.get(name);
  if (name === 'main.js') return null;
  if (moduleIds.some(beside)) return 'early';
  if (!initial.has(name)) return groups.get(moduleIds[0]) ?? null;
  if (!moduleIds.every(isLibrary)) return 'first';
  return moduleIds.some((id) => holds(id, '@angular/core/')) ? 'core' : 'libraries';
});

for (const [name, { imports }] of chunks) {
  const loop = imports.find((imported) => closure(imported, chunks).has(name));
  if (loop !== undefined) throw new Error(`the groups import each other: ${name} and ${loop}`);
}

const [start] = chunks.get('main.js').dynamicImports;
const first = new Set([...closure('main.js', chunks), ...closure(start, chunks)]);
await Promise.all([...before, 'stats.json'].map((name) => rm(dist + name)));
for (const [name, chunk] of chunks) await writeFile(dist + named(name), named(name === 'main.js' ? inTurn(chunk.code) : together(chunk.code)));
const page = await readFile(`${dist}index.html`, 'utf8');
const links = [...first].filter((name) => name !== 'main.js').map((name) => `<link rel="modulepreload" href="${named(name)}">`);
const listed = `<script type="application/json" id="ex-screens">${named(JSON.stringify(screensOf()))}</script>`;
const told = page.replaceAll(/<link rel="modulepreload" href="chunk-[^>]*>/g, '').replace('</head>', `${links.join('')}${listed}</head>`);
await writeFile(`${dist}index.html`, told);
console.log(`chunks: ${before.length} files, ${chunks.size} now`);

/** Chunks by their names. */
async function packed(modules, group) {
  const bundle = await rolldown({
    input: 'main.js',
    plugins: [
      {
        name: 'in-memory',
        resolveId: (source) => source.replace('./', ''),
        load: (name) => modules.get(name) ?? null,
      },
    ],
    ...(group && { preserveEntrySignatures: 'allow-extension' }),
  });
  const { output } = await bundle.generate({
    // Names and code were made small before.
    minify: { compress: false, mangle: false },
    entryFileNames: '[name].js',
    chunkFileNames: 'chunk-[hash:8].js',
    hashCharacters: 'base36',
    ...(group && { codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: group, debugName: 'shared' }] } }),
  });
  await bundle.close();
  return new Map(output.map((chunk) => [chunk.fileName, chunk]));
}

/** The files that `ng build` made of one and of all that it imports. */
function built(name, seen = new Set()) {
  if (!seen.has(name)) for (const { path } of imported(name, 'import-statement')) built(path, seen.add(name));
  return seen.add(name);
}

function imported(name, kind) {
  return outputs[name].imports.filter((one) => one.kind === kind);
}

function dynamic(name) {
  return imported(name, 'dynamic-import').map(({ path }) => path);
}

/** Is a file that `ng build` made of others' code? */
function isLibrary(name) {
  const { inputs, bytes } = outputs[name];
  const own = Object.entries(inputs).filter(([input]) => !input.startsWith('node_modules/'));
  return own.reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0) * 10 < bytes;
}

function holds(name, module) {
  return Object.keys(outputs[name].inputs).some((input) => input.includes(`node_modules/${module}`));
}

/** The files that `ng build` made which a chunk is made of. */
function builtOf(name) {
  return chunks.get(name).moduleIds.flatMap((id) => merged.get(id)?.moduleIds ?? []).filter((file) => file in outputs);
}

/** The files of the home page and of the record of each area by their addresses, with the words by their language. */
function screensOf() {
  const entries = new Map([...chunks.keys()].flatMap((name) => builtOf(name).map((file) => [outputs[file].entryPoint ?? '', name])));
  const wordsOf = (folders, language) => folders.map((folder) => entries.get(`src/${folder}${language}.json`)).filter(Boolean);
  const found = {};
  for (const [entry, name] of entries) {
    if (!builtOf(name).some((file) => screens.has(file))) continue;
    const [, area, record] = /^src\/app\/([^/]+)\/(record\/)?[^/]+\.ts$/.exec(entry) ?? [];
    if (area !== 'home' && record === undefined) continue;
    const files = closure(name, chunks);
    const counts = [...files].some((one) => builtOf(one).some((file) => Object.keys(outputs[file].inputs).some((input) => input.startsWith('src/app/counting/'))));
    const folders = ['i18n/', 'i18n/enums.', `app/${area}/i18n/`, ...(counts ? ['app/counting/i18n/'] : [])];
    for (const language of ['fr', 'en']) {
      const all = [...wordsOf(folders, language), ...files].filter((one) => !first.has(one)).map((one) => `./${one}`);
      found[`${language}/${area === 'home' ? '' : `${area}/record`}`] = all;
    }
  }
  return found;
}

/** The group of each file that several screens share, by its name. */
function groupsOf() {
  /** What reads each file: `sowings/record`, the folder of a screen, or `later`. */
  const readers = new Map();
  for (const lazy of new Set(Object.keys(outputs).filter((name) => name.endsWith('.js')).flatMap(dynamic))) {
    const folder = /^src\/app\/(.+)\/[^/]+$/.exec(outputs[lazy].entryPoint ?? '')?.[1];
    // The page of the kit has all of it, the login page nothing of ours.
    if (folder === 'kit' || folder === 'login') continue;
    for (const file of built(lazy)) {
      if (started.has(file) || file === lazy) continue;
      readers.set(file, [...(readers.get(file) ?? []), screens.has(lazy) && folder ? folder : 'later']);
    }
  }
  const forms = Object.keys(outputs).find((name) => holds(name, '@angular/forms/'));
  const found = new Map();
  for (const [file, folders] of readers) {
    const records = folders.filter((folder) => folder.endsWith('/record')).length;
    const areas = new Set(folders.filter((folder) => folder !== 'later').map((folder) => folder.split('/')[0]));
    const isSmall = outputs[file].bytes < SMALL;
    if (file === forms) found.set(file, '@angular/forms');
    else if (areas.has('home')) found.set(file, 'home');
    else if (!built(file).has(forms) && areas.size > 1 && (records > 1 || (records === 1 && isSmall))) found.set(file, 'records');
    else if (areas.size > 1) found.set(file, 'forms');
    else if (areas.size === 1) found.set(file, `${[...areas][0]} ${records}`);
  }
  return found;
}

/** The names of a chunk and of all that it imports. */
function closure(name, among, seen = new Set()) {
  if (seen.has(name)) return seen;
  seen.add(name);
  for (const imported of among.get(name)?.imports ?? []) closure(imported, among, seen);
  return seen;
}

/** The code of `main.js`, which reads the libraries one after the other before the rest: a phone can draw in between. */
function inTurn(code) {
  const libraries = [...closure(start, chunks)].filter((name) => builtOf(name).length > 0 && builtOf(name).every(isLibrary)).reverse();
  const steps = libraries.map((name) => `await import("./${name}"),await new Promise((go)=>setTimeout(go)),`);
  return code.replace(/await import\([`"']\.\/chunk-[a-z0-9]{8}\.js[`"']\)/, (last) => `(${steps.join('')}${last})`);
}

/** The code, where each lazy chunk is asked for together with what it imports. */
function together(code) {
  return code.replaceAll(/import\([`"']\.\/(chunk-[a-z0-9]{8}\.js)[`"']\)/g, (lazy, name) => {
    const others = [...closure(name, chunks)].filter((other) => other !== name && !first.has(other));
    // A file that does not come is missed by the chunk itself, which says so.
    return others.length === 0 ? lazy : `(${others.map((other) => `import("./${other}").catch(()=>{}),`).join('')}${lazy})`;
  });
}

/** The service keeps for ever the names that have eight capitals or digits. */
function named(text) {
  return text.replaceAll(/chunk-[a-z0-9]{8}\.js/g, (name) => `chunk-${name.slice(6, 14).toUpperCase()}.js`);
}
