import type { Finding } from '../../model/finding.ts';
import type { LoadedFiles } from '../config.ts';
import { findingAt, placeOf } from '../finding-at.ts';
import type { YamlFile, YamlPath } from '../yaml-file.ts';

/**
 * An identity-provider group serves one function of one matter. Only `auditor` and `keyCustodian` are the
 * firm's own people and may serve several vendors, each in its one function.
 */
export function groups({ vendors }: LoadedFiles): Finding[] {
  const found: Finding[] = [];
  const seen = new Map<string, { purpose: string; source: YamlFile; path: YamlPath }>();
  const claim = (id: string, purpose: string, source: YamlFile, path: YamlPath): void => {
    const first = seen.get(id);
    if (!first) seen.set(id, { purpose, source, path });
    else if (first.purpose !== purpose)
      found.push(
        findingAt(source, path, {
          code: 'CFG-SHARED-GROUP',
          got: `group ${id}, already ${first.purpose} at ${placeOf(first.source, first.path)}`,
          expected: `a group of its own for ${purpose}`,
          fix: 'create another group in the identity provider',
        }),
      );
  };
  for (const { value, source } of vendors) {
    for (const [fn, id] of Object.entries(value.groups)) claim(id, fn, source, ['groups', fn]);
    value.matters.forEach((matter, index) => {
      for (const [fn, id] of Object.entries(matter.groups))
        claim(id, `${fn} of ${matter.id}`, source, ['matters', index, 'groups', fn]);
    });
  }
  return found;
}
