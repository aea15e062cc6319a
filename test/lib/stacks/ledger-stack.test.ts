import { expectedKeys } from '../../../lib/operations/keys/expected-keys.ts';
import { exampleAssembly } from '../../support/example-assembly.ts';
import { type AnyPolicy, grants } from '../../support/policy-evaluator.ts';
import { resourcesOf, stackOf } from '../../support/resources-of.ts';

const assembly = exampleAssembly();
const stack = stackOf(assembly, 'meridian/Ledger');
const [key] = resourcesOf(stack, 'AWS::KMS::Key');
const keyPolicy: AnyPolicy = key?.properties.KeyPolicy;
const security = (name: string) => `arn:aws:iam::100000000002:role/${name}`;

test('the key signs on P-256, in one region, and is kept when its stack goes', () => {
  expect(key?.properties).toMatchObject({
    KeySpec: 'ECC_NIST_P256',
    KeyUsage: 'SIGN_VERIFY',
    MultiRegion: false,
  });
  // KMS refuses to rotate an asymmetric key; asking for it would fail the deployment.
  expect(key?.properties.EnableKeyRotation).toBeUndefined();
  expect(key?.resource).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
});

test('the writer alone signs, messages and not hashes, with one algorithm', () => {
  const signing = keyPolicy.Statement.filter(({ Action }) =>
    [Action ?? []].flat().some((action) => /^kms:(Sign|\*)/.test(action)),
  );
  expect(signing).toHaveLength(1);
  expect(signing[0]).toMatchObject({
    Action: 'kms:Sign',
    Condition: { StringEquals: { 'kms:SigningAlgorithm': 'ECDSA_SHA_256', 'kms:MessageType': 'RAW' } },
  });
  const role = Object.entries(stack.template.Resources ?? {}).find(
    ([, { Properties }]) => Properties?.RoleName === 'lpo-meridian-ledger-writer',
  );
  expect(signing[0]?.Principal).toEqual({ AWS: { 'Fn::GetAtt': [role?.[0], 'Arn'] } });
});

test('nobody deletes, disables or lends the key, the deployment included', () => {
  for (const name of [
    'cdk-closedroom-cfn-exec-role-100000000002-eu-west-2',
    'lpo-meridian-ledger-writer',
    'lpo-meridian-kill-switch',
  ])
    for (const action of ['kms:ScheduleKeyDeletion', 'kms:DisableKey', 'kms:CreateGrant', 'kms:EnableKey'])
      expect(grants(keyPolicy, { principal: security(name), action, resource: '*', context: {} })).toEqual(
        [],
      );
});

test('`lpo keys verify` knows that KMS does not rotate it', () => {
  const expected = expectedKeys(assembly, 'meridian').find(
    ({ alias }) => alias === 'alias/lpo/meridian/ledger',
  );
  expect(expected).toMatchObject({
    account: '100000000002',
    spec: 'ECC_NIST_P256',
    usage: 'SIGN_VERIFY',
    rotation: { status: 'unsupported' },
  });
});

test('the writer needs a fresh second factor, and its boundary lets it append and sign, nothing else', () => {
  const [role] = resourcesOf(stack, 'AWS::IAM::Role');
  expect(role?.properties).toMatchObject({
    RoleName: 'lpo-meridian-ledger-writer',
    MaxSessionDuration: 3600,
  });
  expect(role?.properties.AssumeRolePolicyDocument.Statement[0].Condition).toMatchObject({
    Bool: { 'aws:MultiFactorAuthPresent': 'true' },
    NumericLessThan: { 'aws:MultiFactorAuthAge': '900' },
  });
  const boundary: AnyPolicy = resourcesOf(stack, 'AWS::IAM::ManagedPolicy').find(
    ({ properties }) => properties.ManagedPolicyName === 'lpo-meridian-ledger-boundary',
  )?.properties.PolicyDocument;
  const actions = boundary.Statement.flatMap(({ Action }) => Action);
  expect([...new Set(actions)].sort()).toEqual([
    'kms:Decrypt',
    'kms:DescribeKey',
    'kms:GenerateDataKey',
    'kms:GetPublicKey',
    'kms:Sign',
    's3:GetObject',
    's3:ListBucket',
    's3:PutObject',
  ]);
  const bucket = 'arn:aws:s3:::lpo-meridian-evidence-100000000003-eu-west-2';
  const put = (resource: string) =>
    grants(boundary, { action: 's3:PutObject', resource: `${bucket}/${resource}`, context: {} });
  expect(put('ledger/meridian/000000000000.json')).toHaveLength(1);
  expect(put('clocks/inc-1/aware-at.json')).toEqual([]);
});
