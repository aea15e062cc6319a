import type { Config } from '../../../lib/config/config.ts';
import { loadConfig } from '../../../lib/config/load-config.ts';
import type { DataClass } from '../../../lib/model/engagement.ts';
import type { Assembly } from '../../../policies/template/assembly.ts';
import { assemblyOf } from '../../support/assembly-of.ts';
import { type AnyPolicy, denials } from '../../support/policy-evaluator.ts';
import { resourcesOf, stackOf } from '../../support/resources-of.ts';

const shipped = loadConfig('config');

/** The New York vendor with one contract matter: commercial texts and basic personal data, and what is added. */
function contractWith(added: readonly DataClass[], logRetentionDays = 365): Config {
  const vendors = shipped.vendors
    .filter(({ vendor }) => vendor === 'luzon')
    .map((vendor) => ({
      ...vendor,
      matters: vendor.matters
        .filter(({ id }) => id === 'm-58d7b2')
        .map((matter) => ({
          ...matter,
          type: 'contract' as const,
          dataClasses: ['PII_BASIC' as const, ...added],
          retentionDays: 30,
          groups: { ...matter.groups, ...(added.length === 0 ? { secondApprover: undefined } : {}) },
        })),
    }));
  return { ...shipped, organization: { ...shipped.organization, logRetentionDays }, vendors };
}

const built = new Map<string, Assembly>();
const assembly = (...added: DataClass[]): Assembly => {
  const key = added.join('+');
  const known = built.get(key) ?? assemblyOf(contractWith(added));
  built.set(key, known);
  return known;
};
const matterOf = (of: Assembly) => stackOf(of, 'luzon/Matter-m-58d7b2');
const bucketsOf = (of: Assembly) => resourcesOf(matterOf(of), 'AWS::S3::Bucket');
const keysOf = (of: Assembly) => resourcesOf(matterOf(of), 'AWS::KMS::Key');
const rolesOf = (of: Assembly): string[] =>
  resourcesOf(matterOf(of), 'AWS::IAM::Role').map(({ properties }) =>
    properties.RoleName.replace('lpo-luzon-m-58d7b2-', ''),
  );
const iam = (name: string) => `arn:aws:iam::200000000002:role/lpo-luzon-m-58d7b2-${name}`;

/** One aspect of what is built, for the contract matter alone and with one class of data more. */
const aspects: [
  what: string,
  added: DataClass,
  seen: (of: Assembly) => unknown,
  without: unknown,
  with_: unknown,
][] = [
  [
    'session hours of people',
    'PII_GOV_ID',
    (of) => [
      ...new Set(
        resourcesOf(matterOf(of), 'AWS::IAM::Role')
          .filter(({ properties }) => properties.PermissionsBoundary.endsWith('-matter-boundary'))
          .map(({ properties }) => properties.MaxSessionDuration / 3600),
      ),
    ],
    [10],
    [8],
  ],
  [
    'session hours of the VPN',
    'PII_GOV_ID',
    (of) => resourcesOf(of, 'AWS::EC2::ClientVpnEndpoint')[0]?.properties.SessionTimeoutHours,
    10,
    8,
  ],
  [
    'bucket key, and the encryption context that goes with it',
    'PII_GOV_ID',
    (of) => [
      bucketsOf(of)[0]?.properties.BucketEncryption.ServerSideEncryptionConfiguration[0].BucketKeyEnabled,
      /arn:aws:s3:::lpo-luzon-m-58d7b2-200000000002-us-east-1(\/\*)?/.exec(JSON.stringify(keysOf(of)))?.[0],
    ],
    [true, 'arn:aws:s3:::lpo-luzon-m-58d7b2-200000000002-us-east-1'],
    [false, 'arn:aws:s3:::lpo-luzon-m-58d7b2-200000000002-us-east-1/*'],
  ],
  [
    'retention under Object Lock, in lifecycle and in backups',
    'PII_GOV_ID',
    (of) => [
      bucketsOf(of)[0]?.properties.ObjectLockConfiguration.Rule.DefaultRetention.Days,
      bucketsOf(of)[0]?.properties.LifecycleConfiguration.Rules[1].ExpirationDate,
      resourcesOf(matterOf(of), 'AWS::Backup::BackupPlan')[0]?.properties.BackupPlan.BackupPlanRule[0]
        .Lifecycle.DeleteAfterDays,
    ],
    [365, '2029-06-30T00:00:00Z', 365],
    [1096, '2031-07-01T00:00:00Z', 1096],
  ],
  [
    'retention of logs',
    'PHI',
    (of) =>
      resourcesOf(stackOf(of, 'luzon/LogArchive'), 'AWS::S3::Bucket')
        .map(({ properties }) => properties.ObjectLockConfiguration?.Rule?.DefaultRetention.Days)
        .filter((days) => days !== undefined),
    [365, 365],
    [2192, 2192],
  ],
  [
    'buckets, one for each zone',
    'PRIVILEGED',
    (of) => bucketsOf(of).map(({ properties }) => properties.BucketName),
    ['lpo-luzon-m-58d7b2-200000000002-us-east-1'],
    ['lpo-luzon-m-58d7b2-200000000002-us-east-1', 'lpo-luzon-m-58d7b2-p-200000000002-us-east-1'],
  ],
  ['keys, one for each zone', 'PRIVILEGED', (of) => keysOf(of).length, 1, 2],
  [
    'second approver',
    'PII_FINANCIAL',
    (of) =>
      rolesOf(of)
        .filter((name) => name.endsWith('approver'))
        .sort(),
    ['release-approver'],
    ['release-approver', 'second-approver'],
  ],
  [
    'origin and rotation of the key',
    'EXPORT_ITAR',
    (of) => [keysOf(of)[0]?.properties.Origin, keysOf(of)[0]?.properties.EnableKeyRotation],
    [undefined, true],
    ['EXTERNAL', false],
  ],
  [
    'classes in the tags',
    'PHI',
    (of) => /"lpo:data-class","Value":"([^"]+)"/.exec(JSON.stringify(keysOf(of)))?.[1],
    'CONFIDENTIAL_COMMERCIAL+PII_BASIC',
    'CONFIDENTIAL_COMMERCIAL+PHI+PII_BASIC',
  ],
];

test.each(aspects)('%s follow %s', (_what, added, seen, without, with_) => {
  expect(seen(assembly())).toEqual(without);
  expect(seen(assembly(added))).toEqual(with_);
});

test("a matter's own retention and the firm's own log retention count where they are longer", () => {
  const config = contractWith(['PHI'], 4000);
  const [vendor] = config.vendors;
  if (!vendor) throw new Error('no vendor');
  const longer = { ...vendor, matters: vendor.matters.map((matter) => ({ ...matter, retentionDays: 5000 })) };
  const of = assemblyOf({ ...config, vendors: [longer] });
  expect(bucketsOf(of)[0]?.properties.ObjectLockConfiguration.Rule.DefaultRetention.Days).toBe(5000);
  expect(JSON.stringify(stackOf(of, 'luzon/LogArchive').template)).toContain('"Days":4000');
});

describe('the privileged zone', () => {
  const of = assembly('PRIVILEGED');
  const policyOf = (bucket: string): AnyPolicy =>
    resourcesOf(matterOf(of), 'AWS::S3::BucketPolicy').find(({ properties }) => properties.Bucket === bucket)
      ?.properties.PolicyDocument;
  const statement = (policy: AnyPolicy, sid: string) => policy.Statement.find(({ Sid }) => Sid === sid);
  const privileged = policyOf('lpo-luzon-m-58d7b2-p-200000000002-us-east-1');

  test('knows the lawyer, the quality lead, who keeps holds, the scanner, the backup and the restore of its own', () => {
    expect(
      statement(privileged, 'OnlyThisMattersRoles')?.Condition?.ArnNotEquals?.['aws:PrincipalArn'],
    ).toEqual([
      iam('qc-lead'),
      iam('supervising-lawyer'),
      iam('matter-administrator'),
      iam('privileged-malware-scan'),
      iam('privileged-backup'),
      iam('privileged-restore'),
    ]);
  });

  test('has a key that the lawyer and the quality lead use, and no reviewer', () => {
    const [, key] = keysOf(of);
    const text = JSON.stringify(key?.properties.KeyPolicy);
    for (const name of ['qc-lead', 'supervising-lawyer', 'privileged-malware-scan', 'privileged-backup'])
      expect(text).toContain(iam(name));
    for (const name of ['reviewer', 'release-approver', 'second-approver', 'matter-administrator', 'backup'])
      expect(text).not.toContain(iam(name));
  });

  test('is in no identity policy of anybody else', () => {
    const policies = resourcesOf(matterOf(of), 'AWS::IAM::ManagedPolicy').filter(({ properties }) =>
      JSON.stringify(properties).includes('m-58d7b2-p-'),
    );
    expect(policies.map(({ logicalId }) => logicalId.replace(/Policy.*/, '')).sort()).toEqual([
      'PeoplematterAdministrator',
      'PeopleqcLead',
      'PeoplesupervisingLawyer',
      'PrivilegedBackup',
      'PrivilegedMalwareProtection',
      'PrivilegedRestore',
    ]);
  });

  test('is scanned, backed up, logged and tagged like the other', () => {
    expect(resourcesOf(matterOf(of), 'AWS::GuardDuty::MalwareProtectionPlan')).toHaveLength(2);
    expect(resourcesOf(matterOf(of), 'AWS::Backup::BackupSelection')).toHaveLength(2);
    const [, bucket] = bucketsOf(of);
    expect(bucket?.properties.LoggingConfiguration.LogFilePrefix).toBe('m-58d7b2-privileged/');
    expect(bucket?.properties.Tags).toEqual(
      expect.arrayContaining([
        { Key: 'lpo:data-class', Value: 'PRIVILEGED' },
        { Key: 'lpo:zone', Value: 'privileged' },
      ]),
    );
    const logs = JSON.stringify(stackOf(of, 'luzon/Logs').template);
    expect(logs).toContain('arn:aws:s3:::lpo-luzon-m-58d7b2-p-200000000002-us-east-1');
  });
});

describe('release with a second approver', () => {
  const proposed = 'arn:aws:s3:::lpo-luzon-m-58d7b2-200000000002-us-east-1/release/a.pdf';
  const scan = 'GuardDutyMalwareScanStatus';
  const clean = { [scan]: 'NO_THREATS_FOUND' };
  const gates = [
    'TagsBelongToTheScanner',
    'VersionsAreTaggedByScannerAndApprover',
    'ApprovedIsWhatWasScanned',
    'ApprovalKeepsTheScan',
    'OnlyWhatIsApprovedLeaves',
  ];
  const policy: AnyPolicy = {
    Statement: resourcesOf(
      matterOf(assembly('PII_FINANCIAL')),
      'AWS::S3::BucketPolicy',
    )[0]?.properties.PolicyDocument.Statement.filter(({ Sid }: { Sid: string }) => gates.includes(Sid)),
  };
  const keysOf = (kind: 'Existing' | 'Request', tags: Record<string, string>) =>
    Object.fromEntries(Object.entries(tags).map(([key, value]) => [`s3:${kind}ObjectTag/${key}`, value]));
  const does = (
    role: string,
    action: string,
    on: { has?: Record<string, string>; gets?: Record<string, string>; version?: string },
  ) =>
    denials(policy, {
      action: `s3:${action}`,
      resource: proposed,
      context: {
        'aws:PrincipalArn': iam(role),
        ...keysOf('Existing', on.has ?? {}),
        ...keysOf('Request', on.gets ?? {}),
        ...(on.version ? { 's3:versionid': on.version } : {}),
      },
    });
  const approval = { has: clean, gets: { ...clean, 'lpo:release': 'approved' }, version: 'v1' };

  test('the second approver tags a scanned version, and the scan stays what it is', () => {
    const approves = (on: object) =>
      does('second-approver', 'PutObjectVersionTagging', { ...approval, ...on });
    expect(approves({})).toEqual([]);
    expect(approves({ has: {} })).toEqual(['ApprovedIsWhatWasScanned']);
    expect(approves({ has: { [scan]: 'THREATS_FOUND' } })).toEqual(['ApprovedIsWhatWasScanned']);
    expect(approves({ gets: { 'lpo:release': 'approved' } })).toEqual(['ApprovalKeepsTheScan']);
    expect(does('second-approver', 'PutObjectTagging', approval)).toEqual(['TagsBelongToTheScanner']);
    expect(does('second-approver', 'DeleteObjectVersionTagging', approval)).toEqual([
      'TagsBelongToTheScanner',
    ]);
  });

  test('nobody else approves', () => {
    for (const role of ['supervising-lawyer', 'release-approver', 'reviewer', 'restore'])
      expect(does(role, 'PutObjectVersionTagging', approval)).toEqual([
        'VersionsAreTaggedByScannerAndApprover',
      ]);
  });

  test('the scanner tags what is new', () => {
    expect(does('malware-scan', 'PutObjectTagging', { gets: clean })).toEqual([]);
  });

  test('the release approver reads what is approved, and not what replaced it or was withdrawn', () => {
    const fetches = (has: Record<string, string>) =>
      ['GetObject', 'GetObjectVersion'].flatMap((action) => does('release-approver', action, { has }));
    expect(fetches({ ...clean, 'lpo:release': 'approved' })).toEqual([]);
    for (const release of [{}, { 'lpo:release': 'withdrawn' }] as Record<string, string>[])
      expect(fetches({ ...clean, ...release })).toEqual([
        'OnlyWhatIsApprovedLeaves',
        'OnlyWhatIsApprovedLeaves',
      ]);
    for (const role of ['supervising-lawyer', 'second-approver', 'malware-scan', 'backup'])
      expect(does(role, 'GetObject', { has: clean })).toEqual([]);
  });

  test('who may read and write which prefix', () => {
    const of = assembly('PII_FINANCIAL');
    const may = (fn: string, sid: string) =>
      resourcesOf(matterOf(of), 'AWS::IAM::ManagedPolicy')
        .filter(({ logicalId }) => logicalId.startsWith(`People${fn}Policy`))
        .flatMap(({ properties }) => properties.PolicyDocument.Statement)
        .filter((statement: { Sid: string }) => statement.Sid === sid)
        .flatMap(({ Resource }: { Resource: string | string[] }) => Resource)
        .filter((arn: string) => arn.startsWith('arn:aws:s3:::'))
        .map((arn: string) => arn.split('/')[1]);
    expect([may('secondApprover', 'Read'), may('secondApprover', 'Write')]).toEqual([['release'], []]);
    expect([may('releaseApprover', 'Read'), may('releaseApprover', 'Write')]).toEqual([['release'], []]);
    expect(may('supervisingLawyer', 'Write')).toEqual(['intake', 'release']);
  });

  test('a firm may name a second approver of its own accord', () => {
    const config = contractWith([]);
    const [vendor] = config.vendors;
    if (!vendor) throw new Error('no vendor');
    const matters = vendor.matters.map((matter) => ({
      ...matter,
      groups: { ...matter.groups, secondApprover: '8a2d58d7-0000-4000-8000-000000000006' },
    }));
    expect(rolesOf(assemblyOf({ ...config, vendors: [{ ...vendor, matters }] }))).toContain(
      'second-approver',
    );
  });

  test('without a group nothing is built', () => {
    const config = contractWith(['PII_FINANCIAL']);
    const vendors = config.vendors.map((vendor) => ({
      ...vendor,
      matters: vendor.matters.map((matter) => ({
        ...matter,
        groups: { ...matter.groups, secondApprover: undefined },
      })),
    }));
    expect(() => assemblyOf({ ...config, vendors })).toThrow(
      'm-58d7b2: got no group for secondApprover, expected one',
    );
  });
});
