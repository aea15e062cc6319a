import { exampleAssembly } from '../../../support/example-assembly.ts';
import { type AnyPolicy, denials, grants } from '../../../support/policy-evaluator.ts';
import { resourcesOf, stackOf } from '../../../support/resources-of.ts';

const assembly = exampleAssembly();
const access = stackOf(assembly, 'meridian/Access');
const policies = resourcesOf(access, 'AWS::IAM::ManagedPolicy');
const boundary = policies.find(
  ({ properties }) => properties.ManagedPolicyName === 'lpo-meridian-containment-boundary',
);
const suspendedLogicalId = policies.find(
  ({ properties }) => properties.ManagedPolicyName === 'lpo-meridian-suspended',
)?.logicalId;

/** The boundary with the reference to the suspended policy filled in. */
const ceiling: AnyPolicy = JSON.parse(
  JSON.stringify(boundary?.properties.PolicyDocument).replaceAll(
    JSON.stringify({ Ref: suspendedLogicalId }),
    '"arn:aws:iam::200000000001:policy/lpo-meridian-suspended"',
  ),
);
const may = (action: string, resource: string, context: Record<string, string> = {}): boolean =>
  grants(ceiling, { action, resource, context }).length > 0;

const reviewer = 'arn:aws:iam::200000000001:role/lpo-meridian-m-7f3a9c-reviewer';
const key = 'arn:aws:kms:eu-west-2:200000000001:key/1';
const suspension = 'arn:aws:s3:::lpo-meridian-state-200000000001-eu-west-2/suspended/vendor/inc-20a1f3';
const suspendedPolicy = { 'iam:PolicyARN': 'arn:aws:iam::200000000001:policy/lpo-meridian-suspended' };

test('the role, its boundary and its policy are there', () => {
  const role = resourcesOf(access, 'AWS::IAM::Role').find(
    ({ properties }) => properties.RoleName === 'lpo-meridian-containment',
  );
  expect(role?.properties.PermissionsBoundary).toBe(
    'arn:aws:iam::200000000001:policy/lpo-meridian-containment-boundary',
  );
  expect(role?.properties.AssumeRolePolicyDocument.Statement).toEqual([
    {
      Action: 'sts:AssumeRole',
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::100000000002:root' },
      Condition: {
        ArnEquals: { 'aws:PrincipalArn': 'arn:aws:iam::100000000002:role/lpo-meridian-kill-switch' },
        StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' },
      },
    },
  ]);
});

test('it takes away', () => {
  expect(may('kms:DisableKey', key)).toBe(true);
  expect(may('ec2:TerminateClientVpnConnections', '*')).toBe(true);
  expect(may('ec2:RevokeClientVpnIngress', '*')).toBe(true);
  expect(may('s3:PutObject', suspension)).toBe(true);
  expect(may('iam:AttachRolePolicy', reviewer, suspendedPolicy)).toBe(true);
});

test.each([
  ['kms:EnableKey', key],
  ['kms:CancelKeyDeletion', key],
  ['kms:ScheduleKeyDeletion', key],
  ['kms:CreateGrant', key],
  ['kms:PutKeyPolicy', key],
  ['ec2:AuthorizeClientVpnIngress', '*'],
  ['iam:DetachRolePolicy', reviewer],
  ['iam:PutRolePolicy', reviewer],
  ['iam:UpdateAssumeRolePolicy', reviewer],
  ['iam:CreatePolicyVersion', 'arn:aws:iam::200000000001:policy/lpo-meridian-suspended'],
  ['s3:DeleteObject', suspension],
  ['s3:DeleteObjectVersion', suspension],
  ['s3:PutBucketPolicy', 'arn:aws:s3:::lpo-meridian-m-7f3a9c-200000000001-eu-west-2'],
  ['s3:GetObject', 'arn:aws:s3:::lpo-meridian-m-7f3a9c-200000000001-eu-west-2/intake/x'],
])('it can never %s', (action, resource) => {
  expect(may(action, resource, suspendedPolicy)).toBe(false);
});

test('it attaches the one policy that denies everything, to people and the canary only', () => {
  const admin = { 'iam:PolicyARN': 'arn:aws:iam::aws:policy/AdministratorAccess' };
  expect(may('iam:AttachRolePolicy', reviewer, admin)).toBe(false);
  const logs = 'arn:aws:iam::200000000001:role/lpo-meridian-trail-logs';
  expect(may('iam:AttachRolePolicy', logs, suspendedPolicy)).toBe(false);
  const [suspended] = policies.filter(({ logicalId }) => logicalId === suspendedLogicalId);
  expect(suspended?.properties.PolicyDocument.Statement).toEqual([
    { Action: '*', Effect: 'Deny', Resource: '*' },
  ]);
});

describe('one person', () => {
  const named = policies.filter(({ properties }) =>
    /^lpo-meridian-suspended-p-/.test(properties.ManagedPolicyName ?? ''),
  );

  test('everyone on the roster has a policy that denies that person everything, and nobody else', () => {
    expect(named.length).toBeGreaterThan(5);
    for (const { properties } of named) {
      const person = properties.ManagedPolicyName.replace('lpo-meridian-suspended-', '');
      const document: AnyPolicy = properties.PolicyDocument;
      const denied = (userid: string) =>
        denials(document, { action: 's3:GetObject', resource: '*', context: { 'aws:userid': userid } })
          .length > 0;
      expect(denied(`AROAEXAMPLE:${person}`)).toBe(true);
      expect(denied(`AROAEXAMPLE:${person}@firm.example`)).toBe(true);
      expect(denied('AROAEXAMPLE:p-ffffff')).toBe(false);
      expect(denied(`AROAEXAMPLE:${person}0`)).toBe(false);
      expect(denied(`AROAEXAMPLE:x@${person}`)).toBe(false);
    }
  });

  test('the switch attaches it to every role a person can have, and no other policy', () => {
    const policy = (name: string) => ({ 'iam:PolicyARN': `arn:aws:iam::200000000001:policy/${name}` });
    const one = policy('lpo-meridian-suspended-p-0a1b2c');
    const iam = 'arn:aws:iam::200000000001:role/';
    for (const role of [reviewer, `${iam}lpo-meridian-auditor`, `${iam}lpo-meridian-key-custodian`])
      expect(may('iam:AttachRolePolicy', role, one)).toBe(true);
    for (const role of ['lpo-meridian-connect', 'lpo-break-glass', 'lpo-luzon-m-7f3a9c-reviewer'])
      expect(may('iam:AttachRolePolicy', `${iam}${role}`, one)).toBe(false);
    expect(may('iam:AttachRolePolicy', reviewer, policy('lpo-luzon-suspended-p-0a1b2c'))).toBe(false);
    // Everyone at once from the role that must lift it again would be no containment but a lock-out.
    expect(may('iam:AttachRolePolicy', `${iam}lpo-meridian-key-custodian`, suspendedPolicy)).toBe(false);
  });
});

test('no key of the vendor lets it do more than look and disable', () => {
  const keys = resourcesOf(assembly, 'AWS::KMS::Key').filter(({ stack }) =>
    stack.startsWith('meridian/Matter-'),
  );
  expect(keys).toHaveLength(3);
  for (const { properties } of keys) {
    const named = properties.KeyPolicy.Statement.filter(({ Principal }: { Principal: object }) =>
      JSON.stringify(Principal).includes('lpo-meridian-containment'),
    );
    expect(named.map(({ Action }: { Action: string[] }) => Action)).toEqual([
      ['kms:DescribeKey', 'kms:DisableKey'],
    ]);
  }
});

describe('the state bucket', () => {
  const [policy] = resourcesOf(stackOf(assembly, 'meridian/Connect'), 'AWS::S3::BucketPolicy');
  const iam = 'arn:aws:iam::200000000001:role/';
  const denied = (role: string, action: string, prefix: string): string[] =>
    denials(policy?.properties.PolicyDocument, {
      principal: `${iam}${role}`,
      action,
      resource: `arn:aws:s3:::lpo-meridian-state-200000000001-eu-west-2/${prefix}/x`,
      context: { 'aws:PrincipalArn': `${iam}${role}`, 'aws:SecureTransport': 'true', 's3:TlsVersion': '1.3' },
    });

  test.each([
    ['lpo-meridian-containment', 's3:PutObject', 'suspended'],
    ['lpo-meridian-key-custodian', 's3:DeleteObject', 'suspended'],
    ['lpo-meridian-connect', 's3:PutObject', 'sessions'],
    ['lpo-meridian-sweep', 's3:GetObject', 'sessions'],
  ])('does not deny %s %s in %s', (role, action, prefix) => {
    expect(denied(role, action, prefix)).toEqual([]);
  });

  test.each([
    ['lpo-meridian-containment', 's3:DeleteObject', 'suspended', 'OnlyTheCustodianDeletes'],
    ['lpo-meridian-key-custodian', 's3:PutObject', 'suspended', 'OnlyContainmentSuspends'],
    ['lpo-meridian-connect', 's3:DeleteObject', 'suspended', 'OnlyTheCustodianDeletes'],
    ['lpo-meridian-connect', 's3:GetObject', 'suspended', 'OnlyTheHandlersRead'],
    ['lpo-meridian-connect', 's3:PutObject', 'suspended', 'OnlyContainmentSuspends'],
    ['lpo-meridian-containment', 's3:PutObject', 'sessions', 'OnlyTheConnectHandlerAdmits'],
    ['lpo-meridian-key-custodian', 's3:DeleteObjectVersion', 'suspended', 'NoVersionIsDeleted'],
    ['lpo-meridian-m-7f3a9c-reviewer', 's3:GetObject', 'suspended', 'OnlyTheHandlersRead'],
  ])('denies %s %s in %s', (role, action, prefix, sid) => {
    expect(denied(role, action, prefix)).toContain(sid);
  });

  test('holds nothing outside its two prefixes', () => {
    expect(denied('lpo-meridian-sweep', 's3:PutObject', 'other')).toEqual(['OnlyTheHandlersWrite']);
    expect(denied('lpo-meridian-connect', 's3:DeleteObject', 'other')).toEqual(['OnlyTheCustodianDeletes']);
  });
});
