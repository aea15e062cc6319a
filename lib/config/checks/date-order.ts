import type { Finding } from '../../model/finding.ts';
import type { LoadedFiles } from '../config.ts';
import { findingAt } from '../finding-at.ts';
import type { Located } from '../load-yaml.ts';
import type { YamlPath } from '../yaml-file.ts';

/** Pairs of fields of one record of which the first may not be later than the second. */
const pairs = [
  ['signedOn', 'expiresOn'],
  ['approvedOn', 'expiresOn'],
  ['completedOn', 'expiresOn'],
  ['date', 'expiresOn'],
  ['date', 'nextReview'],
  ['from', 'until'],
  ['asOf', 'reviewBy'],
] as const;

/** In every record of every file, a beginning is not later than its end. */
export function dateOrder({ vendors, law, conflicts, organization }: LoadedFiles): Finding[] {
  const files: Located<unknown>[] = [...vendors, ...law];
  if (conflicts) files.push(conflicts);
  if (organization) files.push(organization);
  return files.flatMap((file) => inRecord(file, file.value, []));
}

function inRecord(file: Located<unknown>, record: unknown, path: YamlPath): Finding[] {
  if (Array.isArray(record)) return record.flatMap((item, index) => inRecord(file, item, [...path, index]));
  if (typeof record !== 'object' || record === null) return [];
  const fields = record as Record<string, unknown>;
  const found = pairs.flatMap(([early, late]) => {
    const [a, b] = [fields[early], fields[late]];
    if (typeof a !== 'string' || typeof b !== 'string' || a <= b) return [];
    return [
      findingAt(file.source, [...path, late], {
        code: 'CFG-DATE-ORDER',
        got: `${late}: ${b}, before ${early}: ${a}`,
        expected: `${late} on or after ${early}`,
        fix: 'mend one of the two dates',
      }),
    ];
  });
  const below = Object.entries(fields).flatMap(([name, value]) => inRecord(file, value, [...path, name]));
  return [...found, ...below];
}
