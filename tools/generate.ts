import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { generatedFiles } from './generated-files.ts';

for (const [file, content] of generatedFiles()) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
