import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import type { BreachDuty } from '../../model/breach-duty.ts';
import { BadIncident, NotWarned, type OpenRequest, parseEvent, type SettleRequest } from './clock-event.ts';
import type { ClockRecord } from './clock-record.ts';
import { deadline } from './deadline.ts';
import { dutiesInForce, type Notice, notices } from './notices.ts';
import { warning } from './warning.ts';

export interface BreachClockParts {
  readonly vendor: string;
  /** As deployed; read when an incident is opened and never again for it. */
  readonly duties: () => Promise<readonly BreachDuty[]>;
  readonly record: ClockRecord;
  readonly sns: SNSClient;
  readonly topicArn: string;
  readonly now: () => Date;
}

/** Result that the state machine goes on with. */
export interface Received {
  readonly incident: string;
  readonly did: 'opened' | 'settled';
  /** Record that was written first. */
  readonly record: object;
  readonly notices: readonly Notice[];
}

/**
 * Opens an incident, warns, and takes note of what was done about a duty.
 *
 * A second opening keeps the first `awareAt` and the first duties, whatever it asks for and whatever has been
 * deployed since.
 *
 * @throws BadIncident for a request that makes no sense, before anything is written.
 */
export function breachClockHandler(parts: BreachClockParts): (event: unknown) => Promise<unknown> {
  return async (event) => {
    const parsed = parseEvent(event);
    if (parsed.step === 'review') return review(parsed.sent);
    if (parsed.step === 'warn') return warn(parts, parsed.notice);
    return 'open' in parsed.request ? open(parts, parsed.request.open) : settle(parts, parsed.request.settle);
  };
}

async function open(
  { vendor, duties, record, now }: BreachClockParts,
  asked: OpenRequest,
): Promise<Received> {
  if (Date.parse(asked.awareAt) > now().getTime())
    throw new BadIncident(`awareAt: got ${asked.awareAt}, expected a time that is not in the future`);
  const owed = dutiesInForce(asked.awareAt, await duties());
  if (owed.length === 0) throw new BadIncident('duties: got none, expected those of every applicable law');
  // Everything is computed once before anything is written: a duty that has no deadline must not be found later.
  for (const { period } of owed) deadline(asked.awareAt, period);
  const openedAt = now().toISOString();
  const first = await record.open({ version: 1, vendor, ...asked, openedAt, duties: [...owed] });
  const { incident, awareAt } = first;
  const { duties: _, ...opened } = first;
  return { incident, did: 'opened', record: opened, notices: notices(incident, awareAt, first.duties) };
}

async function settle({ record, now }: BreachClockParts, asked: SettleRequest): Promise<Received> {
  const { incident, duty } = asked;
  if (!(await record.isOpen(incident)))
    throw new BadIncident(`incident: got ${incident}, expected one that was opened`);
  const known = (await record.opened(incident)).duties.map(({ id }) => id);
  if (!known.includes(duty)) throw new BadIncident(`duty: got ${duty}, expected one of ${known.join(', ')}`);
  const first = await record.settle({ ...asked, at: now().toISOString() });
  return { incident, did: 'settled', record: first, notices: [] };
}

async function warn(parts: BreachClockParts, notice: Notice): Promise<{ sent: boolean }> {
  const { incident, duty: id } = notice;
  if (await parts.record.isSettled(incident, id)) return { sent: false };
  const opened = await parts.record.opened(incident);
  const duty = opened.duties.find((each) => each.id === id);
  if (!duty) throw new BadIncident(`duty: got ${id}, which the record of ${incident} does not know`);
  // By the clock, not by the plan: a warning that goes out late says how much time is really left.
  const { subject: Subject, text: Message } = warning(opened, duty, parts.now());
  await parts.sns.send(new PublishCommand({ TopicArn: parts.topicArn, Subject, Message }));
  return { sent: true };
}

/** @throws NotWarned when the state machine passed over a notice that failed. */
function review(sent: readonly Readonly<Record<string, unknown>>[]): { notWarned: number } {
  const failed = sent.filter((each) => 'failed' in each).map(({ notice }) => JSON.stringify(notice));
  if (failed.length > 0) throw new NotWarned(`nobody was warned by ${failed.join(', ')}`);
  return { notWarned: 0 };
}
