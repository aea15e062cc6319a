import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import { z } from 'zod';
import type { BreachDuty } from '../../model/breach-duty';
import type { ClockRecord } from './clock-record';
import { deadline } from './deadline';
import { type Notice, notices } from './notices';

const incident = z.string().regex(/^inc-[0-9a-f]{6,16}$/, 'an incident id such as inc-20a1f3');
const person = z.string().regex(/^p-[0-9a-f]{6,12}$/, 'the id of a person');
const eventSchema = z.discriminatedUnion('step', [
  z.strictObject({
    step: z.literal('open'),
    request: z.strictObject({ incident, awareAt: z.iso.datetime(), openedBy: person }),
  }),
  z.strictObject({
    step: z.literal('warn'),
    notice: z.strictObject({
      incident,
      duty: z.string(),
      at: z.string(),
      subject: z.string(),
      text: z.string(),
    }),
  }),
  z.strictObject({ step: z.literal('told'), incident, duty: z.string(), by: person }),
]);

export interface BreachClockParts {
  readonly duties: readonly BreachDuty[];
  readonly record: ClockRecord;
  readonly sns: SNSClient;
  readonly topicArn: string;
  readonly now: () => Date;
}

/** An incident that cannot be opened as it stands; nothing was written. */
export class BadIncident extends Error {
  override readonly name = 'BadIncident';
}

/**
 * Opens an incident, warns, and takes note that somebody was told.
 *
 * A second opening keeps the first `awareAt`, whatever it asks for.
 *
 * @throws BadIncident for a request that makes no sense, before anything is written.
 */
export function breachClockHandler(parts: BreachClockParts): (event: unknown) => Promise<unknown> {
  return async (event) => {
    const parsed = eventSchema.safeParse(event);
    if (!parsed.success)
      throw new BadIncident(
        parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '),
      );
    const { data } = parsed;
    if (data.step === 'open') return open(parts, data.request);
    if (data.step === 'warn') return warn(parts, data.notice);
    const known = parts.duties.map(({ id }) => id);
    if (!known.includes(data.duty))
      throw new BadIncident(`duty: got ${data.duty}, expected one of ${known.join(', ')}`);
    await parts.record.told(data.incident, data.duty, data.by);
    return { told: data.duty };
  };
}

async function open(
  { duties, record, now }: BreachClockParts,
  request: { incident: string; awareAt: string; openedBy: string },
): Promise<{ incident: string; awareAt: string; notices: readonly Notice[] }> {
  if (Date.parse(request.awareAt) > now().getTime())
    throw new BadIncident(`awareAt: got ${request.awareAt}, expected a time that is not in the future`);
  if (duties.length === 0) throw new BadIncident('duties: got none, expected those of every applicable law');
  // Everything is computed once before anything is written: a duty that has no deadline must not be found later.
  for (const { period } of duties) deadline(request.awareAt, period);
  const { incident: id, awareAt } = await record.open(request);
  return { incident: id, awareAt, notices: notices(id, awareAt, duties) };
}

async function warn(parts: BreachClockParts, notice: Notice): Promise<{ sent: boolean }> {
  if (await parts.record.isTold(notice.incident, notice.duty)) return { sent: false };
  const { subject: Subject, text: Message } = notice;
  await parts.sns.send(new PublishCommand({ TopicArn: parts.topicArn, Subject, Message }));
  return { sent: true };
}
