import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { digestsText } from '../../../../lib/operations/seal/digests.ts';
import { signedBytes } from '../../../../lib/operations/seal/envelope.ts';
import { serveKms } from '../../../fakes/kms-server.ts';
import { checkpointKeyArn, KmsWire } from '../../../fakes/kms-wire.ts';
import { exampleFolder } from '../../../support/example-assembly.ts';
import { runLpo } from '../../../support/run-lpo.ts';

const day = '2026-11-21';
const folder = mkdtempSync(join(tmpdir(), 'lpo-seal-'));
afterAll(() => rmSync(folder, { recursive: true }));

const pem = (name: string, key: KeyObject): string => {
  const file = join(folder, name);
  const isPrivate = key.type === 'private';
  writeFileSync(
    file,
    key.export(isPrivate ? { type: 'pkcs8', format: 'pem' } : { type: 'spki', format: 'pem' }),
  );
  return file;
};
const pair = generateKeyPairSync('ed25519');
const other = generateKeyPairSync('ed25519');
const privateKey = pem('key.pem', pair.privateKey);
const publicKey = pem('key.pub.pem', pair.publicKey);

let made = 0;
/** A copy of the shipped examples as `lpo synth` leaves them. */
const synthesized = (): string => {
  const directory = join(folder, `assembly-${++made}`);
  cpSync(exampleFolder('luzon'), directory, { recursive: true });
  writeFileSync(join(directory, 'digests.json'), digestsText(directory, day));
  return directory;
};
const sealed = async (): Promise<string> => {
  const directory = synthesized();
  expect(await runLpo(['seal', directory, '--key', privateKey])).toMatchObject({ code: 0, stderr: '' });
  return directory;
};
const check = (directory: string, key = publicKey) =>
  runLpo(
    ['check', directory, '--sealed-by', key, '--control', 'LPO-DAT-01', '--format', 'json', '--as-of', day],
    {
      CDK_VALIDATION: 'false',
    },
  );
const faults = (stdout: string) =>
  (JSON.parse(stdout).findings as { code: string; where: { file: string }; got: string }[]).map(
    ({ code, where, got }) => `${code} ${where.file} ${got}`,
  );
const anAsset = (directory: string): string => {
  const { files } = JSON.parse(readFileSync(join(directory, 'digests.json'), 'utf8')) as { files: object };
  return Object.keys(files).find((path) => path.endsWith('/index.js')) as string;
};

test('what was sealed is evaluated as it is without a seal', async () => {
  const directory = await sealed();
  const { code, stdout } = await check(directory);
  expect([code, faults(stdout)]).toEqual([0, []]);
  const { checksRun, resources } = JSON.parse(stdout);
  expect(resources).toBeGreaterThan(100);
  expect(checksRun.map(({ source }: { source: string }) => source)).toEqual(['seal', 'LPO controls']);
  expect(checksRun[0].evaluations).toBeGreaterThan(40);
});

test('digests and seal are the same bytes for the same files, whatever the order they were written in', async () => {
  const [one, two] = [await sealed(), await sealed()];
  for (const name of ['digests.json', 'seal.json'])
    expect(readFileSync(join(two, name), 'utf8')).toBe(readFileSync(join(one, name), 'utf8'));
});

type Change = (directory: string, asset: string) => void;
test.each<[string, Change, (directory: string, asset: string) => RegExp]>([
  [
    'one byte changed in an asset',
    (directory, asset) => {
      const bytes = readFileSync(join(directory, asset));
      bytes.writeUInt8(bytes.readUInt8(7) ^ 1, 7);
      writeFileSync(join(directory, asset), bytes);
    },
    (directory, asset) => new RegExp(`^SEAL-CHANGED ${directory}/${asset} SHA-256 [0-9a-f]{64}$`),
  ],
  [
    'a template that is no JSON any more',
    (directory) => writeFileSync(join(directory, 'assembly-luzon/manifest.json'), '{'),
    (directory) => new RegExp(`^SEAL-CHANGED ${directory}/assembly-luzon/manifest.json`),
  ],
  [
    'a file missing',
    (directory, asset) => rmSync(join(directory, asset)),
    (directory, asset) => new RegExp(`^SEAL-MISSING ${directory}/${asset} nothing there$`),
  ],
  [
    'a file added',
    (directory) => writeFileSync(join(directory, 'assembly-luzon/new.json'), '{}'),
    (directory) => new RegExp(`^SEAL-ADDED ${directory}/assembly-luzon/new.json a file$`),
  ],
  [
    'a zip in the cache of the command line, which it would publish as it is',
    (directory) => {
      mkdirSync(join(directory, 'assembly-luzon/.cache'));
      writeFileSync(join(directory, 'assembly-luzon/.cache/code.zip'), '');
    },
    (directory) => new RegExp(`^SEAL-ADDED ${directory}/assembly-luzon/.cache/code.zip a file$`),
  ],
  [
    'an empty folder added',
    (directory) => mkdirSync(join(directory, 'new')),
    (directory) => new RegExp(`^SEAL-ADDED ${directory}/new an empty folder$`),
  ],
  [
    'a link to the same bytes in place of a file',
    (directory, asset) => {
      renameSync(join(directory, asset), join(folder, `elsewhere-${made}`));
      symlinkSync(join(folder, `elsewhere-${made}`), join(directory, asset));
    },
    (directory, asset) => new RegExp(`^SEAL-REPLACED ${directory}/${asset} a link$`),
  ],
  [
    'a folder in place of a file',
    (directory, asset) => {
      rmSync(join(directory, asset));
      mkdirSync(join(directory, asset));
    },
    (directory, asset) => new RegExp(`^SEAL-REPLACED ${directory}/${asset} an empty folder$`),
  ],
  [
    'the folder of an asset a link to the same files',
    (directory, asset) => {
      const at = join(directory, asset, '..');
      renameSync(at, join(folder, `moved-${made}`));
      symlinkSync(join(folder, `moved-${made}`), at);
    },
    (directory, asset) => new RegExp(`^SEAL-MISSING ${directory}/${asset} nothing there$`),
  ],
  [
    'the digests missing',
    (directory) => rmSync(join(directory, 'digests.json')),
    (directory) => new RegExp(`^SEAL-MISSING ${directory}/digests.json no such file$`),
  ],
  [
    'digests of what was changed',
    (directory, asset) => {
      writeFileSync(join(directory, asset), '');
      writeFileSync(join(directory, 'digests.json'), digestsText(directory, day));
    },
    (directory) => new RegExp(`^SEAL-DIGESTS ${directory}/digests.json digests that the seal is not about$`),
  ],
  [
    'a byte of the statement changed',
    (directory) => changeSeal(directory, (seal) => ({ ...seal, payload: seal.payload.replace(/^e/, 'f') })),
    (directory) => new RegExp(`^SEAL-SIGNATURE ${directory}/seal.json no signature that holds$`),
  ],
])('%s: exit 1, and where', async (_what, change, expected) => {
  const directory = await sealed();
  const asset = anAsset(directory);
  change(directory, asset);
  const { code, stdout } = await check(directory);
  expect(code).toBe(1);
  expect(faults(stdout)).toContainEqual(expect.stringMatching(expected(directory, asset)));
  expect(JSON.parse(stdout).checksRun.map(({ source }: { source: string }) => source)).toEqual(['seal']);
});

interface Seal {
  readonly payload: string;
  readonly payloadType: string;
  readonly signatures: readonly { readonly sig: string }[];
}
function changeSeal(directory: string, change: (seal: Seal) => Seal): void {
  const file = join(directory, 'seal.json');
  writeFileSync(file, JSON.stringify(change(JSON.parse(readFileSync(file, 'utf8')) as Seal)));
}

test("a seal of somebody else's key does not hold, nor does what the key signed for another purpose", async () => {
  const directory = await sealed();
  const stranger = await check(directory, pem('other.pem', other.publicKey));
  expect([stranger.code, faults(stranger.stdout)]).toEqual([
    1,
    [`SEAL-SIGNATURE ${directory}/seal.json no signature that holds`],
  ]);
  for (const [payloadType, payload] of [
    [
      'application/json',
      Buffer.from(JSON.parse(readFileSync(join(directory, 'seal.json'), 'utf8')).payload, 'base64'),
    ],
    ['application/vnd.in-toto+json', Buffer.from('{}')],
  ] as const) {
    const sig = sign(null, signedBytes(payloadType, payload), pair.privateKey).toString('base64');
    changeSeal(directory, () => ({
      payloadType,
      payload: payload.toString('base64'),
      signatures: [{ sig }],
    }));
    expect(faults((await check(directory)).stdout)).toEqual([
      `SEAL-DIGESTS ${directory}/digests.json digests that the seal is not about`,
    ]);
  }
});

test.each<[string, (directory: string) => string, RegExp]>([
  [
    'no seal',
    (directory) => {
      rmSync(join(directory, 'seal.json'));
      return publicKey;
    },
    /SEAL-NONE[\s\S]*no such file/,
  ],
  [
    'a seal that is a link',
    (directory) => {
      renameSync(join(directory, 'seal.json'), join(folder, 'away.json'));
      symlinkSync(join(folder, 'away.json'), join(directory, 'seal.json'));
      return publicKey;
    },
    /SEAL-NONE[\s\S]*a link to /,
  ],
  [
    'a seal that is none',
    (directory) => {
      writeFileSync(join(directory, 'seal.json'), '{}');
      return publicKey;
    },
    /SEAL-NONE[\s\S]*no envelope/,
  ],
  ['no key', () => join(folder, 'nowhere.pem'), /nowhere.pem FILE-NOT-FOUND/],
  ['a private key', () => privateKey, /SEAL-PUBLIC-KEY[\s\S]*a private key/],
  ['what is no key', () => 'package.json', /SEAL-PUBLIC-KEY[\s\S]*no key/],
  [
    'a key of another kind',
    () => pem('rsa.pem', generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey),
    /SEAL-PUBLIC-KEY[\s\S]*another kind/,
  ],
])('%s: exit 2, and nothing is evaluated', async (_what, change, message) => {
  const directory = await sealed();
  const { code, stdout, stderr } = await check(directory, change(directory));
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(message);
});

test('only an assembly has a seal: exit 2 for a template, and for two', async () => {
  const directory = await sealed();
  for (const paths of [[join(directory, 'manifest.json')], [directory, directory]]) {
    const { code, stderr } = await runLpo(['check', ...paths, '--sealed-by', publicKey]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('CLI-OPTION')]);
  }
});

describe('lpo seal', () => {
  test('what was changed since it was synthesized is not sealed: exit 1, and where', async () => {
    const directory = synthesized();
    writeFileSync(join(directory, anAsset(directory)), 'x');
    const { code, stdout } = await runLpo(['seal', directory, '--key', privateKey]);
    expect([code, stdout]).toEqual([
      1,
      expect.stringMatching(/index.js SEAL-CHANGED[\s\S]*1 finding; not sealed/),
    ]);
    expect((await check(directory)).stderr).toContain('SEAL-NONE');
  });

  test.each<[string, (text: string) => string, RegExp]>([
    ['another version', (text) => text.replace('"version":1', '"version":2'), /version/],
    ['an unknown field', (text) => text.replace('{', '{"a":1,'), /nrecognized key/],
    ['no JSON', () => '{', /no JSON/],
    ['another spelling', (text) => text.replace('{', '{ '), /another spelling/],
  ])('digests that are not understood: %s', async (_what, change, expected) => {
    const directory = synthesized();
    const file = join(directory, 'digests.json');
    writeFileSync(file, change(readFileSync(file, 'utf8')));
    const { code, stdout } = await runLpo(['seal', directory, '--key', privateKey]);
    expect([code, stdout]).toEqual([1, expect.stringMatching(expected)]);
  });

  test('an assembly without digests, and unusable keys: exit 2', async () => {
    const directory = synthesized();
    const locked = join(folder, 'locked.pem');
    writeFileSync(
      locked,
      pair.privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' }),
    );
    const p256 = pem('p256.pem', generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey);
    for (const [key, expected] of [
      [publicKey, /SEAL-KEY[\s\S]*no private key/],
      [locked, /SEAL-KEY[\s\S]*no private key/],
      [p256, /SEAL-KEY[\s\S]*a key of another kind/],
      ['arn:aws:s3:::bucket', /SEAL-KEY[\s\S]*something else/],
    ] as const) {
      const { code, stderr } = await runLpo(['seal', directory, '--key', key]);
      expect([code, stderr]).toEqual([2, expect.stringMatching(expected)]);
    }
    rmSync(join(directory, 'digests.json'));
    const { code, stderr } = await runLpo(['seal', directory, '--key', privateKey]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('SEAL-NO-DIGESTS')]);
  });

  test("the ledger's key seals through KMS, which takes no long message", async () => {
    const directory = synthesized();
    const pairOfKms = generateKeyPairSync('ec', { namedCurve: 'P-384' });
    const wire = new KmsWire();
    wire.signingKey = pairOfKms.privateKey;
    const server = await serveKms(wire);
    try {
      const { code, stdout } = await runLpo([
        'seal',
        directory,
        '--key',
        checkpointKeyArn,
        '--endpoint-url',
        server.url,
      ]);
      expect([code, stdout]).toEqual([0, expect.stringMatching(/: \d+ files sealed by /)]);
    } finally {
      await server.close();
    }
    const held = await check(directory, pem('kms.pem', pairOfKms.publicKey));
    expect([held.code, faults(held.stdout)]).toEqual([0, []]);
    expect((await check(directory)).code).toBe(1);
  });
});
