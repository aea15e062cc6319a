import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveKms } from '../../fakes/kms-server.ts';
import { KmsWire } from '../../fakes/kms-wire.ts';
import { suspendVendor, throwSwitch } from '../../lib/functions/kill-switch/throw-switch.ts';
import { meridianAtWork } from '../../lib/functions/kill-switch/vendor-cloud.ts';
import { copied } from '../../lib/operations/reinstatement/reinstatement-case.ts';
import { runLpo } from '../../support/run-lpo.ts';

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lpo-reinstatement-'));
  const cloud = meridianAtWork();
  await throwSwitch(cloud, suspendVendor);
  for (const [name, body] of copied(cloud)) writeFileSync(join(folder, name), body);
});
afterAll(() => rmSync(folder, { recursive: true }));

const plan = (...more: string[]) => [
  'reinstate',
  'plan',
  'meridian',
  'inc-20a1f3',
  '--evidence',
  folder,
  ...more,
];
const approve = ['reinstate', 'approve', 'meridian', 'inc-20a1f3', '--evidence', 'EVIDENCE'];

describe('bad input: one message, exit 2, nothing changed', () => {
  test.each<[string, () => string[], string]>([
    ['a vendor nobody knows', () => plan().with(2, 'atlantis'), 'UNKNOWN-VENDOR'],
    ['an incident that is none', () => plan().with(3, 'tuesday'), '<incident> tuesday'],
    ['no such folder', () => plan().with(5, join(folder, 'nowhere')), 'a copy of incidents/<incident>/'],
    ['another incident', () => plan().with(3, 'inc-000000'), 'no custody manifest of this incident'],
    ["another vendor's evidence", () => plan().with(2, 'luzon'), 'expected luzon'],
    [
      'a vendor nobody knows, by the old name',
      () => plan().with(0, 'release').with(2, 'atlantis'),
      'UNKNOWN-VENDOR',
    ],
    ['no plan to approve', () => approve.with(5, folder), "required option '--plan"],
  ])('%s', async (_, args, message) => {
    const { code, stdout, stderr } = await runLpo(args());
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('    at ');
  });

  test.each([
    ['another role', 'lpo-meridian-auditor/p-a00001', '200000000001', "a person's session of role"],
    ['another account', 'lpo-meridian-key-custodian/p-a00001', '200000000002', 'AWS-WRONG-ACCOUNT'],
  ])('credentials of %s', async (_, session, account, message) => {
    const wire = new KmsWire({ account, arn: `arn:aws:sts::${account}:assumed-role/${session}` });
    const server = await serveKms(wire);
    try {
      const { code, stderr } = await runLpo(plan('--endpoint-url', server.url));
      expect(stderr).toContain(message);
      expect(code).toBe(2);
    } finally {
      await server.close();
    }
  });
});
