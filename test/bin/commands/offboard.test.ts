import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UnusableInputError } from '../../../lib/model/finding.ts';
import { expectedKeys } from '../../../lib/operations/keys/expected-keys.ts';
import type { ExpectedKey } from '../../../lib/operations/keys/key-settings.ts';
import {
  approveOffboarding,
  executeOffboarding,
  planOffboarding,
  verifyOffboarding,
} from '../../../lib/operations/offboarding/offboard-steps.ts';
import { readAssembly } from '../../../policies/template/read-assembly.ts';
import { serveKms } from '../../fakes/kms-server.ts';
import { KmsWire } from '../../fakes/kms-wire.ts';
import { setEnvironment } from '../../support/environment.ts';
import { exampleFolder } from '../../support/example-assembly.ts';
import { runLpo } from '../../support/run-lpo.ts';

// Whole steps against a local stand-in for KMS, STS and CloudTrail at the HTTP boundary; it rehearses
// nothing of AWS. The steps run in this process, so that they can be given a clock; two run as commands.
const account = '200000000002';
const dayOne = '2026-11-21T09:00:00.000Z';
const dayFive = '2026-11-26T09:00:00.000Z';
const afterAll_ = '2027-01-15T09:00:00.000Z';
const custodian = (name: string) => ({
  account,
  arn: `arn:aws:sts::${account}:assumed-role/lpo-luzon-key-custodian/${name}`,
});
const ended = (more = 'holds: []\nincidents: []') => `vendor: luzon
${more}
ended:
  - matter: m-58d7b2
    closed: "2015-01-31"
    nothingToReturn: { reason: originals stayed with the firm, approver: records-7 }
`;
const hold = ended('holds: [{ id: hold-9, matter: m-58d7b2, since: "2020-01-01" }]\nincidents: []');
const incident = ended('holds: []\nincidents: [{ id: inc-9, opened: "2020-01-01" }]');

let assembly: string;
let expected: ExpectedKey[];
let config: string;
let journal: string;
let wire: KmsWire;
let server: Awaited<ReturnType<typeof serveKms>>;
setEnvironment(() => ({ AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'example' }));
beforeAll(() => {
  assembly = exampleFolder('luzon');
  expected = expectedKeys(readAssembly(assembly), 'luzon').filter((key) => key.account === account);
});
beforeEach(async () => {
  config = mkdtempSync(join(tmpdir(), 'lpo-offboard-'));
  cpSync('config', config, { recursive: true });
  journal = join(config, 'journal');
  writeRegister(ended());
  wire = new KmsWire(custodian('ann'));
  wire.now = Date.parse(dayOne) / 1000;
  for (const key of expected) wire.seed(key);
  server = await serveKms(wire);
});
afterEach(async () => {
  await server.close();
  rmSync(config, { recursive: true });
});

const writeRegister = (text: string) => writeFileSync(join(config, 'registers/luzon.yaml'), text);
const changes = () => wire.log.filter((call) => /^(Disable|Schedule)/.test(call));
const stateOf = (matter: string) => wire.keys.find(({ alias }) => alias.endsWith(matter))?.state;

const steps = {
  plan: planOffboarding,
  approve: approveOffboarding,
  execute: executeOffboarding,
  verify: verifyOffboarding,
};

/** One step as one person; `code` 2 and the message for unusable input, as the command has it. */
async function run(
  step: 'plan' | 'approve' | 'execute' | 'verify',
  as: string,
  more: { plan?: string; matter?: string; register?: string; now?: string } = {},
): Promise<{ code: number; text: string; certificate?: string }> {
  if (as) wire.caller = custodian(as);
  const { now = dayOne, plan = '', matter = 'm-58d7b2', register } = more;
  wire.now = Date.parse(now) / 1000;
  const options = {
    ...{ config, assembly: assembly, endpointUrl: server.url, journal, plan, matter },
    ...(register ? { register } : {}),
  };
  try {
    const output = join(mkdtempSync(join(tmpdir(), 'certificate-')), 'certificate.md');
    const { text, done } = await steps[step]('luzon', { ...options, output }, now);
    const certificate = step === 'verify' && { certificate: readFileSync(output, 'utf8') };
    return { code: done ? 0 : 1, text, ...certificate };
  } catch (error) {
    if (!(error instanceof UnusableInputError)) throw error;
    return { code: 2, text: error.message };
  }
}

async function requested(): Promise<string> {
  const plan = hashIn((await run('plan', 'ann')).text);
  await run('execute', 'ann', { plan });
  return plan;
}
async function approved(): Promise<string> {
  const plan = await requested();
  for (const person of ['ben', 'cai']) await run('approve', person, { plan });
  return plan;
}
const hashIn = (text: string): string => /^plan ([0-9a-f]{64})$/m.exec(text)?.[1] ?? '';

test('from plan to certificate', async () => {
  const planned = await run('plan', 'ann');
  expect(planned.code).toBe(0);
  expect(planned.text).toContain('Nothing stands in the way. Nothing was changed.');
  const plan = hashIn(planned.text);

  expect(await run('execute', 'ann', { plan })).toMatchObject({
    code: 1,
    text: expect.stringContaining('Requested by ann'),
  });
  expect((await run('approve', 'ben', { plan })).text).toContain('1 more approval needed.');
  expect((await run('execute', 'ann', { plan })).text).toContain('1 approval missing');
  expect(changes()).toEqual([]);
  expect((await run('approve', 'cai', { plan })).text).toContain('Approved: go on');

  const waiting = await run('execute', 'ben', { plan });
  expect(waiting).toEqual({
    code: 1,
    text: 'Every key is disabled. Run this again after 2026-11-24T09:00:00.000Z.\n',
  });
  expect([stateOf('m-58d7b2'), stateOf('m-c90e15'), stateOf('logs')]).toEqual([
    'Disabled',
    'Enabled',
    'Enabled',
  ]);
  expect(await run('verify', 'ben', { plan })).toMatchObject({
    code: 1,
    text: expect.stringContaining('OFF-INCOMPLETE'),
  });

  expect(await run('execute', 'ann', { plan, now: dayFive })).toMatchObject({ code: 0 });
  expect([stateOf('m-58d7b2'), stateOf('m-c90e15')]).toEqual(['PendingDeletion', 'Enabled']);
  expect(await run('execute', 'ann', { plan, now: dayFive })).toMatchObject({ code: 0 });
  expect(changes()).toHaveLength(2);
  const pending = await run('verify', 'ben', { plan, now: dayFive });
  expect(pending.code).toBe(0);
  expect(pending.certificate).toContain('(provisional)');

  wire.keys.splice(
    wire.keys.findIndex(({ alias }) => alias.endsWith('m-58d7b2')),
    1,
  );
  const gone = await run('verify', 'ben', { plan, now: afterAll_ });
  expect(gone.code).toBe(0);
  expect(gone.certificate).toContain('Every key below is gone');
  expect(gone.certificate).toContain('Requested by ann; approved by ben and cai.');
});

test.each([
  ['a hold', hold, 'OFF-HOLD'],
  ['an open incident', incident, 'OFF-INCIDENT'],
])('%s: plan says so, execute refuses, nothing changes', async (_, register, code) => {
  writeRegister(register);
  const planned = await run('plan', 'ann');
  expect(planned).toMatchObject({ code: 1, text: expect.stringContaining(code) });
  const refused = await run('execute', 'ann', { plan: hashIn(planned.text) });
  expect(refused.code).toBe(1);
  expect(refused.text).toMatch(new RegExp(`${code}[\\s\\S]*Refused; nothing was changed.`));
  expect(changes()).toEqual([]);
  expect(existsSync(journal)).toBe(false);
});

test.each([dayOne, dayFive])('a hold that comes after the approvals still refuses (%s)', async (now) => {
  const plan = await approved();
  if (now === dayFive) await run('execute', 'ben', { plan });
  const before = changes().length;
  writeRegister(hold);
  expect(await run('execute', 'ben', { plan, now })).toMatchObject({
    code: 1,
    text: expect.stringContaining('OFF-HOLD'),
  });
  expect(changes()).toHaveLength(before);
  expect(stateOf('m-58d7b2')).toBe(now === dayFive ? 'Disabled' : 'Enabled');
});

const unknownPlan = 'a'.repeat(64);
test.each<[string, () => ReturnType<typeof run>]>([
  ['--matter m-000000', () => run('plan', 'ann', { matter: 'm-000000' })],
  ['APPROVAL-PLAN', () => run('execute', 'ann', { plan: unknownPlan })],
  ['APPROVAL-PLAN', () => run('execute', 'ann', { plan: 'abc' })],
  ['APPROVAL-PLAN', () => run('verify', 'ann', { plan: unknownPlan })],
  ['APPROVAL-APPROVER', () => run('approve', 'ann', { plan: unknownPlan })],
  ['CFG-', () => run('plan', 'ann', { register: join(config, 'registers/none.yaml') })],
  ['OFF-REGISTER', () => run('plan', 'ann', { register: join(config, 'registers/meridian.yaml') })],
  [
    'APPROVAL-ROLE',
    () => {
      wire.caller = { account, arn: `arn:aws:sts::${account}:assumed-role/lpo-luzon-auditor/eve` };
      return run('execute', '', { plan: unknownPlan });
    },
  ],
  [
    'AWS-WRONG-ACCOUNT',
    () => {
      wire.caller = { ...custodian('ann'), account: '999999999999' };
      return run('plan', '');
    },
  ],
])('bad input %s: exit 2, nothing changed, nothing written', async (said, command) => {
  expect(await command()).toMatchObject({ code: 2, text: expect.stringContaining(said) });
  expect(changes()).toEqual([]);
  expect(existsSync(journal)).toBe(false);
});

test('approvals of a plan for one matter do not serve another', async () => {
  const plan = await requested();
  writeRegister(ended().replace('m-58d7b2', 'm-c90e15'));
  const other = await run('approve', 'ben', { plan, matter: 'm-c90e15' });
  expect(other).toMatchObject({ code: 2, text: expect.stringContaining('APPROVAL-PLAN') });
  expect(readdirSync(join(journal, readdirSync(journal)[0] as string))).toHaveLength(1);
});

test('as commands: an approver who is the requester, and a plan', async () => {
  const plan = await requested();
  const common = ['luzon', '--matter', 'm-58d7b2', '--config', config, '--assembly', assembly];
  const more = [...common, '--endpoint-url', server.url];
  const approve = await runLpo(['offboard', 'approve', ...more, '--plan', plan, '--journal', journal]);
  expect(approve.code).toBe(2);
  expect(approve.stderr).toContain('ann, who requested it');
  const planned = await runLpo(['offboard', 'plan', ...more]);
  expect(planned).toMatchObject({ code: 0, stderr: '' });
  const output = join(mkdtempSync(join(tmpdir(), 'certificate-')), 'certificate.md');
  await runLpo(['offboard', 'verify', ...more, '--plan', plan, '--journal', journal, '--output', output]);
  expect(readFileSync(output, 'utf8')).toContain('# Certificate of destruction (provisional)');
});
