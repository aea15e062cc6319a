import fc from 'fast-check';
import { deadline } from '../../../../lib/functions/breach-clock/deadline.ts';
import { notices } from '../../../../lib/functions/breach-clock/notices.ts';
import { warning } from '../../../../lib/functions/breach-clock/warning.ts';
import type { BreachDuty, Period } from '../../../../lib/model/breach-duty.ts';

const calendar = { timeZone: 'America/Sao_Paulo', weekend: [0, 6], holidays: [] };

test.each<[string, Period, string, string]>([
  ['CERT-In, 6 hours', { hours: 6 }, '2026-06-15T22:30:00Z', '2026-06-16T04:30:00.000Z'],
  ['GDPR, 72 hours over a weekend', { hours: 72 }, '2026-06-12T17:00:00Z', '2026-06-15T17:00:00.000Z'],
  ['hours do not care for summer time', { hours: 72 }, '2026-03-28T00:30:00Z', '2026-03-31T00:30:00.000Z'],
  ['PDPA, 3 calendar days', { calendarDays: 3 }, '2026-02-27T10:00:00Z', '2026-03-02T10:00:00.000Z'],
  ['a leap day counts', { calendarDays: 30 }, '2028-02-10T10:00:00Z', '2028-03-11T10:00:00.000Z'],
  [
    'LGPD, 3 business days from a Thursday',
    { businessDays: 3, calendar },
    '2026-06-11T10:00:00Z',
    '2026-06-16T10:00:00.000Z',
  ],
  ['from a Friday', { businessDays: 1, calendar }, '2026-06-12T23:59:00Z', '2026-06-15T23:59:00.000Z'],
  ['from a Saturday', { businessDays: 1, calendar }, '2026-06-13T10:00:00Z', '2026-06-15T10:00:00.000Z'],
  [
    'around a holiday',
    { businessDays: 3, calendar: { ...calendar, holidays: ['2026-06-15'] } },
    '2026-06-11T10:00:00Z',
    '2026-06-17T10:00:00.000Z',
  ],
  [
    'words without a number run to the target',
    { targetHours: 72 },
    '2026-06-12T17:00:00Z',
    '2026-06-15T17:00:00.000Z',
  ],
  [
    'where nobody knows the business days, every day is one',
    { businessDays: 3 },
    '2026-06-12T10:00:00Z',
    '2026-06-15T10:00:00.000Z',
  ],
  [
    'a weekend begins where the authority is: Saturday in Auckland',
    { businessDays: 1, calendar: { ...calendar, timeZone: 'Pacific/Auckland' } },
    '2026-06-11T15:00:00Z',
    '2026-06-14T15:00:00.000Z',
  ],
  [
    'and it need not be Saturday and Sunday',
    { businessDays: 3, calendar: { ...calendar, timeZone: 'Asia/Riyadh', weekend: [5, 6] } },
    '2026-06-12T10:00:00Z',
    '2026-06-16T10:00:00.000Z',
  ],
])('%s', (_, period, awareAt, due) => {
  expect(deadline(awareAt, period).toISOString()).toBe(due);
});

test.each<[string, Period, string]>([
  ['2026-06-15T10:00:00+02:00', { hours: 72 }, 'expected a UTC time'],
  ['yesterday', { hours: 72 }, 'expected a UTC time'],
  ['2026-06-15T10:00:00Z', { hours: 0 }, 'got 0, expected a positive whole number'],
  ['2026-06-15T10:00:00Z', { calendarDays: 1.5 }, 'got 1.5'],
  ['2026-06-15T10:00:00Z', { businessDays: -1 }, 'got -1'],
])('%s with %j is an error', (awareAt, period, message) => {
  expect(() => deadline(awareAt, period)).toThrow(message);
});

const utc = { ...calendar, timeZone: 'UTC' };

test('business days: never on a weekend, and exactly that many working days away', () => {
  const start = Date.UTC(2026, 0, 1);
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 3 * 365 * 24 }),
      fc.integer({ min: 1, max: 40 }),
      (hour, businessDays) => {
        const awareAt = new Date(start + hour * 3_600_000);
        const due = deadline(awareAt.toISOString(), { businessDays, calendar: utc });
        expect([1, 2, 3, 4, 5]).toContain(due.getUTCDay());
        let working = 0;
        for (let time = awareAt.getTime() + 86_400_000; time <= due.getTime(); time += 86_400_000)
          if (![0, 6].includes(new Date(time).getUTCDay())) working += 1;
        expect(working).toBe(businessDays);
      },
    ),
  );
});

test('not knowing the calendar never makes a deadline later', () => {
  const weekends = fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 0, maxLength: 3 });
  const zones = fc.constantFrom('UTC', 'Pacific/Kiritimati', 'America/Sao_Paulo', 'Asia/Riyadh');
  const start = Date.UTC(2026, 0, 1);
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 365 * 24 }),
      fc.integer({ min: 1, max: 20 }),
      weekends,
      zones,
      (hour, businessDays, weekend, timeZone) => {
        const awareAt = new Date(start + hour * 3_600_000).toISOString();
        const known = deadline(awareAt, { businessDays, calendar: { timeZone, weekend, holidays: [] } });
        expect(deadline(awareAt, { businessDays }).getTime()).toBeLessThanOrEqual(known.getTime());
      },
    ),
  );
});

const duty = (id: string, period: Period): BreachDuty => ({
  id,
  law: 'GB UK GDPR 33',
  recipient: 'ICO',
  period,
  words: '72 h',
  matters: ['m-7f3a9c', 'm-2be41d'],
  owner: 'data-protection',
  template: 'notice-gb',
  counsel: ['counsel-gb'],
  plan: 'crisis-1',
});
const opened = (duties: BreachDuty[]) => ({
  ...{ version: 1 as const, incident: 'inc-20a1f3', vendor: 'meridian', awareAt: '2026-06-12T00:00:00Z' },
  ...{ openedAt: '2026-06-12T00:05:00Z', openedBy: 'p-00aa00', duties },
});
const says = (one: BreachDuty, at = '2026-06-13T00:00:00Z') => warning(opened([one]), one, new Date(at));

test('warnings for 72 hours go out at once and after 24, 48, 66 and 72', () => {
  const all = notices('inc-20a1f3', '2026-06-12T00:00:00Z', [duty('GB-ico', { hours: 72 })]);
  expect(all.map(({ at }) => at)).toEqual([
    '2026-06-12T00:00:00.000Z',
    '2026-06-13T00:00:00.000Z',
    '2026-06-14T00:00:00.000Z',
    '2026-06-14T18:00:00.000Z',
    '2026-06-15T00:00:00.000Z',
  ]);
});

test('a warning says who tells whom, by when, with which notice and which counsel', () => {
  const { subject, text } = says(duty('GB-ico', { hours: 72 }));
  expect(subject).toBe('inc-20a1f3 GB-ico: 48 h left');
  expect(text).toBe(
    [
      'Incident inc-20a1f3 at vendor meridian, aware since 2026-06-12T00:00:00Z.',
      'GB UK GDPR 33: tell ICO within 72 hours.',
      'In the words of the law: 72 h.',
      'Deadline 2026-06-15T00:00:00.000Z UTC: 48 h left.',
      'Owner data-protection. Notice template notice-gb.',
      'Local counsel counsel-gb. Crisis plan crisis-1.',
      'Matters m-7f3a9c, m-2be41d.',
      'Computed by the strictest reading; not legal advice.',
    ].join('\n'),
  );
});

test('a warning is on time within minutes, and afterwards says how late it is', () => {
  const one = duty('GB-ico', { hours: 72 });
  expect(says(one, '2026-06-15T00:00:02Z').subject).toBe('inc-20a1f3 GB-ico: DUE NOW');
  expect(says(one, '2026-06-15T05:00:00Z').subject).toBe('inc-20a1f3 GB-ico: 5 h OVERDUE');
});

test.each<[string, Partial<BreachDuty>, string]>([
  ['no calendar', { period: { businessDays: 3 } }, '(no calendar known: every day counted)'],
  ['no holidays', { period: { businessDays: 3, calendar } }, '(holidays not considered)'],
  ['no number', { period: { targetHours: 72 } }, "it names no number, the firm's target is 72 hours"],
  ['a condition', { condition: 'more than 500 residents' }, 'Only if: more than 500 residents.'],
  ['weak ground', { caveat: 'guidance, not statute' }, 'Mind: guidance, not statute.'],
  ['no counsel', { counsel: [] }, 'Local counsel none on file.'],
  ['no template', { template: undefined }, 'Notice template none on file.'],
])('a warning owns up to %s', (_, fields, text) => {
  expect(says({ ...duty('X', { hours: 72 }), ...fields }).text).toContain(text);
});

test('notices of all duties are in the order of time', () => {
  const all = notices('inc-20a1f3', '2026-06-12T00:00:00Z', [
    duty('BR-anpd', { businessDays: 3 }),
    duty('CH-fdpic', { targetHours: 72 }),
    duty('IN-cert', { hours: 6 }),
  ]);
  expect(all).toHaveLength(15);
  expect(all.map(({ at }) => at)).toEqual([...all.map(({ at }) => at)].sort());
});
