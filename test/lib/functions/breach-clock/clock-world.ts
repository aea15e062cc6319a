import { S3Client } from '@aws-sdk/client-s3';
import { SNSClient } from '@aws-sdk/client-sns';
import { breachClockDefinition } from '../../../../lib/constructs/breach-clock/breach-clock-definition.ts';
import { breachClockHandler } from '../../../../lib/functions/breach-clock/breach-clock-handler.ts';
import { ClockRecord } from '../../../../lib/functions/breach-clock/clock-record.ts';
import type { BreachDuty } from '../../../../lib/model/breach-duty.ts';
import { AwsBoundary } from '../../../aws/aws-boundary.ts';
import { type Machine, run } from '../../../aws/states-language.ts';
import { s3Error, xml } from '../../../aws/wire-errors.ts';

const common = {
  ...{ owner: 'data-protection', template: 'notice-t', counsel: ['counsel-c'], plan: 'crisis-1' },
  ...{ matters: ['m-7f3a9c'], words: 'as the law says' },
};
export const duties: readonly BreachDuty[] = [
  { ...common, id: 'GB-ico', law: 'GB UK GDPR 33', recipient: 'ICO', period: { hours: 72 } },
  { ...common, id: 'IN-cert', law: 'IN CERT-In', recipient: 'CERT-In', period: { hours: 6 } },
];
const definition = breachClockDefinition('arn:aws:lambda:x') as Machine;

/** The state machine with a clock that jumps, the real handler, and a bucket that refuses a second write. */
export function world(given: readonly BreachDuty[] = duties) {
  const objects = new Map<string, string>();
  const sent: { at: string; subject: string; text: string }[] = [];
  let clock = '2026-06-12T01:00:00.000Z';
  const boundary = new AwsBoundary((call) => {
    if (call.service === 'sns') {
      const { form } = call;
      sent.push({ at: clock, subject: form.get('Subject') ?? '', text: form.get('Message') ?? '' });
      return xml(
        '<PublishResponse><PublishResult><MessageId>1</MessageId></PublishResult></PublishResponse>',
      );
    }
    const [method, key = ''] = call.operation.split(' ');
    if (method === 'GET' && call.query['list-type'] === '2') return list(call.query.prefix ?? '');
    if (method === 'GET') {
      const body = objects.get(key);
      // Without leave to list the whole bucket, S3 does not say whether an object is there.
      return body === undefined ? s3Error(403, 'AccessDenied') : { status: 200, body };
    }
    if (call.headers['if-none-match'] !== '*') return s3Error(403, 'AccessDenied');
    if (objects.has(key)) return s3Error(412, 'PreconditionFailed');
    objects.set(key, call.body);
    return { status: 200 };
  });
  const list = (prefix: string) => {
    const first = [...objects.keys()].sort().find((key) => key.startsWith(prefix));
    const contents = first === undefined ? '' : `<Contents><Key>${first}</Key></Contents>`;
    return xml(`<ListBucketResult><KeyCount>${first ? 1 : 0}</KeyCount>${contents}</ListBucketResult>`);
  };
  let deployed = given;
  const handler = breachClockHandler({
    vendor: 'meridian',
    duties: async () => deployed,
    record: new ClockRecord(new S3Client(boundary.client()), 'evidence'),
    sns: new SNSClient(boundary.client()),
    topicArn: 'arn:aws:sns:eu-west-2:100000000002:lpo-meridian-alerts',
    now: () => new Date(clock),
  });
  let busy = 0;
  /** Until every step that was begun has ended, and what follows from it has begun. */
  const idle = async () => {
    for (let quiet = 0; quiet < 3; quiet = busy === 0 ? quiet + 1 : 0)
      await new Promise((resolve) => setImmediate(resolve));
  };
  const waits: { at: string; wake: () => void }[] = [];
  const start = (input: unknown, hooks: { onState?: (state: string) => void } = {}) =>
    run(definition, input as never, {
      ...hooks,
      invoke: async (payload) => {
        busy += 1;
        return handler(payload).finally(() => {
          busy -= 1;
        });
      },
      waitUntil: (at) => new Promise((wake) => waits.push({ at, wake })),
    });
  /** Lets time pass, waking whoever is due, in order. */
  const passUntil = async (time: string) => {
    for (;;) {
      await idle();
      const next = waits.sort((a, b) => (a.at < b.at ? -1 : 1))[0];
      if (!next || next.at > time) break;
      waits.shift();
      if (next.at > clock) clock = next.at;
      next.wake();
    }
    clock = time;
  };
  const deploy = (other: readonly BreachDuty[]): void => {
    deployed = other;
  };
  const subjects = (): string[] => sent.map(({ at, subject }) => `${at} ${subject}`);
  return { boundary, handler, objects, sent, subjects, start, idle, passUntil, deploy };
}

export const request = { incident: 'inc-20a1f3', awareAt: '2026-06-12T00:00:00Z', openedBy: 'p-00aa00' };
export const recordKey = 'clocks/inc-20a1f3/aware-at.json';
