import { basename } from 'node:path';
import type { Problem } from '../../model/problem.ts';
import type { LoadedFiles } from '../config.ts';
import { problemAt } from '../problem-at.ts';

/** The folder is the list of vendors: a file bears the slug of the vendor it describes. */
export function fileNames({ vendors }: LoadedFiles): Problem[] {
  return vendors.flatMap(({ value, source }) =>
    basename(source.file) === `${value.vendor}.yaml`
      ? []
      : [
          problemAt(source, ['vendor'], {
            code: 'CFG-FILE-NAME',
            got: `vendor: ${value.vendor} in ${basename(source.file)}`,
            expected: `the file name without .yaml: ${basename(source.file, '.yaml')}`,
            fix: `rename the file to ${value.vendor}.yaml, or mend the slug`,
          }),
        ],
  );
}
