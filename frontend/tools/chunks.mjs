// Packs again what `ng build` cut for the lazy screens: esbuild makes a file of each set of modules that the same
// screens share, dozens of one kilobyte that a phone asks for six at a time. Here: one file of what `main.js` begins
// with, one of what records share, one of what forms and lists share, two an area: what its record shares with its
// other screens, what these share; and the screens. A screen is asked for together with all that it imports, not after
// it was read.
import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { rolldown } from 'rolldown';

const dist = new URL('../dist/', import.meta.url).pathname;
/** Bytes under which a file is not worth a request. */
const SMALL = 1000;

const { outputs } = JSON.parse(await readFile(`${dist}stats.json`, 'utf8'));
const before = (await readdir(dist)).filter((name) => name.endsWith('.js'));
const files = new Map(await Promise.all(before.map(async (name) => [name, await readFile(dist + name, 'utf8')])));

// First what `main.js` imports is merged, then the rest is grouped. GeoNature's door may ask for `main.js?try=1`: nothing
// that others import stays in it, or there would be two of it.
const merged = await packed(files);
const groups = groupsOf(outputs);
const initial = closure('main.js', merged);
const code = new Map([...merged].map(([name, chunk]) => [name, chunk.code.replaceAll('"./main.js"', '"./first.js"')]));
code.set('first.js', code.get('main.js')).set('main.js', 'import "./first.js";');
const groupOf = (name) => {
  if (name === 'main.js') return null;
  return name === 'first.js' || initial.has(name) ? 'first' : (groups.get(merged.get(name).moduleIds[0]) ?? null);
};
const chunks = await packed(code, groupOf);

for (const [name, { imports }] of chunks) {
  const loop = imports.find((imported) => closure(imported, chunks).has(name));
  if (loop !== undefined) throw new Error(`the groups import each other: ${name} and ${loop}`);
}

const first = closure('main.js', chunks);
await Promise.all([...before, 'stats.json'].map((name) => rm(dist + name)));
for (const [name, chunk] of chunks) await writeFile(dist + named(name), named(together(chunk.code)));
const page = await readFile(`${dist}index.html`, 'utf8');
const links = [...first].filter((name) => name !== 'main.js').map((name) => `<link rel="modulepreload" href="${named(name)}">`);
const told = page.replaceAll(/<link rel="modulepreload" href="chunk-[^>]*>/g, '').replace('</head>', `${links.join('')}</head>`);
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

/** The group of each file that several screens share, by its name. */
function groupsOf(built) {
  const imported = (name, of) => built[name].imports.filter(({ kind }) => kind === of).map(({ path }) => path);
  const reached = (name, seen = new Set()) => {
    if (!seen.has(name)) for (const path of imported(name, 'import-statement')) reached(path, seen.add(name));
    return seen.add(name);
  };
  const initial = reached('main.js');
  const screens = new Set([...initial].flatMap((name) => imported(name, 'dynamic-import')));
  /** What reads each file: `sowings/record`, the folder of a screen, or `later`. */
  const readers = new Map();
  for (const lazy of new Set(Object.keys(built).flatMap((name) => imported(name, 'dynamic-import')))) {
    const folder = /^src\/app\/(.+)\/[^/]+$/.exec(built[lazy].entryPoint ?? '')?.[1];
    // The page of the kit has all of it, the login page nothing of ours.
    if (folder === 'kit' || folder === 'login') continue;
    for (const file of reached(lazy)) {
      if (initial.has(file) || file === lazy) continue;
      readers.set(file, [...(readers.get(file) ?? []), screens.has(lazy) && folder ? folder : 'later']);
    }
  }
  const holds = (name, module) => Object.keys(built[name].inputs).some((input) => input.includes(module));
  const forms = Object.keys(built).find((name) => holds(name, '@angular/forms/'));
  const found = new Map();
  for (const [file, folders] of readers) {
    const records = folders.filter((folder) => folder.endsWith('/record')).length;
    const areas = new Set(folders.filter((folder) => folder !== 'later').map((folder) => folder.split('/')[0]));
    const isSmall = built[file].bytes < SMALL;
    if (file === forms) found.set(file, '@angular/forms');
    else if (areas.has('home')) found.set(file, 'home');
    else if (!reached(file).has(forms) && areas.size > 1 && (records > 1 || (records === 1 && isSmall))) found.set(file, 'records');
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
