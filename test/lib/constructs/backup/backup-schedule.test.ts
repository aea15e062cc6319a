import { backupSchedule } from '../../../../lib/constructs/backup/backup-schedule.ts';
import { recoveryObjectives } from '../../../../lib/profile/recovery-objectives.ts';
import { intervalHours } from '../../../../policies/reading/schedule-interval.ts';

test.each(Object.entries(recoveryObjectives))(
  'the plan of %s keeps its objective exactly',
  (_, { rpoHours }) => {
    const { scheduleExpression, startWindowMinutes, completionWindowMinutes } = backupSchedule({ rpoHours });
    const interval = intervalHours(scheduleExpression) ?? Number.NaN;
    expect(interval + (startWindowMinutes + completionWindowMinutes) / 60).toBe(rpoHours);
  },
);

test.each([
  ['cron(0 2 * * ? *)', 24],
  ['cron(0 2/12 * * ? *)', 12],
  ['cron(0 2/6 * * ? *)', 6],
  ['cron(30 */1 ? * * *)', 1],
  ['cron(0 12/11 * * ? *)', 13],
  ['cron(0 20/6 * * ? *)', 24],
  ['cron(0 2 ? * SUN *)', undefined],
  ['cron(0 2 1 * ? *)', undefined],
  ['cron(0 2,14 * * ? *)', 12],
  ['rate(1 hour)', undefined],
  [undefined, undefined],
])('%s: %s hours', (expression, hours) => {
  expect(intervalHours(expression)).toBe(hours);
});
