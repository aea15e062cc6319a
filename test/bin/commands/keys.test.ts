import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectedKeys } from '../../../lib/operations/keys/expected-keys.ts';
import type { ExpectedKey } from '../../../lib/operations/keys/key-settings.ts';
import { readAssembly } from '../../../policies/template/read-assembly.ts';
import { serveKms } from '../../fakes/kms-server.ts';
import { type FakeKey, KmsWire } from '../../fakes/kms-wire.ts';
import { exampleFolder } from '../../support/example-assembly.ts';
import { runLpo } from '../../support/run-lpo.ts';

// The whole command against a local server that speaks KMS's wire protocol. It is a stand-in written for
// these tests, at the HTTP boundary: it shows our reading and comparing, and rehearses nothing of AWS.
let assembly: string;
let expected: ExpectedKey[];
const account = '200000000002';
beforeAll(() => {
  assembly = exampleFolder('luzon');
  expected = expectedKeys(readAssembly(assembly), 'luzon').filter((key) => key.account === account);
});

async function keys(
  args: string[],
  change: (wire: KmsWire, matterKey: FakeKey) => void = () => undefined,
  env?: Record<string, string>,
) {
  const wire = new KmsWire();
  for (const key of expected) wire.seed(key);
  change(wire, wire.keys.find(({ alias }) => alias === 'alias/lpo/luzon/m-c90e15') as FakeKey);
  const server = await serveKms(wire);
  try {
    const common = ['--assembly', assembly, '--account', account, '--endpoint-url', server.url];
    return { ...(await runLpo(['keys', ...args, ...common], env)), wire };
  } finally {
    await server.close();
  }
}

test('good keys: exit 0, and only reads arrived', async () => {
  const { code, stdout, stderr, wire } = await keys(['verify', 'luzon']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(expected.length).toBeGreaterThanOrEqual(3);
  expect(stdout).toContain(`${expected.length} keys read, 0 differences.`);
  expect(wire.log.every((call) => /^(Describe|Get|List)/.test(call))).toBe(true);
});

const bad: [string, (key: FakeKey, wire: KmsWire) => void][] = [
  ['state', (key) => Object.assign(key, { state: 'Disabled' })],
  ['state', (key) => Object.assign(key, { state: 'PendingDeletion', deletionDate: 1_796_000_000 })],
  ['origin', (key) => Object.assign(key, { origin: 'EXTERNAL' })],
  ['spec', (key) => Object.assign(key, { spec: 'RSA_2048' })],
  ['usage', (key) => Object.assign(key, { usage: 'SIGN_VERIFY' })],
  ['multi-Region', (key) => Object.assign(key, { multiRegion: true })],
  ['rotation', (key) => Object.assign(key, { rotation: { enabled: false } })],
  ['rotation period', (key) => Object.assign(key, { rotation: { enabled: true, periodDays: 2560 } })],
  ['policy', (key) => Object.assign(key, { policy: key.policy.replace('"kms:Decrypt"', '"kms:*"') })],
  [
    'grant',
    (key) =>
      key.grants.push({
        GrantId: 'g',
        GranteePrincipal: 'arn:aws:iam::9:role/x',
        IssuingAccount: '9',
        Operations: ['Decrypt'],
      }),
  ],
  ['tag lpo:matter', (key) => Object.assign(key.tags, { 'lpo:matter': 'm-58d7b2' })],
  ['key', (key, wire) => wire.keys.splice(wire.keys.indexOf(key), 1)],
];
test.each(bad)('a key with a bad %s: exit 1 and its name', async (property, change) => {
  const { code, stdout, stderr } = await keys(['verify', 'luzon'], (wire, key) => change(key, wire));
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(stdout).toContain(`alias/lpo/luzon/m-c90e15 ${property} KEY-DIFFERS\n`);
  const named = [...stdout.matchAll(/^alias\/\S+ (.*) KEY-DIFFERS$/gm)].map(([, name]) => name);
  expect(new Set(named)).toEqual(new Set([property]));
});

test('unknown vendor: exit 2, AWS was not asked', async () => {
  const { code, stderr, wire } = await keys(['verify', 'luzom']);
  expect(code).toBe(2);
  expect(stderr).toContain('expected  one of luzon');
  expect(wire.log).toEqual([]);
});

test('credentials of another account: exit 2, no key was asked for', async () => {
  const { code, stderr, wire } = await keys(['verify', 'luzon'], (wire) => {
    wire.caller = { account: '999999999999', arn: 'arn:aws:iam::999999999999:user/x' };
  });
  expect(code).toBe(2);
  expect(stderr).toMatch(/AWS-WRONG-ACCOUNT[\s\S]*999999999999[\s\S]*account 200000000002/);
  expect(wire.log).toEqual(['GetCallerIdentity']);
});

test('expired credentials: exit 2 and what to do', async () => {
  const { code, stderr } = await keys(['verify', 'luzon'], (wire) => {
    wire.answer = () => ({
      status: 403,
      body:
        '<ErrorResponse><Error><Type>Sender</Type><Code>ExpiredToken</Code>' +
        '<Message>The security token included in the request is expired</Message></Error></ErrorResponse>',
    });
  });
  expect(code).toBe(2);
  expect(stderr).toMatch(/AWS-CREDENTIALS-EXPIRED[\s\S]*sign in again/);
});

test('the custody sheet names who ends, administers and uses each key', async () => {
  const output = join(mkdtempSync(join(tmpdir(), 'sheet-')), 'sheet.md');
  const { code } = await keys(['evidence', 'luzon', '--output', output]);
  expect(code).toBe(0);
  const sheet = readFileSync(output, 'utf8');
  expect(sheet).toContain(`All ${expected.length} keys are as deployed.`);
  expect(sheet).toMatch(/Can end the key: arn:aws:iam::200000000002:role\/lpo-luzon-key-custodian\n/);
  expect(sheet).toMatch(/Use: .*m-c90e15-reviewer/);
  expect(sheet).toContain('Grants: none');
});

test('a sheet is written whole or not at all', async () => {
  const output = join(mkdtempSync(join(tmpdir(), 'sheet-')), 'none.md');
  const { code } = await keys(['evidence', 'luzon', '--output', output], (wire) => {
    wire.caller.account = '999999999999';
  });
  expect(code).toBe(2);
  expect(existsSync(output)).toBe(false);
});
