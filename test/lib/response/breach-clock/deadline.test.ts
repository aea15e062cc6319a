import fc from 'fast-check';
import type { BreachDuty, Period } from '../../../../lib/model/breach-duty';
import { deadline } from '../../../../lib/response/breach-clock/deadline';
import { notices } from '../../../../lib/response/breach-clock/notices';

test.each<[string, Period, string, string]>([
  ['CERT-In, 6 hours', { hours: 6 }, '2026-06-15T22:30:00Z', '2026-06-16T04:30:00.000Z'],
  ['GDPR, 72 hours over a weekend', { hours: 72 }, '2026-06-12T17:00:00Z', '2026-06-15T17:00:00.000Z'],
  ['hours do not care for summer time', { hours: 72 }, '2026-03-28T00:30:00Z', '2026-03-31T00:30:00.000Z'],
  ['PDPA, 3 calendar days', { calendarDays: 3 }, '2026-02-27T10:00:00Z', '2026-03-02T10:00:00.000Z'],
  ['a leap day counts', { calendarDays: 30 }, '2028-02-10T10:00:00Z', '2028-03-11T10:00:00.000Z'],
  [
    'LGPD, 3 business days from a Thursday',
    { businessDays: 3 },
    '2026-06-11T10:00:00Z',
    '2026-06-16T10:00:00.000Z',
  ],
  ['from a Friday', { businessDays: 1 }, '2026-06-12T23:59:00Z', '2026-06-15T23:59:00.000Z'],
  ['from a Saturday', { businessDays: 1 }, '2026-06-13T10:00:00Z', '2026-06-15T10:00:00.000Z'],
  [
    'around a holiday',
    { businessDays: 3, holidays: ['2026-06-15'] },
    '2026-06-11T10:00:00Z',
    '2026-06-17T10:00:00.000Z',
  ],
  [
    'words without a number run to the target',
    { words: 'without undue delay', targetHours: 72 },
    '2026-06-12T17:00:00Z',
    '2026-06-15T17:00:00.000Z',
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

test('business days: never on a weekend, and exactly that many working days away', () => {
  const start = Date.UTC(2026, 0, 1);
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 3 * 365 * 24 }),
      fc.integer({ min: 1, max: 40 }),
      (hour, businessDays) => {
        const awareAt = new Date(start + hour * 3_600_000);
        const due = deadline(awareAt.toISOString(), { businessDays });
        expect([1, 2, 3, 4, 5]).toContain(due.getUTCDay());
        let working = 0;
        for (let time = awareAt.getTime() + 86_400_000; time <= due.getTime(); time += 86_400_000)
          if (![0, 6].includes(new Date(time).getUTCDay())) working += 1;
        expect(working).toBe(businessDays);
      },
    ),
  );
});

const duty = (id: string, period: Period): BreachDuty => ({
  id,
  law: 'GB UK GDPR 33',
  recipient: 'ICO',
  period,
  owner: 'data-protection',
  template: 'T-ICO-01',
  counsel: 'C-GB-01',
});

test('warnings for 72 hours go out at once and after 24, 48, 66 and 72', () => {
  const all = notices('inc-20a1f3', '2026-06-12T00:00:00Z', [duty('GB-ico', { hours: 72 })]);
  expect(all.map(({ at }) => at)).toEqual([
    '2026-06-12T00:00:00.000Z',
    '2026-06-13T00:00:00.000Z',
    '2026-06-14T00:00:00.000Z',
    '2026-06-14T18:00:00.000Z',
    '2026-06-15T00:00:00.000Z',
  ]);
  expect(all.map(({ subject }) => subject)).toEqual([
    'inc-20a1f3 GB-ico: 72 h left',
    'inc-20a1f3 GB-ico: 48 h left',
    'inc-20a1f3 GB-ico: 24 h left',
    'inc-20a1f3 GB-ico: 6 h left',
    'inc-20a1f3 GB-ico: DUE NOW',
  ]);
  expect(all[1]?.text).toBe(
    [
      'Incident inc-20a1f3, aware since 2026-06-12T00:00:00Z.',
      'GB UK GDPR 33: tell ICO within 72 hours.',
      'Deadline 2026-06-15T00:00:00.000Z UTC, in 48 h.',
      'Owner data-protection. Notice template T-ICO-01. Local counsel C-GB-01, see the crisis plan.',
      'Computed by the strictest reading; not legal advice.',
    ].join('\n'),
  );
});

test('notices of all duties are in the order of time, and say what they do not know', () => {
  const all = notices('inc-20a1f3', '2026-06-12T00:00:00Z', [
    duty('BR-anpd', { businessDays: 3 }),
    duty('CH-fdpic', { words: 'as soon as possible', targetHours: 72 }),
    duty('IN-cert', { hours: 6 }),
  ]);
  expect(all).toHaveLength(15);
  expect(all.map(({ at }) => at)).toEqual([...all.map(({ at }) => at)].sort());
  expect(all.find((each) => each.duty === 'BR-anpd')?.text).toContain('(holidays not considered)');
  expect(all.find((each) => each.duty === 'CH-fdpic')?.text).toContain(
    "as soon as possible; the law names no number, the firm's target is 72 hours",
  );
});
