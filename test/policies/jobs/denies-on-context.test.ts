import { allStatements } from '../../../policies/proofs/all-statements.ts';
import { proveAssembly } from '../../../policies/proofs/prove-assembly.ts';
import type { Assembly } from '../../../policies/template/assembly.ts';
import { exampleAssembly } from '../../support/example-assembly.ts';

// A Deny that rests on context which a request shows, and which no job of ours ever named, shuts the room. One that rests
// on context no request of the room shows is harmless.

// biome-ignore lint/suspicious/noExplicitAny: templates are edited as JSON is
type Template = Record<string, any>;

const room: Assembly = exampleAssembly('meridian');
const work = allStatements.filter(({ part }) => part === 'work');
const account = '200000000001';

/** Places for a Deny: the stack, the statements it is put among, and jobs that pass it. */
const documents = /^(reviewer|second-approver|supervising|matter-administrator|backup-copies)/;
const places = {
  bucket: ['meridian/Matter-m-7f3a9c', 'AWS::S3::BucketPolicy', 'PolicyDocument', 's3:*', documents],
  'access point': ['meridian/Matter-m-7f3a9c', 'AWS::S3::AccessPoint', 'Policy', 's3:*', documents],
  key: [
    'meridian/Matter-m-7f3a9c',
    'AWS::KMS::Key',
    'KeyPolicy',
    'kms:*',
    /^(reviewer|auditor-reads|key-custodian)/,
  ],
  trust: [
    'meridian/Matter-m-7f3a9c',
    'AWS::IAM::Role',
    'AssumeRolePolicyDocument',
    'sts:*',
    /^(people-sign|backup|guardduty)/,
  ],
  topic: ['meridian/Alerts', 'AWS::SNS::TopicPolicy', 'PolicyDocument', 'sns:*', /^deployment-subscribes/],
  vault: [
    'meridian/Backup',
    'AWS::Backup::BackupVault',
    'AccessPolicy',
    'backup:*',
    /^deployment-makes-every/,
  ],
} as const;

type Place = keyof typeof places;

/** Jobs that a Deny there shuts, with the words of the refusal. */
function refusals(place: Place, Condition: Template, more: Template = {}): string[] {
  const [id, type, property, Action, jobs] = places[place];
  const stacks = room.stacks.map((one) => {
    if (one.id !== id) return one;
    const template = structuredClone(one.template);
    for (const resource of Object.values(template.Resources as Template))
      if (resource.Type === type && resource.Properties[property] !== undefined)
        resource.Properties[property].Statement.push({
          Sid: 'Planted',
          Effect: 'Deny',
          Principal: '*',
          Action,
          ...(place !== 'trust' && { Resource: '*' }),
          Condition,
          ...more,
        });
    return { ...one, template };
  });
  const report = proveAssembly({ ...room, stacks }, { statements: work.filter((job) => jobs.test(job.id)) });
  expect(report.failures).toEqual([]);
  return report.results.flatMap(({ statement, subject, verdict }) =>
    verdict.kind === 'proved'
      ? []
      : [
          `${statement.id}: ${subject}: ${'culprits' in verdict ? verdict.culprits.join('; ') : verdict.kind}`,
        ],
  );
}

test.each<[Place, string, Template, RegExp]>([
  ['bucket', 's3:delimiter', { StringEquals: { 's3:delimiter': '/' } }, /^reviewer-works.*Deny Planted/],
  [
    'bucket',
    's3:max-keys',
    { NumericGreaterThan: { 's3:max-keys': '100' } },
    /^reviewer-works.*Deny Planted/,
  ],
  ['bucket', 's3:versionid', { Null: { 's3:versionid': 'false' } }, /^second-approver.*Deny Planted/],
  [
    'bucket',
    's3:x-amz-copy-source',
    { Null: { 's3:x-amz-copy-source': 'false' } },
    /^supervising-lawyer.*Deny Planted/,
  ],
  [
    'bucket',
    's3:x-amz-server-side-encryption, which no client sends',
    { Null: { 's3:x-amz-server-side-encryption': 'true' } },
    /^reviewer-works.*Deny Planted/,
  ],
  [
    'bucket',
    's3:object-lock-mode',
    { Null: { 's3:object-lock-mode': 'false' } },
    /^matter-administrator.*Deny Planted/,
  ],
  [
    'bucket',
    's3:object-lock-remaining-retention-days',
    { NumericGreaterThan: { 's3:object-lock-remaining-retention-days': '1' } },
    /^matter-administrator.*Deny Planted/,
  ],
  [
    'bucket',
    's3:ResourceAccount',
    { StringEquals: { 's3:ResourceAccount': account } },
    /^reviewer-works.*Deny Planted/,
  ],
  [
    'bucket',
    's3:signatureversion',
    { Null: { 's3:signatureversion': 'false' } },
    /^reviewer-works.*Deny Planted/,
  ],
  [
    'bucket',
    's3:DataAccessPointAccount',
    { StringEquals: { 's3:DataAccessPointAccount': account } },
    /^reviewer-works.*Deny Planted/,
  ],
  [
    'access point',
    's3:AccessPointNetworkOrigin',
    { Null: { 's3:AccessPointNetworkOrigin': 'false' } },
    /^reviewer-works.*Deny Planted/,
  ],
  ['bucket', 'aws:ResourceTag', { Null: { 'aws:ResourceTag/lpo:vendor': 'false' } }, /Deny Planted/],
  [
    'bucket',
    'aws:PrincipalOrgPaths',
    { Null: { 'aws:PrincipalOrgPaths': 'false' } },
    /^reviewer-works.*Deny Planted/,
  ],
  [
    'bucket',
    'aws:ResourceOrgPaths',
    { Null: { 'aws:ResourceOrgPaths': 'false' } },
    /^reviewer-works.*Deny Planted/,
  ],
  [
    'bucket',
    'aws:FederatedProvider',
    { Null: { 'aws:FederatedProvider': 'false' } },
    /^reviewer-works.*Deny Planted/,
  ],
  [
    'bucket',
    'aws:VpcSourceIp',
    { IpAddress: { 'aws:VpcSourceIp': '10.0.0.0/8' } },
    /^reviewer-works.*Deny Planted/,
  ],
  [
    'bucket',
    'saml:sub_type',
    { StringEquals: { 'saml:sub_type': 'persistent' } },
    /^reviewer-works.*Deny Planted/,
  ],
  [
    'key',
    'kms:EncryptionContextKeys',
    { 'ForAnyValue:StringEquals': { 'kms:EncryptionContextKeys': 'aws:s3:arn' } },
    /^reviewer-works.*Deny Planted/,
  ],
  [
    'key',
    'kms:EncryptionAlgorithm',
    { Null: { 'kms:EncryptionAlgorithm': 'false' } },
    /^reviewer-works.*Deny Planted/,
  ],
  [
    'key',
    'kms:KeySpec',
    { StringEquals: { 'kms:KeySpec': 'SYMMETRIC_DEFAULT' } },
    /^reviewer-works.*Deny Planted/,
  ],
  [
    'key',
    'kms:KeyUsage',
    { StringEquals: { 'kms:KeyUsage': 'ENCRYPT_DECRYPT' } },
    /^reviewer-works.*Deny Planted/,
  ],
  [
    'key',
    'kms:KeyOrigin',
    { StringNotEquals: { 'kms:KeyOrigin': 'EXTERNAL' } },
    /^reviewer-works.*Deny Planted/,
  ],
  ['key', 'kms:MultiRegion', { Bool: { 'kms:MultiRegion': 'false' } }, /^reviewer-works.*Deny Planted/],
  [
    'key',
    'kms:ResourceAliases',
    { 'ForAnyValue:StringLike': { 'kms:ResourceAliases': 'alias/lpo/*' } },
    /^reviewer-works.*Deny Planted/,
  ],
  [
    'key',
    'kms:RequestAlias',
    { StringLike: { 'kms:RequestAlias': 'alias/*' } },
    /^reviewer-works.*Deny Planted/,
  ],
  [
    'key',
    'kms:CallerAccount',
    { StringEquals: { 'kms:CallerAccount': account } },
    /^reviewer-works.*Deny Planted/,
  ],
  [
    'key',
    'aws:CalledVia',
    { 'ForAnyValue:StringEquals': { 'aws:CalledVia': 's3.amazonaws.com' } },
    /^reviewer-works.*Deny Planted/,
  ],
  ['key', 'aws:SourceIp', { Null: { 'aws:SourceIp': 'false' } }, /^reviewer-works.*Deny Planted/],
  ['trust', 'saml:iss', { Null: { 'saml:iss': 'false' } }, /^people-sign-in.*Deny Planted/],
  ['trust', 'saml:doc', { StringLike: { 'saml:doc': '*' } }, /^people-sign-in.*Deny Planted/],
  [
    'trust',
    'saml:sub_type',
    { StringEquals: { 'saml:sub_type': 'transient' } },
    /^people-sign-in.*Deny Planted/,
  ],
  [
    'trust',
    'sts:RoleSessionName',
    { StringLike: { 'sts:RoleSessionName': '*' } },
    /^people-sign-in.*Deny Planted/,
  ],
  ['trust', 'aws:SourceAccount', { StringEquals: { 'aws:SourceAccount': account } }, /backup.*Deny Planted/],
  [
    'trust',
    'aws:ResourceTag',
    { StringEquals: { 'aws:ResourceTag/lpo:vendor': 'meridian' } },
    /Deny Planted/,
  ],
  [
    'topic',
    'sns:Protocol',
    { StringEquals: { 'sns:Protocol': 'https' } },
    /^deployment-subscribes.*Deny Planted/,
  ],
  [
    'topic',
    'sns:Endpoint',
    { StringLike: { 'sns:Endpoint': '*@example.com' } },
    /^deployment-subscribes.*Deny Planted/,
  ],
  [
    'vault',
    'aws:RequestTag',
    { Null: { 'aws:RequestTag/lpo:vendor': 'false' } },
    /^deployment-makes-every.*Deny Planted/,
  ],
  [
    'vault',
    'aws:TagKeys',
    { 'ForAnyValue:StringLike': { 'aws:TagKeys': 'lpo:*' } },
    /^deployment-makes-every.*Deny Planted/,
  ],
])('a Deny of the %s on %s is refused', (place, _, condition, expected) => {
  expect(refusals(place, condition)).toContainEqual(expect.stringMatching(expected));
});

test.each<[Place, string, Template]>([
  ['bucket', 'an ACL of the client', { Null: { 's3:x-amz-acl': 'false' } }],
  ['bucket', 'another account than the bucket’s', { StringNotEquals: { 's3:ResourceAccount': account } }],
  [
    'bucket',
    'an access point of somebody else',
    {
      StringNotEqualsIfExists: { 's3:DataAccessPointAccount': account },
      Null: { 's3:DataAccessPointAccount': 'false' },
    },
  ],
  ['bucket', 'another storage class', { Null: { 's3:x-amz-storage-class': 'false' } }],
  ['bucket', 'a presigned link', { StringEquals: { 's3:authType': 'REST-QUERY-STRING' } }],
  ['key', 'an enclave', { Null: { 'kms:RecipientAttestation:PCR0': 'false' } }],
  ['key', 'a key of several Regions', { Bool: { 'kms:MultiRegion': 'true' } }],
  ['trust', 'a source identity', { Null: { 'sts:SourceIdentity': 'false' } }],
  [
    'trust',
    'the source of another account',
    { StringNotEquals: { 'aws:SourceAccount': account }, Null: { 'aws:SourceAccount': 'false' } },
  ],
])('a Deny of the %s on %s shuts nothing', (place, _, condition) => {
  // CloudTrail, AWS Config and S3 deliver logs with an ACL; none of them to a bucket of documents.
  expect(refusals(place, condition)).toEqual([]);
});
