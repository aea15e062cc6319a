import type { BreachDuty } from '../../../../lib/model/breach-duty.ts';
import { cut, queryError, s3Error } from '../../../aws/wire-errors.ts';
import { duties, recordKey, request, world } from './clock-world.ts';

const open = { open: request };
const settle = (fields: object = {}) => ({
  settle: { incident: 'inc-20a1f3', duty: 'IN-cert', outcome: 'notified', by: 'p-00aa00', ...fields },
});
const end = '2026-06-20T00:00:00.000Z';

test('warns each owner ahead of each deadline, and a missed start is caught up at once', async () => {
  const { subjects, start, passUntil } = world();
  const done = start(open);
  await passUntil(end);
  await done;
  expect(subjects().sort()).toEqual([
    '2026-06-12T01:00:00.000Z inc-20a1f3 GB-ico: 71 h left',
    '2026-06-12T01:00:00.000Z inc-20a1f3 IN-cert: 5 h left',
    '2026-06-12T02:00:00.000Z inc-20a1f3 IN-cert: 4 h left',
    '2026-06-12T04:00:00.000Z inc-20a1f3 IN-cert: 2 h left',
    '2026-06-12T05:30:00.000Z inc-20a1f3 IN-cert: 0.5 h left',
    '2026-06-12T06:00:00.000Z inc-20a1f3 IN-cert: DUE NOW',
    '2026-06-13T00:00:00.000Z inc-20a1f3 GB-ico: 48 h left',
    '2026-06-14T00:00:00.000Z inc-20a1f3 GB-ico: 24 h left',
    '2026-06-14T18:00:00.000Z inc-20a1f3 GB-ico: 6 h left',
    '2026-06-15T00:00:00.000Z inc-20a1f3 GB-ico: DUE NOW',
  ]);
});

test('an incident that is opened late says what is overdue', async () => {
  const { subjects, start, passUntil } = world();
  const done = start({ open: { ...request, awareAt: '2026-06-11T12:00:00Z' } });
  await passUntil(end);
  await done;
  expect(subjects()).toContain('2026-06-12T01:00:00.000Z inc-20a1f3 IN-cert: 7 h OVERDUE');
});

test('the moment of awareness is written once: a second opening runs by the first', async () => {
  const { start, objects, passUntil, subjects } = world();
  const first = start(open);
  await passUntil('2026-06-12T01:30:00.000Z');
  const again = start({ open: { ...request, awareAt: '2026-06-12T01:29:00Z' } });
  await passUntil(end);
  expect(await again).toMatchObject({ record: { awareAt: '2026-06-12T00:00:00Z' } });
  await first;
  expect(JSON.parse(objects.get(recordKey) ?? '')).toMatchObject({ ...request, vendor: 'meridian', duties });
  expect(subjects().filter((line) => line.endsWith('GB-ico: DUE NOW'))).toEqual([
    '2026-06-15T00:00:00.000Z inc-20a1f3 GB-ico: DUE NOW',
    '2026-06-15T00:00:00.000Z inc-20a1f3 GB-ico: DUE NOW',
  ]);
});

const laxer = [
  { ...duties[0], period: { hours: 720 }, template: 'notice-new' },
  { ...duties[1], id: 'US-NY-ag' },
] as BreachDuty[];

test('a deployment with other laws changes nothing about an open incident: times, texts, duties', async () => {
  const calm = world();
  const undisturbed = calm.start(open);
  await calm.passUntil(end);
  await undisturbed;
  const changed = world();
  const done = changed.start(open);
  await changed.passUntil('2026-06-12T02:30:00.000Z');
  changed.deploy(laxer);
  await changed.passUntil(end);
  await done;
  expect(changed.sent).toEqual(calm.sent);
});

test('not even a second opening after such a deployment brings other duties in', async () => {
  const { deploy, passUntil, start, subjects } = world();
  void start(open);
  await passUntil('2026-06-12T02:30:00.000Z');
  deploy(laxer);
  void start(open);
  await passUntil(end);
  expect(subjects().filter((line) => line.includes('US-NY'))).toEqual([]);
  expect(subjects().filter((line) => line.includes('IN-cert: DUE NOW'))).toHaveLength(2);
});

test('an execution and a record of the first release are understood for ever', async () => {
  const { handler, objects, sent } = world(laxer);
  // As they were written on 2026-11-21. If this test fails, open clocks would fall silent.
  objects.set(
    recordKey,
    '{"version":1,"vendor":"meridian","incident":"inc-20a1f3","awareAt":"2026-06-12T00:00:00Z","openedBy":"p-00aa00","openedAt":"2026-06-12T01:00:00.000Z","duties":[{"id":"IN-cert-in","law":"IN Directions 28 Apr 2022","recipient":"CERT-In","period":{"hours":6},"words":"6 h from noticing","matters":["m-7f3a9c"],"owner":"data-protection","counsel":["counsel-in"],"template":"notice-in","plan":"crisis-1","later":"unknown"}]}',
  );
  const notice = { incident: 'inc-20a1f3', duty: 'IN-cert-in', at: '2026-06-12T04:00:00.000Z', later: 1 };
  expect(await handler({ step: 'warn', notice, later: 1 })).toEqual({ sent: true });
  expect(sent[0]?.subject).toBe('inc-20a1f3 IN-cert-in: 5 h left');
});

test('whoever was notified is not warned about again, the others are', async () => {
  const { objects, subjects, start, passUntil } = world();
  const done = start(open);
  await passUntil('2026-06-12T03:00:00.000Z');
  expect(await start(settle())).toMatchObject({ did: 'settled', notices: [] });
  await passUntil(end);
  await done;
  expect(subjects().filter((line) => line.includes('IN-cert'))).toHaveLength(2);
  expect(subjects().filter((line) => line.includes('GB-ico'))).toHaveLength(5);
  expect(JSON.parse(objects.get('clocks/inc-20a1f3/settled/IN-cert.json') ?? '')).toEqual({
    incident: 'inc-20a1f3',
    duty: 'IN-cert',
    outcome: 'notified',
    by: 'p-00aa00',
    at: '2026-06-12T03:00:00.000Z',
  });
});

test('a decision not to notify stays as it was first recorded', async () => {
  const { idle, start } = world();
  void start(open);
  const reason = 'Risk unlikely: the export was encrypted and the key never left.';
  await idle();
  await start(settle({ outcome: 'not-required', reason }));
  expect(await start(settle())).toMatchObject({ record: { outcome: 'not-required', reason } });
});

test('a topic that fails is tried again, and one notice that cannot go out does not silence the others and fails the run', async () => {
  const { boundary, sent, start, passUntil } = world();
  boundary.fault = ({ form }) =>
    form.get('Subject')?.includes('IN-cert: 4 h') ? queryError(403, 'AuthorizationError') : undefined;
  const failed = start(open).catch((error: unknown) => error);
  await passUntil(end);
  expect(await failed).toMatchObject({
    error: 'NotWarned',
    reason: expect.stringContaining('"duty":"IN-cert","at":"2026-06-12T02:00:00.000Z"'),
  });
  expect(sent).toHaveLength(9);
});

test.each([
  ['throttling', s3Error(503, 'SlowDown')],
  ['a connection cut', cut()],
  ['a conflict', s3Error(409, 'ConditionalRequestConflict')],
])('%s while opening is tried again and leaves one record', async (_, fault) => {
  const { boundary, objects, subjects, start, passUntil } = world();
  boundary.fault = (_call, index) => (index < 4 ? fault : undefined);
  const done = start(open);
  await passUntil(end);
  await done;
  expect([...objects.keys()]).toEqual([recordKey]);
  expect(subjects()).toHaveLength(10);
});

test('an answer that got lost does not shift the moment of awareness', async () => {
  const { boundary, objects, start, passUntil, subjects } = world();
  let lost = false;
  boundary.fault = (call) => {
    if (lost || call.operation !== `PUT ${recordKey}`) return undefined;
    lost = true;
    objects.set(recordKey, call.body);
    return cut();
  };
  const done = start(open);
  await passUntil(end);
  expect(await done).toMatchObject({ record: { awareAt: request.awareAt } });
  expect(subjects()).toHaveLength(10);
});

test.each([
  ['a time in the future', { ...request, awareAt: '2026-06-12T02:00:00Z' }, duties, 'not in the future'],
  ['a local time', { ...request, awareAt: '2026-06-12T00:00:00+01:00' }, duties, 'request.open.awareAt'],
  ['a name for a person', { ...request, openedBy: 'smith' }, duties, 'request.open.openedBy'],
  ['no incident', { ...request, incident: undefined }, duties, 'request.open.incident'],
  ['no duties at all', request, [], 'duties: got none'],
  ['duties of a law to come', request, [{ ...duties[0], effectiveFrom: '2026-06-13' } as BreachDuty], 'none'],
  ['a duty without a period', request, [{ ...duties[0], period: { hours: 0 } } as BreachDuty], 'got 0'],
])('%s is refused and nothing is written', async (_, wrong, given, message) => {
  const { boundary, start } = world(given);
  await expect(start(JSON.parse(JSON.stringify({ open: wrong })))).rejects.toThrow(message);
  expect(boundary.calls).toEqual([]);
});

test('a law binds from its day on, wherever on earth that day begins first', async () => {
  const later = [{ ...duties[0], effectiveFrom: '2026-06-12' }, duties[1]] as BreachDuty[];
  const { start, subjects, passUntil } = world(later);
  const done = start({ open: { ...request, awareAt: '2026-06-11T10:00:00Z' } });
  await passUntil(end);
  await done;
  expect(subjects().filter((line) => line.includes('GB-ico'))).not.toEqual([]);
});

test.each([
  ['a duty nobody has', settle({ duty: 'XX' }), 'duty: got XX, expected one of GB-ico, IN-cert'],
  ['an incident nobody opened', settle({ incident: 'inc-000000' }), 'expected one that was opened'],
  ['no reason for telling nobody', settle({ outcome: 'not-required' }), 'needs its reason'],
  ['another outcome', settle({ outcome: 'forgotten' }), 'request.settle.outcome'],
  ['both at once', { ...open, ...settle() }, 'request'],
])('settling %s is refused and nothing is written', async (_, wrong, message) => {
  const { idle, objects, start } = world();
  void start(open);
  await idle();
  await expect(start(wrong)).rejects.toThrow(message);
  expect([...objects.keys()]).toEqual([recordKey]);
});
