import { type createPublicKey, generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { appendRecord } from '../../../../lib/operations/ledger/append-record.ts';
import { canonicalJson } from '../../../../lib/operations/ledger/canonical-json.ts';
import { appendCheckpoint, checkpointKey } from '../../../../lib/operations/ledger/checkpoint.ts';
import { hashOf, type LedgerRecord } from '../../../../lib/operations/ledger/ledger-record.ts';
import { type VerifyOptions, verifyLedger } from '../../../../lib/operations/ledger/verify-ledger.ts';
import { readPublicKey } from '../../../../lib/operations/signing/public-key.ts';
import { localSigner, MemoryLedger } from '../../../fakes/memory-ledger.ts';

const { signer, publicKey } = localSigner();
const at = '2026-11-21T20:00:00.000Z';
const drill = (what: string) =>
  ({
    type: 'drill',
    body: { event: 'e/1', what, outcome: 'passed', actor: 'arn:aws:iam::1:role/x' },
  }) as const;

/** Twelve records; checkpoints at places 4, 8 and 11. */
async function ledger(): Promise<string[]> {
  const store = new MemoryLedger();
  for (let place = 0; place < 12; place++)
    if ([4, 8, 11].includes(place)) await appendCheckpoint(store, signer, at);
    else await appendRecord(store, drill(`drill ${place} „ü“`), at);
  return store.kept;
}
async function* bytes(...parts: (string | Uint8Array)[]): AsyncIterable<Uint8Array> {
  for (const part of parts) yield typeof part === 'string' ? Buffer.from(part) : part;
}
const whole = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');
const check = (lines: readonly string[], options?: VerifyOptions) =>
  verifyLedger(bytes(whole(lines)), publicKey, options);
const codes = async (lines: readonly string[], options?: VerifyOptions) =>
  (await check(lines, options)).findings.map(({ code }) => code);

let good: string[];
beforeAll(async () => {
  good = await ledger();
});
const changed = (place: number, change: (record: LedgerRecord) => object): string[] =>
  good.map((line, index) => (index === place ? canonicalJson(change(JSON.parse(line))) : line));

test('a ledger as written holds, however the bytes are cut into chunks', async () => {
  const data = Buffer.from(whole(good));
  for (const size of [1, 7, 64, 1000, data.length]) {
    const chunks = Array.from({ length: Math.ceil(data.length / size) }, (_, n) =>
      data.subarray(n * size, (n + 1) * size),
    );
    const verdict = await verifyLedger(bytes(...chunks), publicKey);
    expect(verdict).toMatchObject({ findings: [], records: 12, checkpoints: 3, unsealed: 0 });
    expect(verdict.head).toBe(hashOf(good[11] as string));
  }
});

const tampered: [string, () => string[], string][] = [
  ['edited', () => changed(2, (r) => ({ ...r, body: { ...r.body, outcome: 'failed' } })), 'LEDGER-CHAIN'],
  ['edited time', () => changed(2, (r) => ({ ...r, at: '2026-11-21T20:00:01.000Z' })), 'LEDGER-CHAIN'],
  ['missing', () => good.filter((_, place) => place !== 5), 'LEDGER-SEQUENCE'],
  ['first missing', () => good.slice(1), 'LEDGER-SEQUENCE'],
  [
    'reordered',
    () => [...good.slice(0, 5), good[6], good[5], ...good.slice(7)] as string[],
    'LEDGER-SEQUENCE',
  ],
  ['put in twice', () => [...good.slice(0, 6), good[5], ...good.slice(6)] as string[], 'LEDGER-SEQUENCE'],
  ['cut, no checkpoint at its end', () => good.slice(0, 6), 'LEDGER-UNSEALED'],
  ['another ledger', () => changed(0, (r) => ({ ...r, ledger: 'other' })), 'LEDGER-NAME'],
  [
    'spelled differently',
    () => good.map((l, n) => (n === 3 ? l.replace('{', '{ ') : l)),
    'LEDGER-NOT-CANONICAL',
  ],
  ['keys out of order', () => good.map((l, n) => (n === 3 ? swapKeys(l) : l)), 'LEDGER-NOT-CANONICAL'],
  ['an unknown type', () => changed(3, (r) => ({ ...r, type: 'note' })), 'LEDGER-NO-RECORD'],
  ['a field more', () => changed(3, (r) => ({ ...r, zz: 1 })), 'LEDGER-NO-RECORD'],
  ['no JSON', () => good.map((l, n) => (n === 3 ? l.slice(1) : l)), 'LEDGER-NO-RECORD'],
  ['an empty line', () => [...good.slice(0, 3), '', ...good.slice(3)], 'LEDGER-NO-RECORD'],
  [
    'a checkpoint with another signature',
    () => changed(11, (r) => ({ ...r, body: { ...r.body, signature: 'AAAA' } })),
    'LEDGER-CHECKPOINT',
  ],
  ['a checkpoint without one', () => changed(11, (r) => ({ ...r, body: {} })), 'LEDGER-CHECKPOINT'],
  [
    'a checkpoint at another time',
    () => changed(11, (r) => ({ ...r, at: '2027-01-01T00:00:00.000Z' })),
    'LEDGER-CHECKPOINT',
  ],
  ['nothing', () => [], 'LEDGER-EMPTY'],
];
const swapKeys = (line: string): string =>
  line.replace(/"actor":"([^"]*)","event":"e\/1"/, '"event":"e/1","actor":"$1"');
test.each(tampered)('%s: found', async (_, lines, code) => {
  expect(await codes(lines())).toContain(code);
});

test('a finding names its line', async () => {
  const { findings } = await check(
    changed(2, (record) => ({ ...record, at })).map((line, n) =>
      n === 2 ? line.replace('passed', 'failed') : line,
    ),
  );
  expect(findings).toMatchObject([{ code: 'LEDGER-CHAIN', where: { line: 4 } }]);
});

test('a forger who re-chains everything still lacks the signature', async () => {
  const forged = new MemoryLedger();
  const other = localSigner();
  for (let place = 0; place < 12; place++)
    if ([4, 8, 11].includes(place)) await appendCheckpoint(forged, other.signer, at);
    else await appendRecord(forged, drill('forged'), at);
  expect(await codes(forged.kept)).toEqual([
    'LEDGER-CHECKPOINT',
    'LEDGER-CHECKPOINT',
    'LEDGER-CHECKPOINT',
    'LEDGER-UNSEALED',
  ]);
});

test('a copy cut in half within a line', async () => {
  const half = Buffer.from(whole(good)).subarray(0, 2000);
  const { findings } = await verifyLedger(bytes(half), publicKey);
  expect(findings.map(({ code }) => code)).toContain('LEDGER-CUT');
});

test('a copy cut right after a checkpoint is seen by its head only', async () => {
  const head = hashOf(good[11] as string);
  expect(await codes(good.slice(0, 9))).toEqual([]);
  expect(await codes(good.slice(0, 9), { expectHead: head })).toEqual(['LEDGER-HEAD']);
  expect(await codes(good, { expectHead: head })).toEqual([]);
});

test('an unsealed tail passes when it is asked for, and only then', async () => {
  expect(await codes(good.slice(0, 11), { allowUnsealedTail: true })).toEqual([]);
  expect(await codes(good.slice(0, 11))).toEqual(['LEDGER-UNSEALED']);
});

test('whatever is done to a copy, the head shows it', async () => {
  const data = Buffer.from(whole(good));
  const expectHead = hashOf(good[11] as string);
  const cut = fc.record({ from: fc.nat(data.length), length: fc.nat(400) });
  await fc.assert(
    fc.asyncProperty(cut, fc.uint8Array({ maxLength: 40 }), async ({ from, length }, put) => {
      const copy = Buffer.concat([data.subarray(0, from), put, data.subarray(from + length)]);
      const { findings } = await verifyLedger(bytes(copy), publicKey, { expectHead });
      expect(findings.length > 0).toBe(!copy.equals(data));
    }),
    { numRuns: 400 },
  );
});

test('P-256 keys sign too; other keys and private keys are refused', async () => {
  const p256 = localSigner('P-256');
  const store = new MemoryLedger();
  await appendRecord(store, drill('x'), at);
  await appendCheckpoint(store, p256.signer, at);
  expect((await verifyLedger(bytes(whole(store.kept)), p256.publicKey)).findings).toEqual([]);
  expect((await verifyLedger(bytes(whole(store.kept)), publicKey)).findings).not.toEqual([]);
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = (key: ReturnType<typeof createPublicKey>) =>
    key.export({ type: 'spki', format: 'pem' }).toString();
  expect(() => readPublicKey(pem(rsa.publicKey), 'k.pem', checkpointKey)).toThrow('a key of another kind');
  expect(() =>
    readPublicKey(rsa.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), 'k.pem', checkpointKey),
  ).toThrow('a private key');
  expect(() => readPublicKey('x', 'k.pem', checkpointKey)).toThrow('no key');
  expect(readPublicKey(pem(publicKey), 'k.pem', checkpointKey).equals(publicKey)).toBe(true);
});
