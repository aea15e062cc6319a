import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { refreshHandlers } from './handler-permissions.ts';

// npm run refresh:handlers -- FOLDER YYYY-MM-DD [TYPE...]
const [folder, asOf = '', ...types] = process.argv.slice(2);
if (folder === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(asOf)) {
  process.stderr.write(
    'got no folder or no date, expected: npm run refresh:handlers -- FOLDER YYYY-MM-DD [TYPE...]\n' +
      'FOLDER: CloudformationSchema.zip, unpacked; the date of the download\n',
  );
  process.exit(2);
}
const target = join(import.meta.dirname, '../policies/proofs/deployment/handler-permissions.ts');
writeFileSync(target, refreshHandlers(folder, asOf, types));
