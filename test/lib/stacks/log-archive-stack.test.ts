import { Match, Template } from 'aws-cdk-lib/assertions';
import { LogArchiveStack } from '../../../lib/stacks/log-archive-stack.ts';
import { app } from '../../support/app.ts';
import { exampleOrganization, exampleVendor } from '../../support/configuration.ts';
import { nagFindings, staleAcknowledgements } from '../../support/nag.ts';
import { type AnyPolicy, denials, grants } from '../../support/policy-evaluator.ts';
import { policyOf } from '../../support/template-policies.ts';

const organization = exampleOrganization();
const vendor = exampleVendor('meridian');
const env = { account: organization.accounts.logArchive, region: vendor.region };
const build = () =>
  new LogArchiveStack(app(), 'LogArchive', {
    env,
    organization,
    retentionDays: organization.logRetentionDays,
    vendor,
  });
const stack = build();
const template = Template.fromStack(stack);

type Kind = 'access' | 'config' | 'evidence' | 'trail';
const nameOf = (kind: Kind) => `lpo-meridian-${kind}-100000000003-eu-west-2`;
const arnOf = (kind: Kind) => `arn:aws:s3:::${nameOf(kind)}`;
const policy = (kind: Kind): AnyPolicy =>
  policyOf(stack, 'AWS::S3::BucketPolicy', 'PolicyDocument', ({ Bucket }) => Bucket === nameOf(kind));
const keyPolicy = policyOf(stack, 'AWS::KMS::Key', 'KeyPolicy', () => true);

const deploy = 'arn:aws:iam::100000000003:role/cdk-closedroom-cfn-exec-role-100000000003-eu-west-2';
const reader = 'arn:aws:iam::100000000003:role/lpo-meridian-log-reader';
const admin = 'arn:aws:iam::100000000003:role/Administrator';
const auditor = 'arn:aws:iam::200000000001:role/lpo-meridian-auditor';
const trailArn = 'arn:aws:cloudtrail:eu-west-2:200000000001:trail/lpo-meridian';
const role = (principal: string) => ({ principal, context: { 'aws:PrincipalArn': principal } });
const secure = { 'aws:SecureTransport': 'true', 's3:TlsVersion': '1.2' };
const fullControl = { 's3:x-amz-acl': 'bucket-owner-full-control' };

const writers: Record<
  Exclude<Kind, 'evidence'>,
  { service: string; key: string; source: Record<string, string> }
> = {
  trail: {
    service: 'cloudtrail.amazonaws.com',
    key: 'AWSLogs/200000000001/CloudTrail/eu-west-2/log.json.gz',
    source: { 'aws:SourceArn': trailArn, ...fullControl },
  },
  config: {
    service: 'config.amazonaws.com',
    key: 'AWSLogs/200000000001/Config/eu-west-2/item.json.gz',
    source: { 'aws:SourceAccount': '200000000001', ...fullControl },
  },
  access: {
    service: 'logging.s3.amazonaws.com',
    key: 'trail/2027',
    source: { 'aws:SourceAccount': '100000000003', 'aws:SourceArn': arnOf('trail') },
  },
};

describe.each(Object.entries(writers))('the %s bucket', (kind, { service, key, source }) => {
  const bucket = kind as keyof typeof writers;
  const put = (context: Record<string, string>, principal = service) => ({
    principal,
    action: 's3:PutObject',
    resource: `${arnOf(bucket)}/${key}`,
    context: { ...secure, 'aws:PrincipalServiceName': principal, ...context },
  });

  test('accepts its service for its source', () => {
    expect(grants(policy(bucket), put(source))).toHaveLength(1);
    expect(denials(policy(bucket), put(source))).toEqual([]);
  });

  test('accepts no other source and no other service', () => {
    expect(grants(policy(bucket), put({}))).toEqual([]);
    const foreign = {
      'aws:SourceAccount': '999999999999',
      'aws:SourceArn': trailArn.replace('meridian', 'luzon'),
    };
    expect(grants(policy(bucket), put({ ...source, ...foreign }))).toEqual([]);
    const other = put(source, 'delivery.logs.amazonaws.com');
    expect(grants(policy(bucket), other)).toEqual([]);
    expect(denials(policy(bucket), other)).toEqual(['OnlyTheWriterWrites']);
  });
});

describe.each(['access', 'config', 'evidence', 'trail'] as const)('the %s bucket', (kind) => {
  const object = `${arnOf(kind)}/any/object`;
  const ask = (principal: string, action: string, resource: string) =>
    denials(policy(kind), { ...role(principal), action, resource });

  test('no role writes, nobody deletes, one role reads, the deployment alone changes settings', () => {
    for (const principal of [deploy, reader, admin, auditor, 'arn:aws:iam::100000000003:root']) {
      expect(ask(principal, 's3:PutObject', object)).toContain('OnlyTheWriterWrites');
      for (const action of ['s3:DeleteObject', 's3:DeleteObjectVersion', 's3:BypassGovernanceRetention']) {
        expect(ask(principal, action, object)).toEqual(['NobodyDeletes']);
      }
      const reads = ask(principal, 's3:GetObject', object).length === 0;
      expect(reads).toBe(principal === reader);
      const settles = ask(principal, 's3:PutBucketPolicy', arnOf(kind)).length === 0;
      expect(settles).toBe(principal === deploy);
    }
  });

  test('TLS 1.2 or newer, no customer-provided key', () => {
    const put = (context: Record<string, string>) =>
      denials(policy(kind), { action: 's3:PutObject', resource: object, context });
    expect(put({ 'aws:SecureTransport': 'false' })).toContain('TlsOnly');
    expect(put({ 's3:TlsVersion': '1.1' })).toContain('Tls12OrNewer');
    expect(put({ 's3:x-amz-server-side-encryption-customer-algorithm': 'AES256' })).toContain(
      'NoCustomerProvidedKeys',
    );
  });

  test('is versioned, lockable, private and kept', () => {
    const key = kind === 'access' ? { SSEAlgorithm: 'AES256' } : { SSEAlgorithm: 'aws:kms' };
    template.hasResource('AWS::S3::Bucket', {
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        BucketName: nameOf(kind),
        ObjectLockEnabled: true,
        VersioningConfiguration: { Status: 'Enabled' },
        OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [
            { BucketKeyEnabled: false, ServerSideEncryptionByDefault: key },
          ],
        },
      },
    });
  });
});

test('trail and evidence are locked for the configured days in compliance mode; the others cannot be', () => {
  const lock = (kind: Kind, rule: object) =>
    template.hasResourceProperties('AWS::S3::Bucket', {
      BucketName: nameOf(kind),
      ObjectLockConfiguration: { ObjectLockEnabled: 'Enabled', ...rule },
    });
  const compliance = {
    Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: organization.logRetentionDays } },
  };
  lock('trail', compliance);
  lock('evidence', compliance);
  lock('config', { Rule: Match.absent() });
  lock('access', { Rule: Match.absent() });
});

describe('the key', () => {
  const use = (principal: string, action: string, context: Record<string, string>) =>
    grants(keyPolicy, { principal, action, context });
  const underTrail = { 'aws:SourceArn': trailArn, 'kms:EncryptionContext:aws:cloudtrail:arn': trailArn };

  test('encrypts for this trail and no other', () => {
    const service = 'cloudtrail.amazonaws.com';
    expect(use(service, 'kms:GenerateDataKey', underTrail)).toHaveLength(1);
    const luzon = trailArn.replace('200000000001', '200000000002').replace('meridian', 'luzon');
    expect(use(service, 'kms:GenerateDataKey', { ...underTrail, 'aws:SourceArn': luzon })).toEqual([]);
    expect(
      use(service, 'kms:GenerateDataKey', {
        ...underTrail,
        'kms:EncryptionContext:aws:cloudtrail:arn': luzon,
      }),
    ).toEqual([]);
    expect(use(service, 'kms:Decrypt', underTrail)).toEqual([]);
  });

  test('encrypts what Config writes for this account into its bucket', () => {
    const context = {
      'aws:SourceAccount': '200000000001',
      'kms:EncryptionContext:aws:s3:arn': `${arnOf('config')}/AWSLogs/item`,
    };
    expect(use('config.amazonaws.com', 'kms:GenerateDataKey', context)).toHaveLength(1);
    for (const wrong of [
      { ...context, 'aws:SourceAccount': '200000000002' },
      { ...context, 'kms:EncryptionContext:aws:s3:arn': `${arnOf('trail')}/AWSLogs/item` },
    ]) {
      expect(use('config.amazonaws.com', 'kms:GenerateDataKey', wrong)).toEqual([]);
    }
  });

  test('decrypts for the reader through S3, and for nobody else', () => {
    const context = {
      'kms:ViaService': 's3.eu-west-2.amazonaws.com',
      'kms:EncryptionContext:aws:s3:arn': `${arnOf('trail')}/AWSLogs/log`,
    };
    expect(use(reader, 'kms:Decrypt', context)).toEqual(['ReaderReadsThroughS3']);
    expect(use(reader, 'kms:Decrypt', {})).toEqual([]);
    for (const other of [deploy, admin, auditor]) expect(use(other, 'kms:Decrypt', context)).toEqual([]);
  });

  test('is administered by the deploy role without use, and destroyed by nobody', () => {
    expect(use(deploy, 'kms:PutKeyPolicy', {})).toHaveLength(1);
    expect(use(admin, 'kms:PutKeyPolicy', {})).toEqual([]);
    for (const action of [
      'kms:ScheduleKeyDeletion',
      'kms:DisableKey',
      'kms:CreateGrant',
      'kms:GenerateDataKey',
    ]) {
      for (const principal of [deploy, admin, reader]) expect(use(principal, action, {})).toEqual([]);
    }
  });
});

test('the reader is the auditor, signed in with MFA', () => {
  const trust = policyOf(stack, 'AWS::IAM::Role', 'AssumeRolePolicyDocument', () => true);
  const assume = (context: Record<string, string>, principal = auditor) =>
    grants(trust, {
      principal,
      action: 'sts:AssumeRole',
      context: { 'aws:PrincipalArn': principal, ...context },
    });
  expect(assume({ 'aws:PrincipalTag/lpo:mfa': 'true' })).toHaveLength(1);
  expect(assume({})).toEqual([]);
  const reviewer = auditor.replace('auditor', 'm-7f3a9c-reviewer');
  expect(assume({ 'aws:PrincipalTag/lpo:mfa': 'true' }, reviewer)).toEqual([]);
});

describe('evidence', () => {
  const security = (name: string) => `arn:aws:iam::100000000002:role/lpo-meridian-${name}`;
  const put = (principal: string, key: string, context: object = { 's3:if-none-match': '*' }) => ({
    principal,
    action: 's3:PutObject',
    resource: `${arnOf('evidence')}/${key}`,
    context: { ...secure, 'aws:PrincipalArn': principal, ...context },
  });
  const allowed = (request: Parameters<typeof grants>[1]) =>
    grants(policy('evidence'), request).length > 0 && denials(policy('evidence'), request).length === 0;
  const folders = { 'kill-switch': 'incidents', 'breach-clock': 'clocks', 'ledger-writer': 'ledger' };

  test.each(Object.entries(folders))('%s adds to %s/ and to no other folder', (name, folder) => {
    for (const other of [...Object.values(folders), 'AWSLogs', folder.slice(0, -1)])
      expect([other, allowed(put(security(name), `${other}/x`))]).toEqual([other, other === folder]);
  });

  test.each(Object.entries(folders))('%s replaces nothing', (name, folder) => {
    expect(denials(policy('evidence'), put(security(name), `${folder}/x`, {}))).toEqual(['WrittenOnce']);
  });

  test.each(Object.entries(folders))(
    '%s reads its own folder, if it needs to, and no other',
    (name, folder) => {
      for (const other of Object.values(folders))
        expect(allowed({ ...put(security(name), `${other}/x`), action: 's3:GetObject' })).toBe(
          other === folder && name !== 'kill-switch',
        );
    },
  );

  test('those who read back may list their folder, and use the key for it through S3 alone', () => {
    const list = (prefix: string) => ({
      ...put(security('breach-clock'), ''),
      action: 's3:ListBucket',
      resource: arnOf('evidence'),
      context: { ...secure, 's3:prefix': prefix },
    });
    expect(allowed(list('clocks/inc-1/'))).toBe(true);
    expect(allowed(list('incidents/inc-1/'))).toBe(false);
    const use = (name: string, folder: string, action: string) =>
      grants(keyPolicy, {
        principal: security(name),
        action,
        context: {
          'kms:ViaService': 's3.eu-west-2.amazonaws.com',
          'kms:EncryptionContext:aws:s3:arn': `${arnOf('evidence')}/${folder}/x`,
        },
      }).length;
    expect(use('breach-clock', 'clocks', 'kms:Decrypt')).toBe(1);
    expect(use('breach-clock', 'incidents', 'kms:Decrypt')).toBe(0);
    expect(use('kill-switch', 'incidents', 'kms:Decrypt')).toBe(0);
    expect(use('kill-switch', 'incidents', 'kms:GenerateDataKey')).toBe(1);
  });

  test('nobody else adds', () => {
    for (const principal of [admin, reader, auditor, deploy])
      expect(denials(policy('evidence'), put(principal, 'clocks/x'))).toEqual(['OnlyTheWriterWrites']);
  });
});

test('nothing found by the packs, nothing acknowledged in vain', () => {
  expect(nagFindings(stack)).toEqual([]);
  expect(staleAcknowledgements(stack)).toEqual([]);
});
