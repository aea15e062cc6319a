import { callerIdentity } from '../../../../lib/operations/aws/caller-identity.ts';
import { KmsKeySource } from '../../../../lib/operations/aws/kms-key-source.ts';
import { verifyKeys } from '../../../../lib/operations/keys/verify-keys.ts';
import { exampleKey } from '../../../fakes/example-keys.ts';
import { KmsWire } from '../../../fakes/kms-wire.ts';
import { type Fault, type FaultPlan, wireAccess } from '../../../fakes/wire-handler.ts';

// Faults at the HTTP boundary: the real client with its own signing, retries and parsing.
const expected = exampleKey();
const setUp = (plan?: FaultPlan) => {
  const wire = new KmsWire();
  const key = wire.seed(expected);
  return { wire, key, access: wireAccess(wire, plan) };
};
const verify = (plan?: FaultPlan) =>
  verifyKeys([expected], 'alias/lpo/luzon/', new KmsKeySource(setUp(plan).access));

test('a key is read back as it was seeded, with reads only', async () => {
  const { wire, access } = setUp();
  const { differences } = await verifyKeys([expected], 'alias/lpo/luzon/', new KmsKeySource(access));
  expect(differences).toEqual([]);
  expect(wire.log.every((call) => /^(Describe|Get|List)/.test(call))).toBe(true);
});

const passing: Fault[] = ['throttle', 'timeout', 'cut', 'cut-mid-answer'];
test.each(passing)('one %s on each operation in turn is retried away', async (fault) => {
  for (const victim of [
    'DescribeKey',
    'GetKeyPolicy',
    'GetKeyRotationStatus',
    'ListGrants',
    'ListResourceTags',
  ]) {
    let left = 1;
    const { differences } = await verify((operation) =>
      operation === victim && left-- > 0 ? fault : undefined,
    );
    expect(differences).toEqual([]);
    expect(left).toBeLessThan(1);
  }
});

test.each<[Fault, string]>([
  ['throttle', 'AWS-THROTTLED'],
  ['timeout', 'AWS-UNREACHABLE'],
  ['cut', 'AWS-UNREACHABLE'],
  [{ error: 'AccessDeniedException' }, 'AWS-DENIED'],
  [{ error: 'ExpiredTokenException' }, 'AWS-CREDENTIALS-EXPIRED'],
  [{ error: 'UnrecognizedClientException' }, 'AWS-CREDENTIALS'],
  [{ error: 'KMSInvalidStateException' }, 'AWS-REFUSED'],
])('a lasting %j is a problem with a name, never a pass', async (fault, code) => {
  await expect(verify((operation) => (operation === 'ListGrants' ? fault : undefined))).rejects.toThrow(code);
});

test.each(['ListGrants', 'ListResourceTags', 'ListAliases'])(
  'an answer to %s without its list is a problem',
  async (half) => {
    class HalfAnswers extends KmsWire {
      override answer(region: string, target: string | undefined, body: string) {
        return target?.endsWith(`.${half}`)
          ? { status: 200, body: '{}' }
          : super.answer(region, target, body);
      }
    }
    const wire = new HalfAnswers();
    wire.seed(expected);
    await expect(
      verifyKeys([expected], 'alias/lpo/luzon/', new KmsKeySource(wireAccess(wire))),
    ).rejects.toThrow('an answer without');
  },
);

test('a key that vanishes between two reads counts as gone', async () => {
  const gone: FaultPlan = (operation) =>
    operation === 'GetKeyPolicy' ? { error: 'NotFoundException' } : undefined;
  expect((await verify(gone)).differences).toMatchObject([{ got: 'no key by this alias' }]);
});

test('a key under the vendor’s aliases that no template knows is a difference', async () => {
  const { wire, access } = setUp();
  wire.seed(exampleKey('m-forgotten'));
  const { differences } = await verifyKeys([expected], 'alias/lpo/luzon/', new KmsKeySource(access));
  expect(differences).toMatchObject([
    { where: { name: 'alias/lpo/luzon/m-forgotten' }, expected: 'no such key' },
  ]);
});

test('whose credentials these are', async () => {
  const { access } = setUp();
  expect(await callerIdentity('us-east-1', access)).toMatchObject({ account: '200000000002' });
});
