import { exampleAssembly } from '../../../support/example-assembly.ts';
import { denials, grants } from '../../../support/policy-evaluator.ts';
import { resourcesOf, stackOf } from '../../../support/resources-of.ts';

// One matter with two zones, as the shipped example synthesizes it.
const matter = stackOf(exampleAssembly(), 'meridian/Matter-m-7f3a9c');
const guardrails = stackOf(exampleAssembly(), 'meridian/Guardrails');
const role = (name: string) => `arn:aws:iam::200000000001:role/lpo-meridian-m-7f3a9c-${name}`;
const bucket = 'arn:aws:s3:::lpo-meridian-m-7f3a9c-200000000001-eu-west-2';
const point = 'arn:aws:backup:eu-west-2:200000000001:recovery-point:1234';
const [byId] = [
  Object.fromEntries(
    resourcesOf(matter, 'AWS::IAM::ManagedPolicy').map(({ logicalId, properties }) => [
      logicalId.replace(/[0-9A-F]{8}$/, ''),
      properties.PolicyDocument,
    ]),
  ),
];
const own = { 'lpo:vendor': 'meridian', 'lpo:matter': 'm-7f3a9c', 'lpo:zone': 'documents' };
const tags = (changed: Record<string, string> = {}) =>
  Object.fromEntries(
    Object.entries({ ...own, ...changed }).map(([key, value]) => [`aws:ResourceTag/${key}`, value]),
  );
const mfa = { 'aws:PrincipalTag/lpo:mfa': 'true' };

describe('the restorer of a zone', () => {
  const restorer = byId.DocumentsRestorerPolicy;
  const start = (context: Record<string, string>) =>
    grants(restorer, { action: 'backup:StartRestoreJob', resource: point, context });
  const pass = (name: string, service = 'backup.amazonaws.com') =>
    grants(restorer, {
      action: 'iam:PassRole',
      resource: role(name),
      context: { ...mfa, 'iam:PassedToService': service },
    });

  test('starts a restore of its own recovery points, with MFA', () => {
    expect(start({ ...mfa, ...tags() })).toEqual(['Start']);
    expect(start(tags())).toEqual([]);
    for (const [key, value] of [
      ['lpo:matter', 'm-2be41d'],
      ['lpo:zone', 'privileged'],
      ['lpo:vendor', 'luzon'],
    ] as const)
      expect(start({ ...mfa, ...tags({ [key]: value }) })).toEqual([]);
    expect(start(mfa)).toEqual([]);
  });

  test('passes the restore role of its zone, to AWS Backup alone', () => {
    expect(pass('restore')).toEqual(['PassOneRole']);
    for (const other of ['privileged-restore', 'restore-test', 'backup', 'restorer'])
      expect(pass(other)).toEqual([]);
    expect(pass('restore', 'lambda.amazonaws.com')).toEqual([]);
  });

  test('has no action on objects, keys, copies or tags', () => {
    const actions = restorer.Statement.flatMap(({ Action }: { Action: string | string[] }) => Action);
    expect(
      actions.filter(
        (action: string) => !/^(backup:(Describe|List|StartRestoreJob)|iam:PassRole)/.test(action),
      ),
    ).toEqual([]);
  });
});

describe('the role a restore writes with', () => {
  const put = (resource: string) =>
    grants(byId.DocumentsRestorePolicy, {
      action: 's3:PutObject',
      resource: `${resource}/work/a`,
      context: {},
    });

  test('writes into the bucket of its zone and into no other', () => {
    expect(put(bucket)).toEqual(['Objects']);
    expect(put(bucket.replace('7f3a9c-', '7f3a9c-p-'))).toEqual([]);
    expect(put('arn:aws:s3:::awsbackup-restore-test-1')).toEqual([]);
  });

  test.each([
    's3:DeleteObject',
    's3:PutObjectTagging',
    's3:PutObjectAcl',
    's3:PutObjectRetention',
    's3:CreateBucket',
  ])('is not allowed to %s', (action) => {
    for (const resource of [bucket, `${bucket}/work/a`])
      expect(grants(byId.DocumentsRestorePolicy, { action, resource, context: {} })).toEqual([]);
  });

  test('passes the doors of the bucket, but reads nothing that is not scanned', () => {
    const policy = resourcesOf(matter, 'AWS::S3::BucketPolicy')[0]?.properties.PolicyDocument;
    const as = (action: string, more: Record<string, string> = {}) =>
      denials(policy, {
        principal: role('restore'),
        action,
        resource: `${bucket}/work/a`,
        context: { 'aws:PrincipalArn': role('restore'), 'aws:PrincipalTag/lpo:matter': 'm-7f3a9c', ...more },
      });
    expect(as('s3:PutObject', { 's3:x-amz-server-side-encryption': 'aws:kms' })).toEqual([]);
    expect(as('s3:PutObject', { 's3:x-amz-server-side-encryption': 'AES256' })).toEqual(['NoOtherAlgorithm']);
    expect(as('s3:GetObject')).toEqual(['UnscannedIsUnreadable']);
    expect(as('s3:PutObjectTagging')).toEqual(['TagsBelongToTheScanner']);
  });
});

describe('a restore test', () => {
  const selections = resourcesOf(matter, 'AWS::Backup::RestoreTestingSelection');
  const plans = resourcesOf(stackOf(exampleAssembly(), 'meridian/Backup'), 'AWS::Backup::RestoreTestingPlan');

  test('is made of each zone, under the key of the zone', () => {
    expect(plans.map(({ properties }) => properties.RestoreTestingPlanName)).toEqual([
      'lpo_meridian_every_35_days_1',
    ]);
    expect(selections.map(({ properties }) => properties.RestoreTestingPlanName)).toEqual([
      'lpo_meridian_every_35_days_1',
      'lpo_meridian_every_35_days_1',
    ]);
    const keys = selections.map(
      ({ properties }) => properties.RestoreMetadataOverrides.kmsKey['Fn::GetAtt'][0],
    );
    expect(keys).toEqual([expect.stringMatching(/^DocumentsKey/), expect.stringMatching(/^PrivilegedKey/)]);
    // What else a restore of S3 asks for, AWS Backup infers and lets nobody override.
    for (const { properties } of selections)
      expect(properties.RestoreMetadataOverrides).toEqual({
        encryptionType: 'SSE-KMS',
        kmsKey: expect.anything(),
      });
  });

  test('nobody but its role sees the bucket, not even the deployment', () => {
    const see = (principal: string) =>
      resourcesOf(guardrails, 'AWS::Organizations::Policy')
        .filter(({ properties }) => properties.Type === 'SERVICE_CONTROL_POLICY')
        .flatMap(({ properties }) =>
          denials(properties.Content, {
            action: 's3:GetObject',
            resource: 'arn:aws:s3:::awsbackup-restore-test-1/work/a',
            context: {
              'aws:PrincipalArn': principal,
              'aws:RequestedRegion': 'eu-west-2',
              'aws:ResourceAccount': '200000000001',
              'aws:VpceAccount': '200000000001',
            },
          }),
        );
    expect(see(role('restore-test'))).toEqual([]);
    for (const name of ['reviewer', 'restorer', 'restore', 'backup'])
      expect(see(role(name))).toEqual(['NobodySeesRestoreTests']);
    expect(see('arn:aws:iam::200000000001:role/cdk-closedroom-cfn-exec-role-200000000001-eu-west-2')).toEqual(
      ['NobodySeesRestoreTests'],
    );
  });
});

test('a backup is made without tags, so that what comes back is unreadable until it is scanned', () => {
  const [plan] = resourcesOf(matter, 'AWS::Backup::BackupPlan');
  expect(plan?.properties.BackupPlan).toMatchObject({
    AdvancedBackupSettings: [{ ResourceType: 'S3', BackupOptions: { BackupObjectTags: 'disabled' } }],
    BackupPlanRule: [{ RecoveryPointTags: own, ScheduleExpression: 'cron(0 2/12 * * ? *)' }],
  });
});
