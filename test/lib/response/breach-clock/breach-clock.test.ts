import { S3Client } from '@aws-sdk/client-s3';
import { SNSClient } from '@aws-sdk/client-sns';
import { breachClockDefinition } from '../../../../lib/constructs/breach-clock/breach-clock-definition';
import type { BreachDuty } from '../../../../lib/model/breach-duty';
import { breachClockHandler } from '../../../../lib/response/breach-clock/breach-clock-handler';
import { ClockRecord } from '../../../../lib/response/breach-clock/clock-record';
import { AwsBoundary } from '../../../aws/aws-boundary';
import { type Machine, run } from '../../../aws/states-language';
import { queryError, s3Error, xml } from '../../../aws/wire-errors';

const common = { owner: 'data-protection', template: 'T-01', counsel: 'C-01' };
const duties: BreachDuty[] = [
  { ...common, id: 'GB-ico', law: 'GB UK GDPR 33', recipient: 'ICO', period: { hours: 72 } },
  { ...common, id: 'IN-cert', law: 'IN CERT-In', recipient: 'CERT-In', period: { hours: 6 } },
];
const definition = breachClockDefinition('arn:aws:lambda:x') as Machine;

/** The state machine with a clock that jumps, the real handler, and a bucket that refuses a second write. */
function world(given: readonly BreachDuty[] = duties) {
  const objects = new Map<string, string>();
  const sent: string[] = [];
  let clock = '2026-06-12T01:00:00.000Z';
  const boundary = new AwsBoundary((call) => {
    if (call.service === 'sns') {
      sent.push(`${clock} ${call.form.get('Subject')}`);
      return xml(
        '<PublishResponse><PublishResult><MessageId>1</MessageId></PublishResult></PublishResponse>',
      );
    }
    const [method, key = ''] = call.operation.split(' ');
    if (method === 'GET') {
      const body = objects.get(key);
      return body === undefined ? s3Error(404, 'NoSuchKey') : { status: 200, body };
    }
    if (call.headers['if-none-match'] !== '*') return s3Error(403, 'AccessDenied');
    if (objects.has(key)) return s3Error(412, 'PreconditionFailed');
    objects.set(key, call.body);
    return { status: 200 };
  });
  const handler = breachClockHandler({
    duties: given,
    record: new ClockRecord(new S3Client(boundary.client()), 'clock'),
    sns: new SNSClient(boundary.client()),
    topicArn: 'arn:aws:sns:eu-west-2:100000000002:lpo-meridian-alerts',
    now: () => new Date(clock),
  });
  const waits: { at: string; wake: () => void }[] = [];
  const start = (request: unknown) =>
    run(definition, request as never, {
      invoke: (payload) => handler(payload),
      waitUntil: (at) => new Promise((wake) => waits.push({ at, wake })),
    });
  /** Lets time pass, waking whoever is due, in order. */
  const passUntil = async (time: string) => {
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, 60));
      const next = waits.sort((a, b) => (a.at < b.at ? -1 : 1))[0];
      if (!next || next.at > time) break;
      waits.shift();
      if (next.at > clock) clock = next.at;
      next.wake();
    }
    clock = time;
  };
  return { boundary, handler, objects, sent, start, passUntil };
}

const request = { incident: 'inc-20a1f3', awareAt: '2026-06-12T00:00:00Z', openedBy: 'p-00aa00' };

test('warns each owner ahead of each deadline, and a missed start is caught up at once', async () => {
  const { sent, start, passUntil } = world();
  const done = start(request);
  await passUntil('2026-06-20T00:00:00.000Z');
  await done;
  expect(sent).toHaveLength(10);
  expect(sent).toEqual(
    expect.arrayContaining([
      '2026-06-12T01:00:00.000Z inc-20a1f3 IN-cert: 6 h left',
      '2026-06-12T02:00:00.000Z inc-20a1f3 IN-cert: 4 h left',
      '2026-06-12T04:00:00.000Z inc-20a1f3 IN-cert: 2 h left',
      '2026-06-12T05:30:00.000Z inc-20a1f3 IN-cert: 0.5 h left',
      '2026-06-12T06:00:00.000Z inc-20a1f3 IN-cert: DUE NOW',
      '2026-06-13T00:00:00.000Z inc-20a1f3 GB-ico: 48 h left',
      '2026-06-14T00:00:00.000Z inc-20a1f3 GB-ico: 24 h left',
      '2026-06-14T18:00:00.000Z inc-20a1f3 GB-ico: 6 h left',
      '2026-06-15T00:00:00.000Z inc-20a1f3 GB-ico: DUE NOW',
    ]),
  );
});

test('the moment of awareness is written once: a second opening runs by the first', async () => {
  const { handler, objects } = world();
  await handler({ step: 'open', request });
  const again = await handler({ step: 'open', request: { ...request, awareAt: '2026-06-12T00:59:00Z' } });
  expect(again).toMatchObject({ awareAt: '2026-06-12T00:00:00Z' });
  expect(JSON.parse(objects.get('incidents/inc-20a1f3/aware-at.json') ?? '')).toEqual(request);
});

test('a deployment with other laws changes nothing about an open incident', async () => {
  const before = world();
  const done = before.start(request);
  await before.passUntil('2026-06-12T02:30:00.000Z');
  // The execution holds its notices; the handler that sends them may be another one by now.
  const handlerNow = world([{ ...duties[0], id: 'US-NY-ag' } as BreachDuty]).handler;
  expect(
    await handlerNow({
      step: 'warn',
      notice: { incident: 'inc-20a1f3', duty: 'GB-ico', at: 'x', subject: 's', text: 't' },
    }),
  ).toEqual({ sent: true });
  await before.passUntil('2026-06-20T00:00:00.000Z');
  await done;
  expect(before.sent.at(-1)).toBe('2026-06-15T00:00:00.000Z inc-20a1f3 GB-ico: DUE NOW');
});

test('whoever was told is not warned about again, the others are', async () => {
  const { handler, sent, start, passUntil } = world();
  const done = start(request);
  await passUntil('2026-06-12T03:00:00.000Z');
  await handler({ step: 'told', incident: 'inc-20a1f3', duty: 'IN-cert', by: 'p-00aa00' });
  await passUntil('2026-06-20T00:00:00.000Z');
  await done;
  expect(sent.filter((line) => line.includes('IN-cert'))).toHaveLength(2);
  expect(sent.filter((line) => line.includes('GB-ico'))).toHaveLength(5);
});

test('a topic that fails is tried again, and one notice that cannot go out does not silence the others', async () => {
  const { boundary, sent, start, passUntil } = world();
  boundary.fault = ({ form }) =>
    form.get('Subject')?.includes('IN-cert: 4 h') ? queryError(403, 'AuthorizationError') : undefined;
  const done = start(request);
  await passUntil('2026-06-20T00:00:00.000Z');
  const result = JSON.stringify(await done);
  expect(sent).toHaveLength(9);
  expect(result).toContain('AuthorizationError');
});

test.each([
  ['a time in the future', { ...request, awareAt: '2026-06-12T02:00:00Z' }, duties, 'not in the future'],
  ['a local time', { ...request, awareAt: '2026-06-12T00:00:00+01:00' }, duties, 'awareAt'],
  ['a name for a person', { ...request, openedBy: 'smith' }, duties, 'openedBy'],
  ['no incident', { ...request, incident: undefined }, duties, 'incident'],
  ['no duties at all', request, [], 'duties: got none'],
  ['a duty without a period', request, [{ ...duties[0], period: { hours: 0 } } as BreachDuty], 'got 0'],
])('%s is refused and nothing is written', async (_, wrong, given, message) => {
  const { boundary, start } = world(given);
  await expect(start(JSON.parse(JSON.stringify(wrong)))).rejects.toThrow(message);
  expect(boundary.calls).toEqual([]);
});

test('telling somebody nobody has to tell is refused', async () => {
  const { handler, objects } = world();
  await expect(handler({ step: 'told', incident: 'inc-20a1f3', duty: 'XX', by: 'p-00aa00' })).rejects.toThrow(
    'duty: got XX, expected one of GB-ico, IN-cert',
  );
  expect(objects.size).toBe(0);
});
