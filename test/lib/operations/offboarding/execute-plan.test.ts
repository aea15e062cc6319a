import { KmsKeyControl } from '../../../../lib/operations/aws/kms-key-control.ts';
import { certificate } from '../../../../lib/operations/offboarding/certificate.ts';
import type { OffboardingPlan } from '../../../../lib/operations/offboarding/offboarding-plan.ts';
import { verifyDestruction } from '../../../../lib/operations/offboarding/verify-destruction.ts';
import { dayFive, dayOne, OffboardingCase } from '../../../fakes/offboarding-case.ts';
import { type Fault, wireAccess } from '../../../fakes/wire-handler.ts';

// Faults at the HTTP boundary: the real clients with their own signing, retries and parsing.
async function ready(): Promise<{ one: OffboardingCase; plan: OffboardingPlan }> {
  const one = new OffboardingCase();
  const plan = await one.plan();
  await one.approved(plan);
  return { one, plan };
}
const states = ({ wire }: OffboardingCase) => wire.keys.map(({ state }) => state);
const later = '2034-02-20T00:00:00.000Z';

test('disables, waits, then schedules every deletion with the whole window', async () => {
  const { one, plan } = await ready();
  expect(await one.execute(plan, dayOne)).toEqual({ status: 'observing', until: '2034-01-13T09:00:00.000Z' });
  expect(states(one)).toEqual(['Disabled', 'Disabled', 'Disabled']);
  expect(await one.execute(plan, '2034-01-13T08:59:59.000Z')).toMatchObject({ status: 'observing' });
  expect(one.calls('ScheduleKeyDeletion')).toEqual([]);
  expect(await one.execute(plan, dayFive)).toEqual({ status: 'scheduled' });
  expect(states(one)).toEqual(['PendingDeletion', 'PendingDeletion', 'PendingDeletion']);
  expect(one.wire.keys[0]?.deletionDate).toBe(Date.parse('2034-02-14T09:00:00.000Z') / 1000);
  expect(await one.execute(plan, dayFive)).toEqual({ status: 'scheduled' });
  expect(one.calls('DisableKey')).toHaveLength(3);
  expect(one.calls('ScheduleKeyDeletion')).toHaveLength(3);
});

test('somebody who still asks for a key starts the wait anew', async () => {
  const { one, plan } = await ready();
  await one.execute(plan, dayOne);
  const arn = plan.keys[1]?.arn as string;
  one.wire.refusedUses.push({ arn, at: Date.parse('2034-01-14T00:00:00.000Z') / 1000, by: 'nightly-job' });
  expect(await one.execute(plan, dayFive)).toEqual({
    status: 'observing',
    until: '2034-01-17T00:00:00.000Z',
  });
  expect(await one.execute(plan, '2034-01-17T00:00:00.000Z')).toEqual({ status: 'scheduled' });
});

test('a trail that shows nothing at all is no quiet', async () => {
  const { one, plan } = await ready();
  await one.execute(plan, dayOne);
  one.wire.trailIsBlind = true;
  expect(await one.execute(plan, dayFive)).toMatchObject({
    status: 'stopped',
    problems: [{ code: 'OFF-UNSEEN' }, {}, {}],
  });
  expect(one.calls('ScheduleKeyDeletion')).toEqual([]);
});

test('a hold on a key that comes before the run: that key is not touched, and nothing is deleted', async () => {
  const { one, plan } = await ready();
  Object.assign(one.wire.keys[1]?.tags ?? {}, { 'lpo:legal-hold': 'true' });
  expect(await one.execute(plan, dayOne)).toMatchObject({
    status: 'stopped',
    problems: [{ code: 'OFF-HOLD' }],
  });
  expect(states(one)).toEqual(['Disabled', 'Enabled', 'Disabled']);
  await one.execute(plan, dayFive);
  expect(one.calls('ScheduleKeyDeletion')).toEqual([]);
});

test('a hold that comes during the wait stops every deletion', async () => {
  const { one, plan } = await ready();
  await one.execute(plan, dayOne);
  Object.assign(one.wire.keys[2]?.tags ?? {}, { 'lpo:legal-hold': 'true' });
  expect(await one.execute(plan, dayFive)).toMatchObject({
    status: 'stopped',
    problems: [{ code: 'OFF-HOLD' }],
  });
  expect(one.calls('ScheduleKeyDeletion')).toEqual([]);
});

test('a key that somebody enabled again, or whose deletion was cancelled, is left to people', async () => {
  const { one, plan } = await ready();
  await one.execute(plan, dayOne);
  Object.assign(one.wire.keys[0] ?? {}, { state: 'Enabled' });
  expect(await one.execute(plan, dayFive)).toMatchObject({ problems: [{ code: 'OFF-ENABLED-AGAIN' }] });
  Object.assign(one.wire.keys[0] ?? {}, { state: 'Disabled' });
  await one.execute(plan, dayFive);
  Object.assign(one.wire.keys[0] ?? {}, { state: 'Disabled', deletionDate: undefined });
  expect(await one.execute(plan, dayFive)).toMatchObject({ problems: [{ code: 'OFF-CANCELLED' }] });
  expect(one.calls('ScheduleKeyDeletion')).toHaveLength(3);
});

const operations = ['DescribeKey', 'ListResourceTags', 'DisableKey', 'LookupEvents', 'ScheduleKeyDeletion'];
test.each<Fault>(['throttle', 'timeout', 'cut', 'cut-mid-answer', 'lost'])(
  'one %s on any call changes nothing about the end',
  async (fault) => {
    for (const victim of operations) {
      const { one, plan } = await ready();
      let left = 1;
      one.access = wireAccess(one.wire, (operation) =>
        operation === victim && left-- > 0 ? fault : undefined,
      );
      expect((await one.execute(plan, dayOne)).status).toBe('observing');
      expect((await one.execute(plan, dayFive)).status).toBe('scheduled');
      expect(states(one)).toEqual(['PendingDeletion', 'PendingDeletion', 'PendingDeletion']);
      expect(left).toBeLessThan(1);
    }
  },
);

test.each([
  'AccessDeniedException',
  'DisabledException',
  'KMSInvalidStateException',
  'NotFoundException',
  'ExpiredTokenException',
])('%s on one key: the others are disabled, nothing is deleted, and a later run finishes', async (error) => {
  const { one, plan } = await ready();
  let calls = 0;
  one.access = wireAccess(one.wire, (operation) =>
    operation === 'DisableKey' && ++calls === 2 ? { error } : undefined,
  );
  expect(await one.execute(plan, dayOne)).toMatchObject({ status: 'stopped', problems: [{}] });
  expect(states(one)).toEqual(['Disabled', 'Enabled', 'Disabled']);
  one.access = wireAccess(one.wire);
  expect((await one.execute(plan, dayOne)).status).toBe('observing');
  expect((await one.execute(plan, dayFive)).status).toBe('scheduled');
  expect(one.calls('DisableKey')).toHaveLength(3);
});

test('a key that vanished is not taken for destroyed', async () => {
  const { one, plan } = await ready();
  one.wire.keys.shift();
  expect(await one.execute(plan, dayOne)).toMatchObject({
    status: 'stopped',
    problems: [{ code: 'OFF-GONE' }],
  });
});

describe('verify', () => {
  const verify = async (one: OffboardingCase, plan: OffboardingPlan, now: string) => {
    const journal = await one.journal(plan);
    const destruction = await verifyDestruction(plan, journal, new KmsKeyControl(one.access), now);
    return { ...destruction, text: certificate(plan, journal, destruction, now) };
  };
  async function scheduled() {
    const both = await ready();
    await both.one.execute(both.plan, dayOne);
    await both.one.execute(both.plan, dayFive);
    return both;
  }
  const codes = ({ findings }: Awaited<ReturnType<typeof verify>>) => findings.map(({ code }) => code);

  test('pending: fine, and the certificate is provisional', async () => {
    const { one, plan } = await scheduled();
    const seen = await verify(one, plan, dayFive);
    expect(codes(seen)).toEqual([]);
    expect(seen.text).toMatch(/^# Certificate of destruction \(provisional\)\n/);
    expect(seen.text).toContain('3 of 3 keys still exist');
  });

  test('gone on their dates: the certificate names keys, times, people and what remains', async () => {
    const { one, plan } = await scheduled();
    one.wire.keys.length = 0;
    const seen = await verify(one, plan, later);
    expect(codes(seen)).toEqual([]);
    expect(seen.text).toMatch(/^# Certificate of destruction \(copies remain\)\n/);
    expect(seen.text).toContain('Requested by ann; approved by ben and cai.');
    expect(seen.text).toContain(`Disabled: ${dayOne}, by ben`);
    expect(seen.text).toContain(`receipt ${'a'.repeat(64)}`);
    expect(seen.text).toContain('**copies** alias/lpo/luzon/recovery: in another account');
  });

  test.each<[string, string, (one: OffboardingCase) => void, string]>([
    ['gone before its date', dayFive, ({ wire }) => wire.keys.shift(), 'OFF-GONE'],
    [
      'enabled after all',
      dayFive,
      ({ wire }) => Object.assign(wire.keys[0] ?? {}, { state: 'Enabled' }),
      'OFF-CANCELLED',
    ],
    [
      'with another date',
      dayFive,
      ({ wire }) => Object.assign(wire.keys[0] ?? {}, { deletionDate: 2_021_000_000 }),
      'OFF-DATE',
    ],
    [
      'under a hold',
      dayFive,
      ({ wire }) => Object.assign(wire.keys[0]?.tags ?? {}, { 'lpo:legal-hold': 'true' }),
      'OFF-HOLD',
    ],
    ['still there long after', later, ({ wire }) => wire.keys.splice(1), 'OFF-OVERDUE'],
  ])('a key %s is a finding', async (_, now, change, code) => {
    const { one, plan } = await scheduled();
    change(one);
    const seen = await verify(one, plan, now);
    expect(codes(seen)).toEqual([code]);
    expect(seen.text).toContain('(provisional)');
  });

  test('an offboarding under way is no destruction', async () => {
    const { one, plan } = await ready();
    await one.execute(plan, dayOne);
    expect(codes(await verify(one, plan, dayOne))).toEqual([
      'OFF-INCOMPLETE',
      ...Array(3).fill('OFF-NOT-SCHEDULED'),
    ]);
  });
});
