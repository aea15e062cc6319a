import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiAsMarkdown } from './api/api-as-markdown.ts';
import { extractApi } from './api/extract-api.ts';
import { undocumented } from './api/undocumented.ts';

// `npm run api`: docs/api from the declarations in dist. An export without a docstring ends with 1. With --check
// nothing is written, and a stale page ends with 1 too.
const root = join(import.meta.dirname, '..');
const folder = join(root, 'docs', 'api');
const check = process.argv.includes('--check');
const faults: string[] = [];

const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const missing: string[] = [];
for (const [path, target] of Object.entries<{ types?: string } | string>(exports)) {
  if (typeof target === 'string' || !target.types) continue;
  const items = extractApi(root, target.types);
  const specifier = path.replace(/^\./, 'closed-room');
  // References name the package, not the entry.
  missing.push(...undocumented(items).map((name) => name.replace(/^[^!]*/, specifier)));
  const file = join(folder, `${path === '.' ? 'constructs' : path.slice(2)}.md`);
  const page = apiAsMarkdown(specifier, items);
  if (!check) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, page);
  } else if (!existsSync(file) || readFileSync(file, 'utf8') !== page)
    faults.push(`${file}: stale; write it with npm run api`);
}

for (const name of missing) faults.push(`${name}: got no docstring, expected one`);
for (const fault of faults) process.stderr.write(`${fault}\n`);
process.exitCode = faults.length > 0 ? 1 : 0;
