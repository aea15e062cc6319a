import { createHash } from 'node:crypto';
import { S3 } from '@aws-sdk/client-s3';
import { connectHandler } from '../../../../lib/functions/connect/connect-handler.ts';
import { deployedRoster } from '../../../../lib/functions/roster/deployed-roster.ts';
import { AccessState } from '../../../../lib/functions/state/access-state.ts';
import { AwsBoundary, type AwsCall, type Fault } from '../../../aws/aws-boundary.ts';
import { cut, s3Error, xml } from '../../../aws/wire-errors.ts';
import { exampleRequest, exampleRoster } from './example-roster.ts';

const rosterText = JSON.stringify(exampleRoster);
const sha256 = createHash('sha256').update(rosterText).digest('hex');

/** The real handler over real S3 clients; the network is a map of objects. */
function world(options: { objects?: Record<string, string>; sha256?: string; vendor?: string } = {}) {
  const objects: Record<string, string> = { 'roster.json': rosterText, ...options.objects };
  const boundary = new AwsBoundary((call) => {
    const [method, key = ''] = call.operation.split(' ');
    if (method === 'PUT') {
      objects[key] = call.body;
      return { status: 200 };
    }
    if (call.query['list-type'] === '2') {
      const count = Object.keys(objects).filter((each) => each.startsWith(call.query.prefix ?? '')).length;
      return xml(`<ListBucketResult><KeyCount>${count}</KeyCount></ListBucketResult>`);
    }
    const body = objects[key];
    return body === undefined ? s3Error(404, 'NoSuchKey') : { status: 200, body };
  });
  const s3 = new S3(boundary.client());
  const log: Record<string, unknown>[] = [];
  const location = {
    bucket: 'assets',
    key: 'roster.json',
    sha256: options.sha256 ?? sha256,
    vendor: options.vendor ?? 'meridian',
  };
  const handler = connectHandler({
    roster: deployedRoster(s3, location),
    state: new AccessState(s3, 'state'),
    now: () => new Date('2026-06-15T23:59:59Z'),
    log: (record) => log.push(record),
  });
  return { boundary, handler, log, objects };
}

const suspended = (subject: string): Record<string, string> => ({
  [`suspended/${subject}/inc-20a1f3`]: '{}',
});

test('lets in, writes the session down, logs the decision, and reads the roster only once', async () => {
  const { boundary, handler, log, objects } = world();
  const answer = await handler(exampleRequest);
  expect(answer).toEqual({
    allow: true,
    'error-msg-on-denied-connection': '',
    'posture-compliance-statuses': [],
    'schema-version': 'v2',
  });
  expect(JSON.parse(objects['sessions/cvpn-connection-0123456789abcdef0'] ?? '')).toEqual({
    person: 'p-0a1b2c',
    matters: ['m-7f3a9c'],
  });
  expect(log).toEqual([
    expect.objectContaining({
      event: 'connect-decision',
      code: 'ADMITTED',
      person: 'p-0a1b2c',
      country: 'IN',
    }),
  ]);
  await handler(exampleRequest);
  expect(boundary.operations().filter((name) => name === 's3 GET roster.json')).toHaveLength(1);
});

test.each(['vendor', 'person/p-0a1b2c', 'matter/m-7f3a9c'])(
  'refuses while %s is suspended',
  async (subject) => {
    const { handler } = world({ objects: suspended(subject) });
    const answer = await handler(exampleRequest);
    expect(answer.allow).toBe(false);
    expect(answer['error-msg-on-denied-connection']).toMatch(/^SUSPENDED: /);
  },
);

test.each<[string, string, (call: AwsCall) => Fault | undefined]>([
  ['throttling', 'SlowDown', () => s3Error(503, 'SlowDown')],
  ['access denied', 'AccessDenied', () => s3Error(403, 'AccessDenied')],
  ['a cut connection', 'socket hang up', () => cut()],
  ['an answer that is not XML', '', () => ({ status: 500, body: 'oops' })],
  [
    'a state bucket that is gone',
    'NoSuchBucket',
    (call) => (call.query.prefix?.startsWith('suspended') ? s3Error(404, 'NoSuchBucket') : undefined),
  ],
  [
    'a session that cannot be written down',
    'AccessDenied',
    (call) => (call.operation.startsWith('PUT') ? s3Error(403, 'AccessDenied') : undefined),
  ],
])('refuses on %s', async (_, message, fault) => {
  const { boundary, handler, log } = world();
  boundary.fault = fault;
  const answer = await handler(exampleRequest);
  expect(answer.allow).toBe(false);
  expect(answer['error-msg-on-denied-connection']).toMatch(/^UNDECIDABLE: /);
  expect(log[0]).toMatchObject({ event: 'connect-error', error: expect.stringContaining(message) });
  expect(log[1]).toMatchObject({ event: 'connect-decision', allow: false });
  // The fault over, the same function lets the person in again: no failure is remembered.
  boundary.fault = () => undefined;
  expect((await handler(exampleRequest)).allow).toBe(true);
});

test('one throttled answer is retried, not refused', async () => {
  const { boundary, handler } = world();
  boundary.fault = (_, index) => (index === 0 ? s3Error(503, 'SlowDown') : undefined);
  expect((await handler(exampleRequest)).allow).toBe(true);
});

test.each([
  ['a roster that is not the reviewed one', { sha256: '0'.repeat(64) }, 'expected 0000'],
  ['the roster of another vendor', { vendor: 'luzon' }, 'expected luzon'],
])('refuses on %s', async (_, options, message) => {
  const { handler, log } = world(options);
  expect((await handler(exampleRequest)).allow).toBe(false);
  expect(log[0]).toMatchObject({ error: expect.stringContaining(message) });
});

test.each([
  ['nothing', undefined],
  ['a question without a user', { ...exampleRequest, username: undefined }],
  ['another schema version', { ...exampleRequest, 'schema-version': 'v9' }],
])('refuses %s and says so in the form Client VPN expects', async (_, event) => {
  const { boundary, handler } = world();
  expect(await handler(event)).toMatchObject({ allow: false, 'schema-version': 'v2' });
  expect(boundary.calls).toEqual([]);
});

test('a connection id that leaves its prefix is refused', async () => {
  const { handler } = world();
  expect((await handler({ ...exampleRequest, 'connection-id': '../suspended/vendor' })).allow).toBe(false);
});

test('groups may come as one string', async () => {
  const { handler } = world();
  expect((await handler({ ...exampleRequest, groups: 'everyone, g-lit-reviewer' })).allow).toBe(true);
});
