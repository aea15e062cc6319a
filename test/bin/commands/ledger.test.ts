import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DirectoryLedgerStore } from '../../../lib/operations/files/directory-ledger-store.ts';
import { appendRecord } from '../../../lib/operations/ledger/append-record.ts';
import { appendCheckpoint } from '../../../lib/operations/ledger/checkpoint.ts';
import { serveKms } from '../../fakes/kms-server.ts';
import { KmsWire } from '../../fakes/kms-wire.ts';
import { localSigner } from '../../fakes/memory-ledger.ts';
import { runLpo } from '../../support/run-lpo.ts';

const at = '2026-11-21T20:00:00.000Z';
let folder: string;
let records: string;
let pem: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lpo-ledger-'));
  records = join(folder, 'records');
  pem = join(folder, 'key.pem');
  const { signer, publicKey } = localSigner();
  writeFileSync(pem, publicKey.export({ type: 'spki', format: 'pem' }));
  const store = new DirectoryLedgerStore(records, 'luzon');
  for (const what of ['restore', 'kill switch', 'call tree'])
    await appendRecord(
      store,
      { type: 'drill', body: { event: 'e/1', what, outcome: 'passed', actor: 'a' } },
      at,
    );
  await appendCheckpoint(store, signer, at);
});
afterAll(() => rmSync(folder, { recursive: true }));

const copy = (change: (text: string) => string): string => {
  const file = join(folder, 'copy.ndjson');
  const lines = readdirSync(records).map((name) => readFileSync(join(records, name), 'utf8'));
  writeFileSync(file, change(lines.join('')));
  return file;
};
const verify = (path: string, ...more: string[]) =>
  runLpo(['ledger', 'verify', path, '--public-key', pem, ...more]);

test('a folder and a file of the same ledger hold', async () => {
  for (const path of [records, copy((text) => text)]) {
    const { code, stdout, stderr } = await verify(path);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('Ledger luzon: 4 records, 1 checkpoints.');
  }
});

test.each<[string, (text: string) => string, string]>([
  ['edited', (text) => text.replace('kill switch', 'kill  switch'), 'copy.ndjson:3 LEDGER-CHAIN'],
  ['cut in half', (text) => text.slice(0, text.length / 2), 'LEDGER-CUT'],
  ['without its second record', (text) => text.replace(/^(.*\n).*\n/, '$1'), '1 missing before it'],
])('a copy that was %s: exit 1, and where', async (_, change, said) => {
  const { code, stdout } = await verify(copy(change));
  expect(code).toBe(1);
  expect(stdout).toContain(said);
});

describe('a folder in which a record is none', () => {
  const broken = (name: string, spoil: (file: string) => void): string => {
    const directory = join(folder, name, 'luzon');
    cpSync(records, directory, { recursive: true });
    spoil(join(directory, readdirSync(directory).sort().at(-1) ?? ''));
    return directory;
  };

  test.each<[string, (file: string) => void, string]>([
    ['emptied', (file) => writeFileSync(file, ''), 'an empty file'],
    [
      'a link elsewhere',
      (file) => {
        cpSync(file, join(folder, 'elsewhere.json'));
        rmSync(file);
        symlinkSync(join(folder, 'elsewhere.json'), file);
      },
      'a link to',
    ],
    [
      'a folder',
      (file) => {
        rmSync(file);
        mkdirSync(file);
      },
      'something that is not a file',
    ],
  ])('the last one is %s: exit 1, and where', async (name, spoil, said) => {
    const directory = broken(name, spoil);
    const { code, stdout } = await verify(directory, '--allow-unsealed-tail');
    expect(code).toBe(1);
    expect(stdout).toMatch(new RegExp(`00000000000\\d\\.json LEDGER-NO-RECORD\\n  got +${said}`));
  });

  test('a folder of ledgers names those below it', async () => {
    const { code, stdout } = await verify(join(folder, 'emptied'));
    expect(code).toBe(1);
    expect(stdout).toContain(`${join(folder, 'emptied', 'luzon')} LEDGER-NO-RECORD`);
  });

  test('a pipe is no copy and no key', async () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    expect((await verify(pipe)).stderr).toContain('no regular file');
    expect((await runLpo(['ledger', 'verify', records, '--public-key', pipe])).code).toBe(2);
  });
});

test('no file, no key: exit 2 with both named', async () => {
  const { code, stderr } = await runLpo(['ledger', 'verify', 'nowhere', '--public-key', 'nokey.pem']);
  expect(code).toBe(2);
  expect(stderr).toMatch(/nowhere[\s\S]*nokey\.pem[\s\S]*2 findings/);
});

test('a key that is no key: exit 2', async () => {
  const { code, stderr } = await runLpo(['ledger', 'verify', records, '--public-key', 'package.json']);
  expect(code).toBe(2);
  expect(stderr).toContain('LEDGER-PUBLIC-KEY');
});

test('a checkpoint signed through KMS seals what was appended; an empty ledger is refused', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
  const key = join(folder, 'kms.pem');
  writeFileSync(key, publicKey.export({ type: 'spki', format: 'pem' }));
  await appendRecord(
    new DirectoryLedgerStore(join(folder, 'mine'), 'mine'),
    { type: 'drill', body: { event: 'e/1', what: 'x', outcome: 'passed', actor: 'a' } },
    at,
  );
  const wire = new KmsWire();
  wire.signingKey = privateKey;
  const server = await serveKms(wire);
  const signed = ['--key', 'alias/checkpoint', '--key-region', 'eu-west-2', '--endpoint-url', server.url];
  try {
    const empty = await runLpo(['ledger', 'checkpoint', folder, 'other', ...signed]);
    expect(empty).toMatchObject({ code: 2, stderr: expect.stringContaining('LEDGER-EMPTY') });
    expect(wire.log).toEqual([]);
    const sealed = await runLpo(['ledger', 'checkpoint', folder, 'mine', ...signed]);
    expect(sealed).toEqual({ code: 0, stdout: 'mine: sealed up to record 1.\n', stderr: '' });
  } finally {
    await server.close();
  }
  expect((await runLpo(['ledger', 'verify', join(folder, 'mine'), '--public-key', key])).code).toBe(0);
  expect((await runLpo(['ledger', 'verify', join(folder, 'mine'), '--public-key', pem])).code).toBe(1);
});

describe('record', () => {
  const record = (source: string, ...more: string[]) =>
    runLpo(['ledger', 'record', source, join(folder, 'recorded'), 'luzon', ...more]);
  const by = ['--actor', 'arn:aws:sts::100000000002:assumed-role/lpo-luzon-ledger-writer/ci'];
  const day = ['--as-of', '2026-11-21'];

  test('gates, exceptions and drills, once each; the ledger verifies once it is sealed', async () => {
    const first = await record('gates', ...day, ...by);
    expect(first).toEqual({
      code: 0,
      stdout: 'luzon: 1 recorded, from record 0 on; 0 on record before.\n',
      stderr: '',
    });
    expect((await record('gates', ...day, ...by)).stdout).toContain('0 recorded; 1 on record before.');
    expect((await record('exceptions', ...day, ...by)).stdout).toMatch(/[1-9]\d* recorded, from record 1 on/);
    const held = ['--event', 'restore-2026-11', '--what', 'restore', '--outcome', 'passed'];
    expect((await record('drill', ...held, ...by)).stdout).toContain('1 recorded');
    const { signer } = localSigner();
    const store = new DirectoryLedgerStore(join(folder, 'recorded', 'luzon'), 'luzon');
    await appendCheckpoint(store, signer, at);
    // Sealed with another key than the one on file: the chain holds, the seal does not.
    const { code, stdout } = await verify(join(folder, 'recorded', 'luzon'));
    expect(code).toBe(1);
    expect(stdout).toContain('LEDGER-CHECKPOINT');
    expect(stdout).not.toContain('LEDGER-CHAIN');
  });

  test.each<[string, string[], string]>([
    ['an unknown vendor', ['gates', join('x'), 'nobody', ...by], 'one of luzon, meridian'],
    ['nobody who records', ['gates', 'x', 'luzon'], '--actor'],
    [
      'another name for a bucket',
      ['gates', 's3://b', 'luzon', '--region', 'eu-west-2', ...by],
      'AWS says who',
    ],
    [
      'no assembly',
      ['deploy', 'x', 'luzon', 'nowhere', '--event', 'e', '--commit', 'abcdef1', ...by],
      'nowhere',
    ],
    [
      'no commit',
      ['deploy', 'x', 'luzon', 'nowhere', '--event', 'e', '--commit', 'HEAD', ...by],
      '--commit HEAD',
    ],
    [
      'no outcome',
      ['drill', 'x', 'luzon', '--event', 'e', '--what', 'w', '--outcome', 'fine', ...by],
      'passed, failed',
    ],
    ['no copy', ['incidents', 'x', 'luzon', 'nowhere', ...by], 'copied from the bucket'],
    ['a copy of something else', ['incidents', 'x', 'luzon', 'docs/adr', ...by], 'LEDGER-EVIDENCE'],
    [
      'a drill of an unknown vendor',
      ['drill', 'x', 'nobody', '--event', 'd', '--what', 'w', '--outcome', 'passed', ...by],
      'one of luzon, meridian',
    ],
    [
      'a name that leads elsewhere',
      ['drill', 'x', '../evil', '--event', 'd', '--what', 'w', '--outcome', 'passed', '--actor', 'a'],
      'LEDGER-NAME',
    ],
    ['a bucket with a path', ['gates', 's3://b/x', 'luzon', '--region', 'us-east-1'], 'LEDGER-PLACE'],
  ])('%s: exit 2, named, and nothing written', async (_, args, said) => {
    const { code, stderr } = await runLpo(['ledger', 'record', ...args]);
    expect(stderr).toContain(said);
    expect(code).toBe(2);
    expect(readdirSync('.')).not.toContain('x');
  });
});
