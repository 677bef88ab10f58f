// The translations are whole: both languages have the same keys, every key used exists, every key
// is used, every code of the API's closed lists has a label.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';

const root = new URL('../src/', import.meta.url).pathname;
const files = readdirSync(root, { recursive: true }).map((name) => join(root, name));
const sources = files
  .filter((name) => /\.(ts|html)$/.test(name) && !/\.(spec|gen)\.ts$/.test(name))
  // Comments show keys as examples.
  .map((name) => readFileSync(name, 'utf8').replaceAll(/\/\*\*[\s\S]*?\*\//g, ''))
  .join('\n');

/** Keys of a file, `a.b.c`, with their texts. */
function flat(value, prefix = '') {
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' ? [[prefix + key, inner]] : flat(inner, `${prefix}${key}.`),
  );
}

function words(language) {
  const named = files.filter((name) => new RegExp(`i18n/(.*\\.)?${language}\\.json$`).test(name));
  const all = named.flatMap((name) => flat(JSON.parse(readFileSync(name, 'utf8'))));
  const twice = all.map(([key]) => key).filter((key, i, keys) => keys.indexOf(key) !== i);
  assert.deepEqual(twice, [], `keys of ${language} that stand in two files`);
  return new Map(all);
}

const fr = words('fr');
const en = words('en');
const placeholders = (text) => (text.match(/\{\{\s*\w+\s*\}\}/g) ?? []).map((p) => p.replaceAll(/\s/g, '')).sort();
/** Built in code from a code of the API or of a validator. */
const isDynamic = (key) => key.startsWith('enum.') || key.startsWith('form.error.');
const literals = new Set(sources.match(/(?<=['"`])[a-z][a-z0-9_]*(\.[a-z0-9_]+)+(?=['"`])/g));

test('French and English have the same keys and the same placeholders', () => {
  assert.deepEqual([...fr.keys()].sort(), [...en.keys()].sort());
  for (const [key, text] of fr) assert.deepEqual(placeholders(text), placeholders(en.get(key) ?? ''), key);
});

test('every key is used', () => {
  const used = (key) => literals.has(key) || literals.has(key.replace(/_(one|other)$/, ''));
  assert.deepEqual([...fr.keys()].filter((key) => !isDynamic(key) && !used(key)), []);
});

test('every key used exists', () => {
  const groups = new Set([...fr.keys()].map((key) => key.split('.')[0]));
  const exists = (key) => fr.has(key) || (fr.has(`${key}_one`) && fr.has(`${key}_other`));
  // `form.controls.code` is an expression of a template, not a key.
  const isKey = (key) => groups.has(key.split('.')[0]) && !/\.(controls|value)\b/.test(key);
  const missing = [...literals].filter((key) => isKey(key) && !exists(key));
  assert.deepEqual(missing, []);
});

test('every code of the closed lists of the API has a label', () => {
  const document = JSON.parse(readFileSync(new URL('../../openapi/openapi.json', import.meta.url), 'utf8'));
  const snake = (name) => name.replace(/Code$/, '').replace(/(?<=[a-z])[A-Z]/g, '_$&').toLowerCase();
  // A warning comes with its words.
  const lists = Object.entries(document.components.schemas).filter(
    ([name, schema]) => Array.isArray(schema.enum) && name !== 'WarningCode',
  );
  const missing = lists.flatMap(([name, schema]) =>
    schema.enum.map((code) => `enum.${snake(name)}.${code}`).filter((key) => !fr.has(key)),
  );
  assert.deepEqual(missing, []);
});
