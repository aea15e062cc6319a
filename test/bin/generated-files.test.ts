import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedFiles } from '../../bin/generated-files';

test.each([...generatedFiles()])('%s is what `npm run generate` writes', (file, content) => {
  expect(readFileSync(join(__dirname, '../..', file), 'utf8')).toBe(content);
});
