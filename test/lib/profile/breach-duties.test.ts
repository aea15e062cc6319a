import { deadline } from '../../../lib/functions/breach-clock/deadline.ts';
import { LawIndex } from '../../../lib/law/law-index.ts';
import { dutySchema } from '../../../lib/model/evidence/duty-schema.ts';
import { breachDutiesOf } from '../../../lib/profile/breach-duties-of.ts';
import { type Draft, draft } from '../gates/draft.ts';

const dutiesOf = (d: Draft, vendor: 'luzon' | 'meridian') =>
  breachDutiesOf(d[vendor], new LawIndex(d.config));

test('the shipped vendors: every recipient of every law of their matters, drafts excepted', () => {
  expect(dutiesOf(draft(), 'meridian').map(({ id }) => id)).toEqual([
    'GB-data-subjects',
    'GB-ico',
    'IN-cert-in',
    'IN-data-principals',
    'IN-data-protection-board',
  ]);
  expect(dutiesOf(draft(), 'luzon').map(({ id, period }) => [id, period])).toMatchInlineSnapshot(`
[
  [
    "PH-data-subjects",
    {
      "hours": 72,
    },
  ],
  [
    "PH-npc",
    {
      "hours": 72,
    },
  ],
  [
    "PH-npc-full-report",
    {
      "calendarDays": 5,
    },
  ],
  [
    "US-FED-FIN-ftc",
    {
      "calendarDays": 30,
    },
  ],
  [
    "US-NY-ag-dept-of-state-state-police-and",
    {
      "hours": 72,
    },
  ],
  [
    "US-NY-data-owner-from-vendor",
    {
      "targetHours": 24,
    },
  ],
  [
    "US-NY-residents",
    {
      "calendarDays": 30,
    },
  ],
]
`);
});

test('a duty brings what its owner needs: counsel of the country, template, plan, matters', () => {
  expect(dutiesOf(draft(), 'meridian').find(({ id }) => id === 'IN-cert-in')).toEqual({
    id: 'IN-cert-in',
    law: 'IN Directions 28 Apr 2022',
    recipient: 'CERT-In',
    period: { hours: 6 },
    words: '6 h from noticing',
    matters: ['m-7f3a9c', 'm-2be41d'],
    owner: 'data-protection',
    template: 'notice-in',
    counsel: ['counsel-in'],
    plan: 'crisis-meridian-3',
  });
});

test('a law not yet in force is there already, with its day', () => {
  expect(dutiesOf(draft(), 'meridian').find(({ id }) => id === 'IN-data-principals')).toMatchObject({
    effectiveFrom: '2027-05-13',
  });
});

test('whatever the law files say, all duties have ids of their own, are readable and have a deadline', () => {
  const d = draft();
  d.deal.origins = d.config.law.filter(({ kind }) => kind === 'territory').map(({ code }) => code);
  d.deal.dataClasses.push('PHI', 'PII_FINANCIAL');
  const all = dutiesOf(d, 'meridian');
  expect(all.length).toBeGreaterThan(40);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  for (const duty of all) {
    expect(dutySchema.parse(duty)).toEqual(duty);
    expect(deadline('2026-11-20T10:00:00Z', duty.period).getTime()).toBeGreaterThan(0);
  }
  expect(all.find(({ id }) => id.startsWith('LK-'))).toBeUndefined();
  expect(all.find(({ id }) => id === 'NZ-privacy-commissioner-individuals')?.caveat).toBe(
    'guidance, not statute',
  );
  expect(all.find(({ id }) => id === 'VN-authority')?.caveat).toBe('from an unchecked source');
  // Five warnings a duty, as Step Functions hands them on: far below its 256 KiB.
  expect(all.length * 5 * 120).toBeLessThan(200_000);
});

test('business days come with the calendar of the law; an unchecked calendar counts as none', () => {
  const d = draft();
  d.deal.origins = ['BR'];
  const period = () => dutiesOf(d, 'meridian').find(({ id }) => id.startsWith('BR-'))?.period;
  expect(period()).toEqual({
    businessDays: 3,
    calendar: { timeZone: 'America/Sao_Paulo', weekend: [6, 0], holidays: [] },
  });
  const { businessDays } = d.law('BR');
  if (businessDays) businessDays.confidence = 'L';
  expect(period()).toEqual({ businessDays: 3 });
});

test('where the law has no number: the contract for the vendor, the target for the firm, 72 hours for want of one', () => {
  const d = draft();
  d.deal.origins = ['SG'];
  const hours = (id: string) => dutiesOf(d, 'meridian').find((duty) => duty.id === id)?.period;
  const contract = d.meridian.contract?.noticeHours;
  expect(hours('SG-organisation-from-data-intermediary')).toEqual({ targetHours: contract });
  expect(contract).toBeLessThan(72);
  if (d.meridian.crisisPlan) d.meridian.crisisPlan.internalTargetHours = 48;
  expect(hours('SG-individuals')).toEqual({ targetHours: 48 });
  d.meridian.crisisPlan = undefined;
  expect(hours('SG-individuals')).toEqual({ targetHours: 72 });
});

test('without a crisis plan the clock still runs, and owns up to what it lacks', () => {
  const d = draft();
  d.meridian.crisisPlan = undefined;
  const [duty] = dutiesOf(d, 'meridian');
  expect(duty).toMatchObject({ owner: d.meridian.owner, counsel: [] });
  expect(duty?.template).toBeUndefined();
  expect(duty?.plan).toBeUndefined();
});
