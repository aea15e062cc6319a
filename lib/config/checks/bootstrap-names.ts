import type { Finding } from '../../model/finding.ts';
import type { LoadedFiles } from '../config.ts';
import { findingAt } from '../finding-at.ts';

/** Roles that `cdk bootstrap` makes carry its qualifier; policies that name those of another bind nobody. */
export function bootstrapNames({ organization }: LoadedFiles): Finding[] {
  if (!organization) return [];
  const { value, source } = organization;
  return Object.entries(value.roles).flatMap(([role, pattern]) => {
    const [, qualifier] = /^cdk-([^-]*)-/.exec(pattern) ?? [];
    if (qualifier === undefined || qualifier === value.bootstrapQualifier) return [];
    return [
      findingAt(source, ['roles', role], {
        code: 'CFG-QUALIFIER',
        got: `${role}: ${pattern}`,
        expected: `cdk-${value.bootstrapQualifier}-…, after bootstrapQualifier`,
        fix: 'write the qualifier that the accounts were bootstrapped with into both places',
      }),
    ];
  });
}
