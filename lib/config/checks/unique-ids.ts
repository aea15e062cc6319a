import type { Finding } from '../../model/finding.ts';
import type { LoadedFiles } from '../config.ts';
import { findingAt, placeOf } from '../finding-at.ts';
import type { YamlFile, YamlPath } from '../yaml-file.ts';

interface Use {
  readonly source: YamlFile;
  readonly path: YamlPath;
}

/** Accounts and matters belong to one vendor; no vendor uses an account of the organization. */
export function uniqueIds({ organization, vendors }: LoadedFiles): Finding[] {
  const found: Finding[] = [];
  const seen = new Map<string, Use>();
  const claim = (kind: string, id: string, use: Use, fix: string): void => {
    const first = seen.get(`${kind} ${id}`);
    if (!first) seen.set(`${kind} ${id}`, use);
    else
      found.push(
        findingAt(use.source, use.path, {
          code: 'CFG-DUPLICATE-ID',
          got: `${kind} ${id}, already used at ${placeOf(first.source, first.path)}`,
          expected: 'an id that nothing else uses',
          fix,
        }),
      );
  };
  if (organization) {
    const { value, source } = organization;
    for (const [name, id] of Object.entries(value.accounts))
      claim('account', id, { source, path: ['accounts', name] }, 'give each purpose its own account');
  }
  for (const { value, source } of vendors) {
    claim('account', value.account, { source, path: ['account'] }, 'give each vendor its own account');
    value.matters.forEach((matter, index) => {
      claim('matter', matter.id, { source, path: ['matters', index, 'id'] }, 'choose another id');
    });
  }
  return found;
}
