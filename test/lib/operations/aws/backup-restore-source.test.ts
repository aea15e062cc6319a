import { BackupRestoreSource } from '../../../../lib/operations/aws/backup-restore-source.ts';
import { at, type BackupFault, BackupWire } from '../../../fakes/backup-wire.ts';

// Faults at the HTTP boundary: the real client with its own signing, retries and parsing.
const bucket = 'arn:aws:s3:::lpo-luzon-m-c90e15-200000000002-us-east-1';
const job = {
  RestoreJobId: 'one',
  Status: 'COMPLETED',
  CreationDate: at('2026-11-01T16:10:00Z'),
  CompletionDate: at('2026-11-01T17:22:00Z'),
  CreatedBy: { RestoreTestingPlanArn: 'arn:aws:backup:us-east-1:200000000002:restore-testing-plan:x' },
};
const point = {
  Status: 'COMPLETED',
  BackupVaultName: 'lpo-luzon-primary',
  CreationDate: at('2026-11-21T02:00:00Z'),
};

function setUp(fault: BackupWire['fault'] = () => undefined) {
  const wire = new BackupWire();
  wire.restores.set(bucket, [job, { ...job, RestoreJobId: 'two', CreatedBy: undefined }]);
  wire.points.set(bucket, [point, point, point]);
  wire.fault = fault;
  return { wire, source: new BackupRestoreSource(wire.access()) };
}
const readBoth = async (fault?: BackupWire['fault']) => {
  const { source } = setUp(fault);
  return [await source.restoresOf('us-east-1', bucket), await source.recoveryPointsOf('us-east-1', bucket)];
};

test('every page is read, with reads only', async () => {
  const { wire, source } = setUp();
  expect(await source.restoresOf('us-east-1', bucket)).toEqual([
    {
      ...{ id: 'one', status: 'COMPLETED', test: true },
      ...{ startedAt: '2026-11-01T16:10:00.000Z', endedAt: '2026-11-01T17:22:00.000Z' },
    },
    expect.objectContaining({ id: 'two', test: false }),
  ]);
  expect(await source.recoveryPointsOf('us-east-1', bucket)).toHaveLength(3);
  expect(wire.log).toHaveLength(5);
  expect(wire.log.every((call) => call.startsWith('GET '))).toBe(true);
});

test('a bucket without either has none', async () => {
  const { source } = setUp();
  expect(await source.restoresOf('us-east-1', 'arn:aws:s3:::other')).toEqual([]);
});

const passing: BackupFault[] = ['throttle', 'timeout', 'cut', 'cut-mid-answer'];
test.each(passing)('one %s on any call in turn is retried away', async (fault) => {
  const undisturbed = await readBoth();
  for (let victim = 0; victim < 5; victim++)
    expect(await readBoth((_, count) => (count === victim ? fault : undefined))).toEqual(undisturbed);
});

test.each<[BackupFault, string]>([
  ['throttle', 'AWS-THROTTLED'],
  ['timeout', 'AWS-UNREACHABLE'],
  ['cut', 'AWS-UNREACHABLE'],
  [{ error: 'AccessDeniedException' }, 'AWS-DENIED'],
  [{ error: 'ExpiredTokenException' }, 'AWS-CREDENTIALS-EXPIRED'],
  [{ error: 'ResourceNotFoundException' }, 'AWS-REFUSED'],
])('a lasting %j is a problem with a name, never an empty list', async (fault, code) => {
  await expect(readBoth(() => fault)).rejects.toThrow(code);
});

test('an answer that lacks a date is refused', async () => {
  const { wire, source } = setUp();
  wire.restores.set(bucket, [{ ...job, CreationDate: undefined }]);
  await expect(source.restoresOf('us-east-1', bucket)).rejects.toThrow('an answer without CreationDate');
});
