import { type Deviation, resourceCheck } from '../../../authoring/check.ts';
import { allow } from '../../../authoring/fixtures/allow.ts';
import { key, keyUnder } from '../../../authoring/fixtures/key.ts';
import { roleArn } from '../../../authoring/fixtures/role-arn.ts';
import { isSigningKey, keyUse, reaches, signingUse } from '../../../reading/key-actions.ts';
import type { Statement } from '../../../template/policy/statement.ts';

const reader = { AWS: roleArn('reader') };
const logs = { Service: 'logs.eu-west-2.amazonaws.com' };
const viaS3 = { 'kms:ViaService': 's3.eu-west-2.amazonaws.com' };
const oneBucket = {
  ArnLike: {
    'kms:EncryptionContext:aws:s3:arn': 'arn:aws:s3:::lpo-meridian-m-7f3a9c-200000000001-eu-west-2/*',
  },
};

/** Operators that bind: no IfExists, no negation. */
const binding = /^(StringEquals|StringLike|ArnEquals|ArnLike)$/;

/** A use statement says what the key is used for, so a stolen session cannot decrypt by hand. */
export const check = resourceCheck({
  control: 'LPO-DAT-01',
  name: 'key-use-bound-to-its-purpose',
  expected:
    'roles use the key through one service (kms:ViaService), through S3 for one bucket; services use it for one source or encryption context; a grant goes to AWS resources only; no use action is a wildcard',
  fix: 'add kms:ViaService, aws:SourceArn or kms:EncryptionContext:…; add Bool kms:GrantIsForAWSResource true to CreateGrant',
  types: ['AWS::KMS::Key'],
  judge(resource) {
    // What a signing key does is judged by `signing-key-signs-for-one-role`.
    const use = keyUse.filter((action) => !(isSigningKey(resource) && signingUse.includes(action)));
    const statements = resource
      .statements('KeyPolicy')
      .filter((statement) => statement.effect === 'Allow' && reaches(statement, use).length > 0);
    return statements.flatMap(faults);
  },
  good: {
    'a role through S3': keyUnder(allow(reader, 'kms:Decrypt', { StringEquals: viaS3, ...oneBucket })),
    'a service for its log groups': keyUnder(
      allow(logs, 'kms:Decrypt', {
        ArnLike: {
          'kms:EncryptionContext:aws:logs:arn': 'arn:aws:logs:eu-west-2:200000000001:log-group:/lpo/*',
        },
      }),
    ),
    'a grant for a service': keyUnder(
      allow(reader, 'kms:CreateGrant', {
        StringEquals: viaS3,
        ...oneBucket,
        Bool: { 'kms:GrantIsForAWSResource': 'true' },
      }),
    ),
  },
  bad: {
    'a role without a service': keyUnder(allow(reader, 'kms:Decrypt')),
    'a condition that passes when the key is absent': keyUnder(
      allow(reader, 'kms:Decrypt', { StringEqualsIfExists: viaS3 }),
    ),
    'any service': keyUnder(allow(reader, 'kms:Decrypt', { StringLike: { 'kms:ViaService': '*' } })),
    'a service for anybody': keyUnder(allow(logs, 'kms:Decrypt')),
    'a service for any log group': keyUnder(
      allow(logs, 'kms:Decrypt', { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': '*' } }),
    ),
    'any bucket': keyUnder(allow(reader, 'kms:Decrypt', { StringEquals: viaS3 })),
    'a grant by hand': keyUnder(allow(reader, 'kms:CreateGrant', { StringEquals: viaS3 })),
    'a wildcard': keyUnder(allow(reader, 'kms:*', { StringEquals: viaS3 })),
    'signing with a key that says it encrypts': keyUnder(allow(reader, 'kms:Sign')),
    'a grant on a signing key': key({
      KeyUsage: 'SIGN_VERIFY',
      KeyPolicy: { Statement: [allow(reader, 'kms:CreateGrant', { StringEquals: viaS3 })] },
    }),
  },
});

function faults(statement: Statement): Deviation[] {
  const found: string[] = [];
  const bound = (key: RegExp) =>
    statement.conditions.some(
      (condition) =>
        binding.test(condition.operator) && key.test(condition.key) && !condition.values.some(isAnything),
    );
  if (statement.principals.some(({ kind }) => kind === 'Service')) {
    if (!bound(/^(aws:source(arn|account|orgid)|kms:encryptioncontext:.+)$/))
      found.push('a service may use the key for anybody');
  } else if (!bound(/^kms:viaservice$/)) found.push('use is not bound to a service (kms:ViaService)');
  else if (throughS3(statement) && !bound(/^kms:encryptioncontext:aws:s3:arn$/))
    found.push('use through S3 is not bound to one bucket (kms:EncryptionContext:aws:s3:arn)');
  const grants = reaches(statement, ['kms:CreateGrant']).length > 0;
  const forAws = statement.conditions.some(
    ({ operator, key, values }) =>
      operator === 'Bool' && key === 'kms:grantisforawsresource' && values.every((value) => value === 'true'),
  );
  if (grants && !forAws) found.push('CreateGrant without Bool kms:GrantIsForAWSResource true');
  for (const action of statement.actions)
    if (/^(\*|kms:\*|kms:[A-Za-z]{0,5}\*)$/i.test(action)) found.push(`wildcard ${action}`);
  return found.map((what) => ({ property: statement.path, got: `${statement.name}: ${what}` }));
}

const throughS3 = ({ conditions }: Statement): boolean =>
  conditions.some(
    ({ key, values }) => key === 'kms:viaservice' && values.some((value) => value.startsWith('s3.')),
  );

const isAnything = (value: string): boolean => /^[*?]*$/.test(value) || /^arn:[^/]*:\*$/.test(value);
