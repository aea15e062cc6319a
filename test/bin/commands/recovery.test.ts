import { recoveryObjectives } from '../../../lib/profile/recovery-objectives.ts';
import { at, BackupWire } from '../../fakes/backup-wire.ts';
import { runLpo } from '../../support/run-lpo.ts';

// The whole command against a local server that speaks AWS Backup's wire protocol; a stand-in, no rehearsal.
const credentials = { AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'example' };
const zones = ['m-c90e15', 'm-c90e15-p', 'm-58d7b2'];
const arn = (zone: string) => `arn:aws:s3:::lpo-luzon-${zone}-200000000002-us-east-1`;
const job = {
  RestoreJobId: 'one',
  Status: 'COMPLETED',
  CreationDate: at('2026-11-01T16:10:00Z'),
  CompletionDate: at('2026-11-01T17:22:00Z'),
  CreatedBy: { RestoreTestingPlanArn: 'plan' },
};
const point = (vault: string, time: string) => ({
  Status: 'COMPLETED',
  BackupVaultName: vault,
  CreationDate: at(time),
});

async function report(args: string[] = [], change: (wire: BackupWire) => void = () => undefined) {
  const wire = new BackupWire();
  for (const zone of zones) {
    wire.restores.set(arn(zone), [job]);
    wire.points.set(arn(zone), [point('lpo-luzon-primary', '2026-11-21T02:00:00Z')]);
  }
  change(wire);
  const server = await wire.serve();
  try {
    const common = ['--as-of', '2026-11-21T12:00:00Z', '--endpoint-url', server.url];
    return { ...(await runLpo(['recovery', 'report', 'luzon', ...common, ...args], credentials)), wire };
  } finally {
    await server.close();
  }
}

test('all objectives met: exit 0, 80 columns, and only lists arrived', async () => {
  const { code, stdout, stderr, wire } = await report();
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('luzon, account 200000000002, as of 2026-11-21 12:00 UTC');
  const { rpoHours, rtoHours, testEveryDays } = recoveryObjectives.high;
  expect(stdout).toContain(
    `m-c90e15 privileged: RPO ${rpoHours} h, RTO ${rtoHours} h, a restore every ${testEveryDays} days`,
  );
  expect(stdout).toContain('2026-11-01 17:22 UTC, test, took 1 h 12 min');
  expect(stdout).toContain('3 zones, 0 with an objective missed.');
  expect(stdout.split('\n').every((line) => line.length <= 80)).toBe(true);
  expect(wire.log.filter((call) => !call.startsWith('GET /resources/'))).toEqual(['POST /']);
});

test('the copy in another vault does not stand for the vendor’s own: exit 1', async () => {
  const { code, stdout } = await report([], (wire) =>
    wire.points.set(arn('m-58d7b2'), [point('lpo-luzon-copy', '2026-11-21T02:00:00Z')]),
  );
  expect(code).toBe(1);
  expect(stdout).toContain('MISSED         no completed backup in the vendor’s vault');
  expect(stdout).toContain('3 zones, 1 with an objective missed.');
});

test('JSON says the same, and a day stands for its end', async () => {
  const { code, stdout } = await report(['--format', 'json', '--as-of', '2026-11-22']);
  expect(code).toBe(1);
  const { asOf, zones: rows } = JSON.parse(stdout);
  expect(asOf).toBe('2026-11-22T23:59:59.999Z');
  expect(rows).toHaveLength(3);
  expect(rows[0].missed).toEqual(['newest backup is 45 h old, RPO is 24 h']);
});

test.each<[string, string[], (wire: BackupWire) => void, RegExp]>([
  [
    'credentials of another account',
    [],
    (wire) => {
      wire.caller = { account: '200000000001', arn: 'arn:aws:sts::200000000001:assumed-role/x/y' };
    },
    /AWS-WRONG-ACCOUNT[\s\S]*the account of this vendor/,
  ],
  ['a day that does not exist', ['--as-of', '2026-02-31'], () => undefined, /CLI-OPTION/],
  ['a time without a zone', ['--as-of', '2026-02-03T12:00'], () => undefined, /CLI-OPTION/],
  ['an unknown format', ['--format', 'xml'], () => undefined, /Allowed choices are text, json/],
])('%s: exit 2, nothing printed', async (_, args, change, says) => {
  const { code, stdout, stderr } = await report(args, change);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(says);
});

test('an unknown vendor: exit 2, nothing asked of AWS', async () => {
  const { code, stderr } = await runLpo(['recovery', 'report', 'nobody']);
  expect(code).toBe(2);
  expect(stderr).toContain('one of luzon, meridian');
});
