import { formatPlace } from '../../../../lib/model/finding.ts';
import { planHash } from '../../../../lib/operations/approvals/plan-hash.ts';
import type { Engagement } from '../../../../lib/operations/offboarding/engagement.ts';
import { makePlan } from '../../../../lib/operations/offboarding/make-plan.ts';
import { renderPlan } from '../../../../lib/operations/offboarding/render-plan.ts';
import { exampleKey } from '../../../fakes/example-keys.ts';
import { OffboardingCase, register } from '../../../fakes/offboarding-case.ts';

const make = async (
  more: Partial<Engagement> = {},
  change: (one: OffboardingCase) => void = () => undefined,
) => {
  const one = new OffboardingCase();
  change(one);
  return { ...makePlan(await one.engagement(more)), wire: one.wire };
};
const codes = async (more: Partial<Engagement>, change?: (one: OffboardingCase) => void) =>
  (await make(more, change)).blockers.map(({ code, where }) => `${code} ${formatPlace(where)}`);

test('a whole vendor whose clocks have run out: every key of its account, none elsewhere', async () => {
  const { plan, blockers, wire } = await make();
  expect(blockers).toEqual([]);
  expect(plan.keys.map(({ alias }) => alias)).toEqual([
    'alias/lpo/luzon/m-c90e15',
    'alias/lpo/luzon/m-58d7b2',
    'alias/lpo/luzon/logs',
  ]);
  expect(plan.remains.filter(({ copies }) => copies).map(({ what }) => what)).toEqual([
    'alias/lpo/luzon/recovery',
  ]);
  expect(plan.remains.map(({ what }) => what)).toContain('alias/lpo/luzon/log-archive');
  expect(wire.log.every((call) => /^(Describe|Get|List)/.test(call))).toBe(true);
});

test('one matter: its own key; shared keys remain, and where they hold copies it says so', async () => {
  const backup = exampleKey('backup');
  const { plan } = await make({ matter: 'm-c90e15' }, (one) => {
    one.expected.push(backup);
    one.wire.seed(backup);
  });
  expect(plan.keys.map(({ alias }) => alias)).toEqual(['alias/lpo/luzon/m-c90e15']);
  const remains = plan.remains.map(({ what, copies }) => `${what} ${copies}`);
  expect(remains).toEqual(
    expect.arrayContaining([
      'alias/lpo/luzon/m-58d7b2 false',
      'alias/lpo/luzon/logs false',
      'alias/lpo/luzon/backup true',
      'alias/lpo/luzon/recovery true',
    ]),
  );
});

test('a key whose policy names no key custodian remains: nobody could destroy it', async () => {
  const sealed = exampleKey('portal', { policy: { Version: '2012-10-17', Statement: [] } });
  const { plan } = await make({}, (one) => {
    one.expected.push(sealed);
    one.wire.seed(sealed);
  });
  expect(plan.keys.map(({ alias }) => alias)).not.toContain(sealed.alias);
  expect(plan.remains.find(({ what }) => what === sealed.alias)?.why).toContain('lets nobody destroy it');
});

test('logs stay until their own period has ended', async () => {
  const { plan } = await make({ logRetentionDays: 3650 });
  expect(plan.keys.map(({ alias }) => alias)).not.toContain('alias/lpo/luzon/logs');
  expect(plan.remains.find(({ what }) => what.endsWith('logs'))?.why).toMatch(/3650 days.*until 2036-12-28/);
});

const hold = { id: 'hold-1', since: '2027-01-01' };
const incident = { id: 'inc-1', opened: '2033-12-31' };
const refused: [string, Partial<Engagement>, string[]][] = [
  ['a hold on the vendor', { register: register({ holds: [hold] }) }, ['OFF-HOLD luzon']],
  [
    'a hold on one matter',
    { register: register({ holds: [{ ...hold, matter: 'm-58d7b2' }] }) },
    ['OFF-HOLD m-58d7b2'],
  ],
  [
    'a hold that is released tomorrow',
    { register: register({ holds: [{ ...hold, released: '2034-01-11' }] }) },
    ['OFF-HOLD luzon'],
  ],
  ['a released hold', { register: register({ holds: [{ ...hold, released: '2034-01-10' }] }) }, []],
  [
    'a hold on another matter',
    { matter: 'm-c90e15', register: register({ holds: [{ ...hold, matter: 'm-58d7b2' }] }) },
    [],
  ],
  ['an open incident', { register: register({ incidents: [incident] }) }, ['OFF-INCIDENT luzon']],
  ['a closed incident', { register: register({ incidents: [{ ...incident, closed: '2034-01-01' }] }) }, []],
  ['matters that go on', { register: register({ ended: [] }) }, ['OFF-OPEN m-c90e15', 'OFF-OPEN m-58d7b2']],
  ['a retention that still runs', { today: '2033-12-30' }, ['OFF-RETENTION m-58d7b2']],
  ['the last day of a retention', { today: '2033-12-31' }, []],
  [
    'no receipt of the return',
    { matter: 'm-c90e15', register: register({ ended: [{ matter: 'm-c90e15', closed: '2026-12-31' }] }) },
    ['OFF-RETURN m-c90e15'],
  ],
];
test.each(refused)('%s', async (_, more, expected) => {
  expect(await codes(more)).toEqual(expected);
});

test('a hold on the key itself, and a key that belongs to another matter', async () => {
  expect(
    await codes({}, ({ wire }) => Object.assign(wire.keys[0]?.tags ?? {}, { 'lpo:legal-hold': 'true' })),
  ).toEqual(['OFF-HOLD alias/lpo/luzon/m-c90e15']);
  expect(
    await codes({}, ({ wire }) => Object.assign(wire.keys[0]?.tags ?? {}, { 'lpo:matter': 'm-000000' })),
  ).toEqual(['OFF-WRONG-KEY alias/lpo/luzon/m-c90e15']);
});

test('the hash is of what is destroyed and left, not of the state of the keys', async () => {
  const before = await make();
  const disabled = await make({}, ({ wire }) => Object.assign(wire.keys[0] ?? {}, { state: 'Disabled' }));
  const fewer = await make({ matter: 'm-c90e15' });
  expect(planHash(disabled.plan)).toBe(planHash(before.plan));
  expect(planHash(fewer.plan)).not.toBe(planHash(before.plan));
  expect(renderPlan(before.plan, [])).toContain(`plan ${planHash(before.plan)}`);
});

test('the key of the privileged zone goes with its matter, never with another', async () => {
  const withZone = (one: OffboardingCase) => {
    const key = exampleKey('m-c90e15-privileged');
    one.expected.push(key);
    one.wire.seed(key);
  };
  const { plan } = await make({ matter: 'm-c90e15' }, withZone);
  expect(plan.keys.map(({ alias, protects }) => [alias, protects])).toEqual([
    ['alias/lpo/luzon/m-c90e15', 'documents of matter m-c90e15'],
    ['alias/lpo/luzon/m-c90e15-privileged', 'privileged documents of matter m-c90e15'],
  ]);
  const other = await make({ matter: 'm-58d7b2' }, withZone);
  expect(other.plan.remains).toContainEqual({
    what: 'alias/lpo/luzon/m-c90e15-privileged',
    why: 'another matter',
    copies: false,
  });
});
