import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { folderIndexes } from './folder-index.ts';

// `npm run generate`. The indexes come first, and nothing that reads them is loaded before they are written:
// a stale index names files that are gone.
write(folderIndexes());
const { generatedDocuments } = await import('./generated-documents.ts');
write(generatedDocuments());

function write(files: ReadonlyMap<string, string>): void {
  for (const [file, content] of files) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}
