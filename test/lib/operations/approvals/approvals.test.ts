import { approve, request } from '../../../../lib/operations/approvals/approvals.ts';
import { custodian } from '../../../../lib/operations/approvals/custodian.ts';
import { Journal } from '../../../../lib/operations/approvals/journal.ts';
import { planHash } from '../../../../lib/operations/approvals/plan-hash.ts';
import { appendRecord } from '../../../../lib/operations/ledger/append-record.ts';
import { offboardingProcedure } from '../../../../lib/operations/offboarding/offboarding-procedure.ts';
import type { MemoryLedger } from '../../../fakes/memory-ledger.ts';
import { dayOne, OffboardingCase } from '../../../fakes/offboarding-case.ts';

const session = (role: string, name: string) => `arn:aws:sts::200000000002:assumed-role/${role}/${name}`;

test('a person is the session name of a key custodian, and nobody else', () => {
  expect(custodian(session('lpo-luzon-key-custodian', 'A.Person'), 'luzon')).toBe('a.person');
  for (const arn of [
    session('lpo-luzon-auditor', 'a.person'),
    session('lpo-meridian-key-custodian', 'a.person'),
    'arn:aws:iam::200000000002:root',
    'arn:aws:iam::200000000002:user/x',
    'arn:aws:iam::200000000002:role/lpo-luzon-key-custodian',
  ])
    expect(() => custodian(arn, 'luzon')).toThrow('APPROVAL-ROLE');
});

test('nobody approves twice, the requester never, and not before the request', async () => {
  const one = new OffboardingCase();
  const plan = await one.plan();
  const journal = await one.journal(plan);
  await expect(approve(journal, 'ben', dayOne)).rejects.toThrow('no request for this plan');
  await request(journal, plan, 'ann', dayOne);
  await expect(approve(journal, 'ann', dayOne)).rejects.toThrow('ann, who requested it');
  await approve(journal, 'ben', dayOne);
  await expect(approve(journal, 'ben', dayOne)).rejects.toThrow('ben, who approved already');
  expect((await one.journal(plan)).approvers).toEqual(['ben']);
});

test.each([
  ['nobody asked', []],
  ['nobody approved', ['ann']],
  ['one approved', ['ann', 'ben']],
])('without two approvals nothing is touched: %s', async (_, people) => {
  const one = new OffboardingCase();
  const plan = await one.plan();
  const journal = await one.journal(plan);
  for (const [place, person] of people.entries())
    await (place === 0 ? request(journal, plan, person, dayOne) : approve(journal, person, dayOne));
  expect((await one.execute(plan, dayOne)).status).toBe('awaiting-approval');
  expect([...one.calls('DisableKey'), ...one.calls('ScheduleKeyDeletion')]).toEqual([]);
});

test('approvals forged into the journal by the requester do not count', async () => {
  const one = new OffboardingCase();
  const plan = await one.plan();
  const journal = await one.journal(plan);
  await request(journal, plan, 'ann', dayOne);
  for (const actor of ['ann', 'ann', 'ben'])
    await journal.append({ step: 'approve', detail: {}, actor, at: dayOne });
  expect(await one.execute(plan, dayOne)).toEqual({ status: 'awaiting-approval', missing: 1 });
});

test.each<[string, (lines: string[]) => void]>([
  ['edited', (lines) => lines.splice(1, 1, (lines[1] as string).replace('ben', 'eve'))],
  ['short of its request', (lines) => lines.splice(0, 1)],
  ['reordered', (lines) => lines.reverse()],
  ['no JSON', (lines) => lines.splice(1, 1, '{')],
])('a journal that was %s is refused', async (_, change) => {
  const one = new OffboardingCase();
  const plan = await one.plan();
  await one.approved(plan);
  change((one.store as MemoryLedger).kept);
  await expect(one.execute(plan, dayOne)).rejects.toThrow('APPROVAL-JOURNAL');
  expect(one.calls('DisableKey')).toEqual([]);
});

test('a journal serves one plan only', async () => {
  const one = new OffboardingCase();
  const plan = await one.plan();
  await one.approved(plan);
  await expect(
    Journal.open(one.store, planHash({ ...plan, windowDays: 7 }), offboardingProcedure),
  ).rejects.toThrow('APPROVAL-JOURNAL');
});

test('a step that no offboarding has is refused', async () => {
  const one = new OffboardingCase();
  const plan = await one.plan();
  const { hash } = await one.journal(plan);
  const body = { plan: hash, step: 'dance', detail: {}, actor: 'ann' };
  await appendRecord(one.store, { type: 'destruction', body }, dayOne);
  await expect(one.journal(plan)).rejects.toThrow('APPROVAL-JOURNAL');
});

test('a request whose plan is no plan of an offboarding is refused, though its hash fits', async () => {
  const one = new OffboardingCase();
  const plan = { ...(await one.plan()), keys: 'all' };
  Object.assign(one.store, { name: 'luzon-offboard-0123456789abcdef' });
  const hash = planHash(plan);
  const body = {
    plan: hash,
    step: 'request',
    detail: { plan: JSON.parse(JSON.stringify(plan)) },
    actor: 'ann',
  };
  await appendRecord(one.store, { type: 'destruction', body }, dayOne);
  await expect(Journal.open(one.store, hash, offboardingProcedure)).rejects.toThrow('APPROVAL-JOURNAL');
});
