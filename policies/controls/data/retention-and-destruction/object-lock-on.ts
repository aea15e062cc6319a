import { type Deviation, resourceCheck } from '../../../authoring/check.ts';
import { expectValue } from '../../../authoring/expect.ts';
import { bucket, logBucketName, matterBucketName } from '../../../authoring/fixtures/bucket.ts';
import { type BucketKind, bucketKind } from '../../../reading/bucket-kind.ts';

const locked = (properties: object, BucketName = matterBucketName) =>
  bucket({
    BucketName,
    VersioningConfiguration: { Status: 'Enabled' },
    ObjectLockEnabled: true,
    ...properties,
  });
const lock = (DefaultRetention: object) => ({
  ObjectLockConfiguration: { ObjectLockEnabled: 'Enabled', Rule: { DefaultRetention } },
});
const trail = logBucketName('trail');
const config = logBucketName('config');
const access = logBucketName('access', '200000000001');

/** AWS Config and server access logging cannot deliver where a default retention is set. */
const withoutDefaultRetention: readonly BucketKind[] = ['config', 'access'];
/** Governance mode holds for a matter because its bucket policy lets nobody bypass it; see the check for that. */
const modes: Readonly<Record<BucketKind, readonly string[]>> = {
  matter: ['COMPLIANCE', 'GOVERNANCE'],
  trail: ['COMPLIANCE'],
  evidence: ['COMPLIANCE'],
  config: [],
  access: [],
  state: ['COMPLIANCE', 'GOVERNANCE'],
};
/** Least days of the default retention. */
const leastDays: Readonly<Record<BucketKind, number>> = {
  matter: 30,
  trail: 365,
  evidence: 365,
  config: 0,
  access: 0,
  state: 30,
};

export const check = resourceCheck({
  control: 'LPO-DAT-07',
  name: 'object-lock-on',
  expected:
    'versioning and Object Lock are on; the default retention is at least 30 days (matters) or 365 days in compliance mode (trail, evidence)',
  fix: 'set ObjectLockEnabled and a DefaultRetention with Mode COMPLIANCE; only config and access-log buckets go without the retention',
  types: ['AWS::S3::Bucket'],
  judge(resource): Deviation[] {
    const kind = bucketKind(resource);
    const versioned = expectValue(resource, 'VersioningConfiguration.Status', 'Enabled');
    const locked = expectValue(resource, 'ObjectLockEnabled', true);
    if (withoutDefaultRetention.includes(kind)) return [...versioned, ...locked];
    const path = 'ObjectLockConfiguration.Rule.DefaultRetention';
    const days = Number(resource.text(`${path}.Days`) ?? Number(resource.text(`${path}.Years`)) * 365);
    return [
      ...versioned,
      ...locked,
      ...(modes[kind].includes(resource.text(`${path}.Mode`) ?? '')
        ? []
        : [
            {
              property: `${path}.Mode`,
              got: resource.show(`${path}.Mode`),
              expected: modes[kind].join(' or '),
            },
          ]),
      ...(days >= leastDays[kind]
        ? []
        : [{ property: path, got: resource.show(path), expected: `at least ${leastDays[kind]} days` }]),
    ];
  },
  good: {
    'a matter bucket': locked(lock({ Mode: 'COMPLIANCE', Days: 2192 })),
    'the trail bucket': locked(lock({ Mode: 'COMPLIANCE', Years: 7 }), trail),
    'the config bucket': locked({}, config),
    'the access-log bucket': locked({}, access),
  },
  bad: {
    'no lock': locked({ ObjectLockEnabled: false }),
    'no versions': locked({
      VersioningConfiguration: { Status: 'Suspended' },
      ...lock({ Mode: 'COMPLIANCE', Days: 99 }),
    }),
    'no retention': locked({}),
    'a trail in governance mode': locked(lock({ Mode: 'GOVERNANCE', Days: 2192 }), trail),
    'no mode': locked(lock({ Days: 2192 })),
    'a week': locked(lock({ Mode: 'COMPLIANCE', Days: 7 })),
    'a trail for half a year': locked(lock({ Mode: 'COMPLIANCE', Days: 180 }), trail),
    'an access-log bucket without a lock': locked({ ObjectLockEnabled: false }, access),
    'a config bucket without a lock': locked({ ObjectLockEnabled: undefined }, config),
  },
});
