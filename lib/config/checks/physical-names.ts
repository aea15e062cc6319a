import { zones } from '../../model/engagement.ts';
import type { Finding } from '../../model/finding.ts';
import { environmentRoleName, matterBucketName } from '../../model/names.ts';
import type { LoadedFiles } from '../config.ts';
import { findingAt } from '../finding-at.ts';

const longestRoleName = 64;
const longestBucketName = 63;

/** Names built from the configuration fit AWS's limits, and name patterns hold known placeholders only. */
export function physicalNames(files: LoadedFiles): Finding[] {
  return [...roleNames(files), ...bucketNames(files)];
}

function roleNames({ organization, vendors }: LoadedFiles): Finding[] {
  if (!organization) return [];
  const { value, source } = organization;
  return Object.entries(value.roles).flatMap(([role, pattern]) => {
    const unknown = (pattern.match(/\{[^}]*\}?|\}/g) ?? []).find(
      (part) => part !== '{account}' && part !== '{region}',
    );
    if (unknown)
      return [
        findingAt(source, ['roles', role], {
          code: 'CFG-PLACEHOLDER',
          got: `${role}: ${pattern}`,
          expected: 'the placeholders {account} and {region} only',
          fix: `replace ${unknown}`,
        }),
      ];
    const longest = [value.homeRegion, ...vendors.map((vendor) => vendor.value.region)]
      .map((region) => environmentRoleName(pattern, value.accounts.management, region))
      .reduce((a, b) => (b.length > a.length ? b : a));
    if (longest.length <= longestRoleName) return [];
    return [
      findingAt(source, ['roles', role], {
        code: 'CFG-NAME-TOO-LONG',
        got: `${longest}, ${longest.length} characters`,
        expected: `at most ${longestRoleName} characters once the placeholders are filled`,
        fix: 'shorten the name, for example by a shorter bootstrap qualifier',
      }),
    ];
  });
}

function bucketNames({ vendors }: LoadedFiles): Finding[] {
  return vendors.flatMap(({ value, source }) =>
    value.matters.flatMap((matter, index) => {
      // Every zone, wanted today or not: a class of data that is added later must not rename a bucket.
      const name = zones
        .map((zone) => matterBucketName(value.vendor, matter.id, value.account, value.region, zone))
        .reduce((a, b) => (b.length > a.length ? b : a));
      if (name.length <= longestBucketName) return [];
      return [
        findingAt(source, ['matters', index, 'id'], {
          code: 'CFG-NAME-TOO-LONG',
          got: `bucket ${name}, ${name.length} characters`,
          expected: `at most ${longestBucketName} characters`,
          fix: 'shorten the matter id or the vendor slug',
        }),
      ];
    }),
  );
}
