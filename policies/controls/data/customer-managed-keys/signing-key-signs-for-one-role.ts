import { type Deviation, resourceCheck } from '../../../authoring/check.ts';
import { isNamedRole } from '../../../authoring/deny/condition-shapes.ts';
import { key } from '../../../authoring/fixtures/key.ts';
import { roleArn } from '../../../authoring/fixtures/role-arn.ts';
import { isSigningKey, keyUse, reaches } from '../../../reading/key-actions.ts';
import { vendorName } from '../../../template/names.ts';
import type { Statement } from '../../../template/policy/statement.ts';

const signing = (properties: object, ...statements: object[]) =>
  key({
    KeyUsage: 'SIGN_VERIFY',
    KeySpec: 'ECC_NIST_P256',
    ...properties,
    KeyPolicy: { Statement: statements },
  });
const writer = roleArn(vendorName('meridian', 'ledgerWriter'), '100000000002');
const bound = { 'kms:SigningAlgorithm': 'ECDSA_SHA_256', 'kms:MessageType': 'RAW' };
const sign = (more: object = {}) => ({
  Effect: 'Allow',
  Principal: { AWS: writer },
  Action: 'kms:Sign',
  Resource: '*',
  Condition: { StringEquals: bound },
  ...more,
});
const curves = ['ECC_NIST_P256', 'ECC_NIST_P384'];

/**
 * KMS rotates no asymmetric key, so what protects a signature is that one role alone can make it, in one way,
 * and that nothing but signing can be done with the key.
 */
export const check = resourceCheck({
  control: 'LPO-DAT-01',
  name: 'signing-key-signs-for-one-role',
  expected:
    'a key that signs is on P-256 or P-384, lets one named role sign, with one algorithm and messages that KMS hashes itself, and does nothing else for anybody',
  fix: 'allow kms:Sign to one role where StringEquals kms:SigningAlgorithm and kms:MessageType RAW; drop every other use',
  types: ['AWS::KMS::Key'],
  judge(resource) {
    if (!isSigningKey(resource)) return 'not applicable';
    const spec = resource.text('KeySpec') ?? 'absent';
    const using = resource
      .statements('KeyPolicy')
      .filter((statement) => statement.effect === 'Allow' && reaches(statement, keyUse).length > 0);
    const signers = new Set(using.flatMap(({ principals }) => principals.map(({ value }) => value)));
    return [
      ...(curves.includes(spec) ? [] : [{ property: 'KeySpec', got: spec }]),
      ...(signers.size === 1 ? [] : [{ property: 'KeyPolicy', got: `${signers.size} principals that sign` }]),
      ...using.flatMap(faults),
    ];
  },
  good: { 'one role': signing({}, sign()), 'on P-384': signing({ KeySpec: 'ECC_NIST_P384' }, sign()) },
  bad: {
    nobody: signing({}),
    'two roles': signing({}, sign({ Principal: { AWS: [writer, writer.replace('writer', 'reader')] } })),
    'two statements': signing({}, sign(), sign({ Principal: { AWS: writer.replace('writer', 'reader') } })),
    'the account': signing({}, sign({ Principal: { AWS: 'arn:aws:iam::100000000002:root' } })),
    'a service': signing({}, sign({ Principal: { Service: 'lambda.amazonaws.com' } })),
    'any algorithm': signing({}, sign({ Condition: { StringEquals: { 'kms:MessageType': 'RAW' } } })),
    'a hash of something unknown': signing(
      {},
      sign({ Condition: { StringEquals: { ...bound, 'kms:MessageType': 'DIGEST' } } }),
    ),
    'if it says how': signing({}, sign({ Condition: { StringEqualsIfExists: bound } })),
    'a grant': signing({}, sign({ Action: ['kms:Sign', 'kms:CreateGrant'] })),
    'a wildcard': signing({}, sign({ Action: 'kms:*' })),
    'RSA of any length': signing({ KeySpec: 'RSA_2048' }, sign()),
  },
});

function faults(statement: Statement): Deviation[] {
  const is = (name: string, allowed: RegExp) =>
    statement.conditions.some(
      ({ operator, key, values }) =>
        operator === 'StringEquals' &&
        key === name &&
        values.length === 1 &&
        values.every((value) => allowed.test(value)),
    );
  const beyond = statement.actions.filter((action) => !/^kms:(Sign|Verify)$/i.test(action));
  return [
    statement.principals.every(({ kind, value }) => kind === 'AWS' && isNamedRole(value)) ||
      'signing by something other than a named role',
    (beyond.length === 0 && statement.notActions.length === 0) || `use beyond signing: ${beyond.join(', ')}`,
    is('kms:signingalgorithm', /^ECDSA_SHA_(256|384)$/) || 'no one signing algorithm',
    is('kms:messagetype', /^RAW$/) || 'messages that KMS has not hashed',
  ]
    .filter((fault) => typeof fault === 'string')
    .map((fault) => ({ property: statement.path, got: `${statement.name}: ${fault}` }));
}
