import { basename } from 'node:path';
import type { Finding } from '../../model/finding.ts';
import type { LoadedFiles } from '../config.ts';
import { findingAt } from '../finding-at.ts';

/** The folder is the list of vendors: a file bears the slug of the vendor it describes. */
export function fileNames({ vendors }: LoadedFiles): Finding[] {
  return vendors.flatMap(({ value, source }) =>
    basename(source.file) === `${value.vendor}.yaml`
      ? []
      : [
          findingAt(source, ['vendor'], {
            code: 'CFG-FILE-NAME',
            got: `vendor: ${value.vendor} in ${basename(source.file)}`,
            expected: `the file name without .yaml: ${basename(source.file, '.yaml')}`,
            fix: `rename the file to ${value.vendor}.yaml, or mend the slug`,
          }),
        ],
  );
}
