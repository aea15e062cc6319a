import { createPublicKey } from 'node:crypto';
import {
  CreateAliasCommand,
  CreateGrantCommand,
  CreateKeyCommand,
  EnableKeyRotationCommand,
  GetPublicKeyCommand,
  KMSClient,
} from '@aws-sdk/client-kms';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { clientConfig } from '../../lib/operations/aws/aws-access.ts';
import { callerIdentity } from '../../lib/operations/aws/caller-identity.ts';
import { KmsKeyControl } from '../../lib/operations/aws/kms-key-control.ts';
import { kmsSigner } from '../../lib/operations/aws/kms-signer.ts';
import { S3LedgerStore } from '../../lib/operations/aws/s3-ledger-store.ts';
import { keyDifferences } from '../../lib/operations/keys/key-differences.ts';
import type { ExpectedKey } from '../../lib/operations/keys/key-settings.ts';
import { appendRecord } from '../../lib/operations/ledger/append-record.ts';
import { appendCheckpoint } from '../../lib/operations/ledger/checkpoint.ts';
import { verifyLedger } from '../../lib/operations/ledger/verify-ledger.ts';
import { exampleKey } from '../fakes/example-keys.ts';
import { isMotoInstalled, startMoto } from '../fakes/moto-server.ts';

// The real clients against a moto server, as far as moto is right: seeding and reading back settings, signing,
// conditional writes. Nothing here says that AWS would deploy, deny or destroy anything: moto lets a disabled
// key decrypt and knows no key policy.
const installed = isMotoInstalled();
if (!installed && process.env.LPO_EXPECT_MOTO === '1')
  test('moto_server is expected here', () => {
    throw new Error("moto_server is not installed: pip install 'moto[server]==5.2.1'");
  });
const suite = installed ? describe : describe.skip;

suite(installed ? 'moto' : "skipped, no moto_server: pip install 'moto[server]==5.2.1'", () => {
  const region = 'us-east-1';
  const at = '2026-11-21T20:00:00.000Z';
  const account = '123456789012';
  let moto: Awaited<ReturnType<typeof startMoto>>;
  let kms: KMSClient;
  const access = () => ({
    endpointUrl: moto.url,
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' },
  });
  beforeAll(async () => {
    moto = await startMoto();
  }, 60_000);
  afterAll(() => moto.stop());
  beforeEach(async () => {
    await fetch(`${moto.url}/moto-api/reset`, { method: 'POST', headers: { connection: 'close' } });
    kms = new KMSClient(clientConfig(region, access()));
  });
  afterEach(() => kms.destroy());

  async function seed(expected: ExpectedKey): Promise<string> {
    const { KeyMetadata } = await kms.send(
      new CreateKeyCommand({
        Policy: JSON.stringify(expected.policy),
        // moto forgets KMS's default.
        KeyUsage: 'ENCRYPT_DECRYPT',
        Tags: Object.entries(expected.tags).map(([TagKey, TagValue]) => ({ TagKey, TagValue })),
      }),
    );
    const KeyId = KeyMetadata?.KeyId ?? '';
    await kms.send(new EnableKeyRotationCommand({ KeyId }));
    await kms.send(new CreateAliasCommand({ AliasName: expected.alias, TargetKeyId: KeyId }));
    return KeyId;
  }

  test('a key seeded as expected reads back as far as moto keeps it; a grant is a difference', async () => {
    const expected = exampleKey('m-c90e15', { account });
    const KeyId = await seed(expected);
    const control = new KmsKeyControl(access());
    const live = await control.readKey(region, expected.alias);
    expect(live).toMatchObject({ account, keyId: KeyId, state: 'Enabled' });
    // moto keeps no rotation period; a period nobody told us is a difference, as it should be.
    const where = { name: expected.alias, property: 'rotation period' };
    const gap = expect.objectContaining({ where, got: 'unknown', expected: '365 days' });
    expect(keyDifferences(expected, live)).toEqual([gap]);
    await kms.send(
      new CreateGrantCommand({
        KeyId,
        GranteePrincipal: `arn:aws:iam::${account}:role/x`,
        Operations: ['Decrypt'],
      }),
    );
    const granted = keyDifferences(expected, await control.readKey(region, expected.alias));
    expect(granted.map((one) => one.where.property)).toEqual(['rotation period', 'grant']);
    expect(await control.listAliases(region, 'alias/lpo/luzon/')).toEqual([expected.alias]);
    expect(await control.readKey(region, 'alias/lpo/luzon/none')).toBeUndefined();
  });

  test('disable and schedule: state and date come back', async () => {
    const expected = exampleKey('m-c90e15', { account });
    const control = new KmsKeyControl(access());
    // By id: moto answers HTTP 500 when these two calls name a key by its ARN, as KMS allows.
    const keyId = await seed(expected);
    await control.disable(region, keyId);
    expect((await control.readKey(region, keyId))?.state).toBe('Disabled');
    await control.scheduleDeletion(region, keyId, 30);
    const live = await control.readKey(region, keyId);
    expect(live).toMatchObject({ state: 'PendingDeletion', deletionDate: expect.stringMatching(/^\d{4}-/) });
  });

  test('whose credentials these are', async () => {
    expect(await callerIdentity(region, access())).toMatchObject({ account });
  });

  test('a ledger in S3, sealed by a KMS key, holds offline', async () => {
    const s3 = new S3Client({ ...clientConfig(region, access()), forcePathStyle: true });
    await s3.send(new CreateBucketCommand({ Bucket: 'evidence', ObjectLockEnabledForBucket: true }));
    const { KeyMetadata } = await kms.send(
      new CreateKeyCommand({ KeyUsage: 'SIGN_VERIFY', KeySpec: 'ECC_NIST_P384' }),
    );
    const signer = await kmsSigner(region, KeyMetadata?.KeyId ?? '', access());
    const store = new S3LedgerStore({ region, bucket: 'evidence', name: 'luzon', access: access() });
    for (const what of ['one', 'two'])
      await appendRecord(
        store,
        { type: 'drill', body: { event: 'e/1', what, outcome: 'passed', actor: 'a' } },
        at,
      );
    await appendCheckpoint(store, signer, at);
    const { PublicKey } = await kms.send(new GetPublicKeyCommand({ KeyId: KeyMetadata?.KeyId }));
    const key = createPublicKey({ key: Buffer.from(PublicKey ?? []), format: 'der', type: 'spki' });
    async function* copy() {
      for await (const line of store.lines()) yield Buffer.from(`${line}\n`);
    }
    expect(await verifyLedger(copy(), key)).toMatchObject({ records: 3, checkpoints: 1, findings: [] });
    expect(await store.put(0, 'other')).toBe(false);
    s3.destroy();
  });
});
