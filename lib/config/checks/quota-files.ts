import { basename } from 'node:path';
import type { Finding } from '../../model/finding.ts';
import type { LoadedFiles } from '../config.ts';
import { findingAt, placeOf } from '../finding-at.ts';
import type { YamlFile, YamlPath } from '../yaml-file.ts';

/** A file of quotas bears the name of its service, its ids begin with it, and each id stands once. */
export function quotaFiles({ quotas }: LoadedFiles): Finding[] {
  const found: Finding[] = [];
  const seen = new Map<string, { source: YamlFile; path: YamlPath }>();
  for (const { value, source } of quotas) {
    if (basename(source.file) !== `${value.service}.yaml`)
      found.push(
        findingAt(source, ['service'], {
          code: 'CFG-FILE-NAME',
          got: `service: ${value.service} in ${basename(source.file)}`,
          expected: `the file ${value.service}.yaml`,
          fix: 'rename the file, or correct the service',
        }),
      );
    value.quotas.forEach(({ id }, index) => {
      const path = ['quotas', index, 'id'];
      const first = seen.get(id);
      if (!first) seen.set(id, { source, path });
      else
        found.push(
          findingAt(source, path, {
            code: 'CFG-DUPLICATE-ID',
            got: `${id}, already at ${placeOf(first.source, first.path)}`,
            expected: 'each quota once',
            fix: 'remove one of the two',
          }),
        );
      if (!id.startsWith(`${value.service}-`))
        found.push(
          findingAt(source, path, {
            code: 'CFG-QUOTA-ID',
            got: id,
            expected: `an id that begins with ${value.service}-`,
            fix: `rename it to ${value.service}-${id}, or move it to the file of its service`,
          }),
        );
    });
  }
  return found;
}
