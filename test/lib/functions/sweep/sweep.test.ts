import { EC2 } from '@aws-sdk/client-ec2';
import { S3 } from '@aws-sdk/client-s3';
import { AccessState } from '../../../../lib/functions/state/access-state.ts';
import { sweep } from '../../../../lib/functions/sweep/sweep.ts';
import { AwsBoundary } from '../../../aws/aws-boundary.ts';
import { ec2Error, s3Error, xml } from '../../../aws/wire-errors.ts';
import { exampleRoster } from '../connect/example-roster.ts';

const connections = (ids: readonly string[]) =>
  ids
    .map((id) => `<item><connectionId>${id}</connectionId><status><code>active</code></status></item>`)
    .join('');

function world(
  sessions: Record<string, unknown>,
  live: readonly string[],
  suspensions: readonly string[] = [],
) {
  const boundary = new AwsBoundary((call) => {
    if (call.query['list-type'] === '2') {
      const found = suspensions.filter((key) => key.startsWith(call.query.prefix ?? 'none'));
      return xml(`<ListBucketResult><KeyCount>${found.length}</KeyCount></ListBucketResult>`);
    }
    if (call.service === 's3') {
      const session = sessions[call.operation.replace('GET sessions/', '')];
      return session ? { status: 200, body: JSON.stringify(session) } : s3Error(404, 'NoSuchKey');
    }
    if (call.operation === 'DescribeClientVpnEndpoints')
      return xml(
        '<DescribeClientVpnEndpointsResponse><clientVpnEndpoint><item><clientVpnEndpointId>cvpn-endpoint-1</clientVpnEndpointId></item></clientVpnEndpoint></DescribeClientVpnEndpointsResponse>',
      );
    if (call.operation === 'DescribeClientVpnConnections')
      return xml(
        `<DescribeClientVpnConnectionsResponse><connections>${connections(live)}<item><connectionId>gone</connectionId><status><code>terminated</code></status></item></connections></DescribeClientVpnConnectionsResponse>`,
      );
    if (call.operation === 'TerminateClientVpnConnections')
      return xml('<TerminateClientVpnConnectionsResponse/>');
    throw new Error(`unexpected ${call.operation}`);
  });
  const log: Record<string, unknown>[] = [];
  const run = (today = '2026-06-15') =>
    sweep({
      ec2: new EC2(boundary.client()),
      roster: async () => exampleRoster,
      state: new AccessState(new S3(boundary.client()), 'state'),
      now: () => new Date(`${today}T02:00:00Z`),
      log: (record) => log.push(record),
    });
  const ended = () =>
    boundary.calls
      .filter(({ operation }) => operation === 'TerminateClientVpnConnections')
      .map(({ form }) => form.get('ConnectionId'));
  return { boundary, run, log, ended };
}

const current = { person: 'p-0a1b2c', matters: ['m-7f3a9c'] };
const other = { person: 'p-ffee01', matters: ['m-2be41d'] };

test('ends what expired and leaves what is current', async () => {
  const { run, ended } = world({ 'conn-1': current, 'conn-2': other }, ['conn-1', 'conn-2']);
  expect(await run('2026-06-30')).toEqual({ looked: 2, ended: 0 });
  expect(await run('2026-07-01')).toEqual({ looked: 2, ended: 1 });
  expect(ended()).toEqual(['conn-2']);
});

test('ends sessions nobody admitted, of people off the roster, or on matters no longer assigned', async () => {
  const sessions = {
    'conn-2': { person: 'p-999999', matters: ['m-7f3a9c'] },
    'conn-3': { person: 'p-0a1b2c', matters: ['m-7f3a9c', 'm-2be41d'] },
  };
  const { run, ended, log } = world(sessions, ['conn-1', 'conn-2', 'conn-3']);
  expect(await run()).toEqual({ looked: 3, ended: 3 });
  expect(ended()).toEqual(['conn-1', 'conn-2', 'conn-3']);
  expect(log.map(({ why }) => why)).toEqual([
    'the connect handler never admitted it',
    'the person is not on the roster',
    'the records for m-2be41d have expired',
    undefined,
  ]);
});

test('one session that cannot be ended keeps no other alive, and the run fails so that it alarms', async () => {
  const { boundary, run, ended } = world({}, ['conn-1', 'conn-2', 'conn-3']);
  boundary.fault = ({ form }) =>
    form.get('ConnectionId') === 'conn-2' ? ec2Error(403, 'UnauthorizedOperation') : undefined;
  await expect(run()).rejects.toThrow('sweep: 1 of 3 sessions not judged');
  expect(ended()).toEqual(['conn-1', 'conn-2', 'conn-3']);
});

test.each([
  'suspended/vendor/inc-20a1f3',
  'suspended/person/p-0a1b2c/inc-20a1f3',
  'suspended/matter/m-7f3a9c/inc-20a1f3',
])('ends a session that came in while %s was written', async (key) => {
  const { run, ended, log } = world({ 'conn-1': current }, ['conn-1'], [key]);
  expect(await run()).toEqual({ looked: 1, ended: 1 });
  expect(ended()).toEqual(['conn-1']);
  expect(log[0]).toMatchObject({ why: 'access is suspended' });
});

test('a suspension of somebody else ends nothing; one that cannot be read fails the run', async () => {
  const { boundary, run, ended } = world(
    { 'conn-1': current },
    ['conn-1'],
    ['suspended/person/p-ffee01/inc-1a2b3c'],
  );
  expect(await run()).toEqual({ looked: 1, ended: 0 });
  boundary.fault = ({ query }) => (query['list-type'] === '2' ? s3Error(403, 'AccessDenied') : undefined);
  await expect(run()).rejects.toThrow('sweep: 1 of 1 sessions not judged');
  expect(ended()).toEqual([]);
});
