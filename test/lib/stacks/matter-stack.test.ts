import { exampleAssembly } from '../../support/example-assembly.ts';
import { resourcesOf, stackOf } from '../../support/resources-of.ts';

const assembly = exampleAssembly();
const litigation = stackOf(assembly, 'meridian/Matter-m-7f3a9c');
const bucketName = 'lpo-meridian-m-7f3a9c-200000000001-eu-west-2';

interface Statement {
  Sid: string;
  Effect: string;
  Action: string | string[];
  Principal: { AWS?: string | string[] };
  Condition?: Record<string, Record<string, string | string[]>>;
}
const list = (value: string | string[] | undefined): string[] => [value ?? []].flat();

describe('the key', () => {
  const [key] = resourcesOf(litigation, 'AWS::KMS::Key');
  const statements: Statement[] = key?.properties.KeyPolicy.Statement;
  const use = [
    'kms:Decrypt',
    'kms:Encrypt',
    'kms:GenerateDataKey',
    'kms:ReEncryptFrom',
    'kms:ReEncryptTo',
    'kms:CreateGrant',
  ];
  const administer = ['kms:PutKeyPolicy', 'kms:ScheduleKeyDeletion', 'kms:DisableKey'];
  const rolesThat = (actions: string[]) =>
    new Set(
      statements
        .filter(({ Action }) => list(Action).some((action) => actions.includes(action)))
        .flatMap(({ Principal }) => list(Principal.AWS)),
    );

  test('is single-region, rotated and kept', () => {
    expect(key?.properties).toMatchObject({ EnableKeyRotation: true, MultiRegion: false });
    expect(key?.resource).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
  });

  test('whoever administers cannot use, whoever uses cannot administer', () => {
    const users = rolesThat(use);
    const administrators = rolesThat(administer);
    expect(users.size).toBe(9);
    // The deployment, the custodian, and the kill switch, which can only disable.
    expect(administrators.size).toBe(3);
    expect([...users].filter((role) => administrators.has(role))).toEqual([]);
  });

  test('no action is a wildcard and nobody can grant', () => {
    const actions = statements.flatMap(({ Action }) => list(Action));
    expect(actions.filter((action) => action.includes('*') || action === 'kms:CreateGrant')).toEqual([]);
  });

  test('the account root only reads settings', () => {
    const root = statements.filter(({ Principal }) =>
      list(Principal.AWS).some((arn) => arn.endsWith(':root')),
    );
    expect(root).toHaveLength(1);
    for (const action of list(root[0]?.Action)) expect(action).toMatch(/^kms:(Describe|Get|List)/);
  });

  test('is used through S3 for this bucket only, by people with MFA and this matter', () => {
    const [people] = statements.filter(({ Sid }) => Sid === 'PeopleReadAndWriteThroughS3');
    expect(people?.Condition).toEqual({
      StringEquals: {
        'kms:CallerAccount': '200000000001',
        'kms:ViaService': 's3.eu-west-2.amazonaws.com',
        'aws:PrincipalTag/lpo:matter': 'm-7f3a9c',
        'aws:PrincipalTag/lpo:mfa': 'true',
      },
      ArnLike: { 'kms:EncryptionContext:aws:s3:arn': `arn:aws:s3:::${bucketName}/*` },
    });
  });

  test('deletion waits 30 days and never beats a legal hold', () => {
    const [deletion] = statements.filter(({ Action }) => list(Action).includes('kms:ScheduleKeyDeletion'));
    expect(deletion?.Condition).toMatchObject({
      StringNotEquals: { 'aws:ResourceTag/lpo:legal-hold': 'true' },
      NumericGreaterThanEqualsIfExists: { 'kms:ScheduleKeyDeletionPendingWindowInDays': '30' },
    });
  });
});

describe('the bucket', () => {
  const [bucket] = resourcesOf(litigation, 'AWS::S3::Bucket');
  const [policy] = resourcesOf(litigation, 'AWS::S3::BucketPolicy');
  const statements: Statement[] = policy?.properties.PolicyDocument.Statement;
  const statement = (sid: string) => statements.find(({ Sid }) => Sid === sid);

  test('is versioned, locked, private, encrypted with the matter key and kept', () => {
    expect(bucket?.properties).toMatchObject({
      BucketName: bucketName,
      VersioningConfiguration: { Status: 'Enabled' },
      ObjectLockEnabled: true,
      ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days: 2192 } } },
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    });
    const encryption = bucket?.properties.BucketEncryption.ServerSideEncryptionConfiguration[0];
    expect(encryption.ServerSideEncryptionByDefault.SSEAlgorithm).toBe('aws:kms');
    expect(encryption.ServerSideEncryptionByDefault.KMSMasterKeyID['Fn::GetAtt']).toBeDefined();
    expect(encryption.BlockedEncryptionTypes.EncryptionType).toEqual(['SSE-C']);
    expect(bucket?.resource.DeletionPolicy).toBe('Retain');
    expect(bucket?.properties.ReplicationConfiguration).toBeUndefined();
  });

  test('current versions expire the retention after the close date', () => {
    const rules = bucket?.properties.LifecycleConfiguration.Rules;
    expect(rules[1].ExpirationDate).toBe('2034-04-01T00:00:00Z');
  });

  test('the policy only denies, and denies everyone', () => {
    for (const { Effect, Principal } of statements) {
      expect(Effect).toBe('Deny');
      expect(Principal).toEqual({ AWS: '*' });
    }
  });

  test.each([
    ['TlsOnly', { Bool: { 'aws:SecureTransport': 'false' } }],
    ['Tls12OrNewer', { NumericLessThan: { 's3:TlsVersion': '1.2' } }],
    ['NoCustomerProvidedKey', { Null: { 's3:x-amz-server-side-encryption-customer-algorithm': 'false' } }],
    ['OnlyTaggedWithThisMatter', { StringNotEquals: { 'aws:PrincipalTag/lpo:matter': 'm-7f3a9c' } }],
    ['OnlyWithMfa', { StringNotEquals: { 'aws:PrincipalTag/lpo:mfa': 'true' } }],
    [
      'UnscannedIsUnreadable',
      { StringNotEquals: { 's3:ExistingObjectTag/GuardDutyMalwareScanStatus': 'NO_THREATS_FOUND' } },
    ],
  ])('%s', (sid, condition) => {
    expect(statement(sid)?.Condition).toMatchObject(condition);
  });

  test('the endpoint condition refers to the endpoint of the network stack', () => {
    const condition = statement('OnlyThroughTheEndpoint')?.Condition?.StringNotEquals as Record<
      string,
      unknown
    >;
    expect(condition['aws:SourceVpce']).toMatchObject({
      'Fn::GetStackOutput': { StackName: 'meridian-Network' },
    });
  });

  test('exempts the scanner, the backup and the restore by name, and calls via AWS services never', () => {
    const text = JSON.stringify(statements);
    expect(text).not.toContain('ViaAWSService');
    expect(text).not.toContain('PrincipalIsAWSService');
    const exempt = statement('OnlyThroughTheEndpoint')?.Condition?.ArnNotEquals?.['aws:PrincipalArn'];
    expect(exempt).toEqual([
      'arn:aws:iam::200000000001:role/lpo-meridian-m-7f3a9c-malware-scan',
      'arn:aws:iam::200000000001:role/lpo-meridian-m-7f3a9c-backup',
      'arn:aws:iam::200000000001:role/lpo-meridian-m-7f3a9c-restore',
    ]);
  });

  test('the access point answers inside the workspace only', () => {
    const [point] = resourcesOf(litigation, 'AWS::S3::AccessPoint');
    expect(point?.properties.VpcConfiguration.VpcId).toMatchObject({
      'Fn::GetStackOutput': { StackName: 'meridian-Network' },
    });
  });
});

describe('the people', () => {
  const roles = resourcesOf(litigation, 'AWS::IAM::Role').filter(
    ({ properties }) =>
      properties.AssumeRolePolicyDocument.Statement[0].Principal.Federated &&
      !properties.RoleName.endsWith('-restorer'),
  );

  test('one role for each function, tagged with the matter, under the boundary, eight hours at most', () => {
    expect(roles.map(({ properties }) => properties.RoleName).sort()).toEqual([
      'lpo-meridian-m-7f3a9c-matter-administrator',
      'lpo-meridian-m-7f3a9c-qc-lead',
      'lpo-meridian-m-7f3a9c-release-approver',
      'lpo-meridian-m-7f3a9c-reviewer',
      'lpo-meridian-m-7f3a9c-second-approver',
      'lpo-meridian-m-7f3a9c-supervising-lawyer',
    ]);
    for (const { properties } of roles) {
      expect(properties.MaxSessionDuration).toBe(28_800);
      expect(properties.PermissionsBoundary).toBe(
        'arn:aws:iam::200000000001:policy/lpo-meridian-matter-boundary',
      );
      expect(properties.Tags).toContainEqual({ Key: 'lpo:matter', Value: 'm-7f3a9c' });
    }
  });

  test('trust wants MFA from the identity provider and no other session tag', () => {
    for (const { properties } of roles) {
      const [trust] = properties.AssumeRolePolicyDocument.Statement;
      expect(trust.Condition).toEqual({
        StringEquals: { 'saml:aud': 'https://signin.aws.amazon.com/saml', 'aws:RequestTag/lpo:mfa': 'true' },
        'ForAllValues:StringEquals': { 'aws:TagKeys': ['lpo:mfa'] },
      });
    }
  });

  test('whoever approves a release cannot write one', () => {
    const policies = resourcesOf(litigation, 'AWS::IAM::ManagedPolicy').filter(({ logicalId }) =>
      logicalId.startsWith('PeoplereleaseApprover'),
    );
    expect(policies).toHaveLength(1);
    expect(JSON.stringify(policies)).not.toContain('s3:PutObject');
  });

  test('no policy reaches another matter', () => {
    const text = JSON.stringify(litigation.template);
    expect(text).not.toContain('m-2be41d');
  });
});
