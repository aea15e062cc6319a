import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { today } from '../lib/model/clock.ts';
import { readmeBlocks, suiteBlock, withBlocks } from './readme-blocks.ts';

// `npm run readme`: runs the commands the README shows and writes what they print into it. With `--tests` the
// whole suite as well, which takes minutes.
const file = join(import.meta.dirname, '../README.md');
const blocks = await readmeBlocks(today());
if (process.argv.includes('--tests')) blocks.set('tests', suiteBlock());
writeFileSync(file, withBlocks(readFileSync(file, 'utf8'), blocks));
