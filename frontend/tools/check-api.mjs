// Fails when src/api/schema.gen.ts is not what openapi/openapi.json gives: type `npm run api`.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'exsitu-api-'));
const fresh = join(folder, 'schema.gen.ts');
try {
  const command = JSON.parse(readFileSync('package.json', 'utf8')).scripts.api;
  execFileSync('npx', command.replace('src/api/schema.gen.ts', fresh).split(' '), {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (readFileSync(fresh, 'utf8') !== readFileSync('src/api/schema.gen.ts', 'utf8')) {
    console.error('src/api/schema.gen.ts is not of openapi/openapi.json: type npm run api');
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true });
}
