import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderIndexes } from '../../tools/folder-index.ts';
import { generatedDocuments } from '../../tools/generated-documents.ts';

test.each([...folderIndexes(), ...generatedDocuments()])(
  '%s is what `npm run generate` writes',
  (file, content) => {
    expect(readFileSync(join(import.meta.dirname, '../..', file), 'utf8')).toBe(content);
  },
);
