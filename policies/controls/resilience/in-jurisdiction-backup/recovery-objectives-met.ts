import { assemblyCheck, type ExampleStacks } from '../../../authoring/check.ts';
import { backupPlan, matterBackup } from '../../../authoring/fixtures/matter-backup.ts';
import { coveringPlans } from '../../../reading/covering-plans.ts';
import { matterOf } from '../../../reading/matter-of.ts';
import { intervalHours } from '../../../reading/schedule-interval.ts';
import type { ResourceView } from '../../../template/resource-view.ts';

const stack = (tags: Record<string, string>, rule: object = {}): ExampleStacks =>
  matterBackup(
    backupPlan([
      {
        ScheduleExpression: 'cron(0 2/12 * * ? *)',
        StartWindowMinutes: 60,
        CompletionWindowMinutes: 660,
        ...rule,
      },
    ]),
    tags,
  );
const stated = { 'lpo:rpo-hours': '24', 'lpo:rto-hours': '48' };
/** A week: an objective beyond it is none. */
const longest = 168;

const hours = (resource: ResourceView, tag: string): number | undefined => {
  const value = resource.tags[tag] ?? '';
  return /^[1-9]\d{0,2}$/.test(value) && Number(value) <= longest ? Number(value) : undefined;
};

/** NIST SP 800-34. What happens just before a backup is done is lost back to the beginning of the one before. */
export const check = assemblyCheck({
  control: 'LPO-RES-01',
  name: 'recovery-objectives-met',
  expected:
    'every matter bucket states lpo:rpo-hours and lpo:rto-hours, and the interval, start window and completion window of its backup plan add up to no more than the first',
  fix: 'tag the bucket with its objectives; back up more often, or shorten the windows',
  judge(view) {
    const buckets = view.ofType('AWS::S3::Bucket').filter(({ resource }) => matterOf(resource) !== undefined);
    if (buckets.length === 0) return 'not applicable';
    return buckets.flatMap((bucket) => {
      const { stack: at, resource } = bucket;
      const place = { stack: at.id, logicalId: resource.logicalId, property: 'Tags' };
      const [rpo, rto] = [hours(resource, 'lpo:rpo-hours'), hours(resource, 'lpo:rto-hours')];
      if (rpo === undefined || rto === undefined)
        return [
          {
            ...place,
            got: `no ${rpo === undefined ? 'lpo:rpo-hours' : 'lpo:rto-hours'} of 1 to ${longest}`,
          },
        ];
      const losses = coveringPlans(view, bucket).flatMap((plan) =>
        plan.resource.list('BackupPlan.BackupPlanRule').map((_, index) => loss(plan.resource, index)),
      );
      const least = Math.min(...losses.map((each) => each ?? Number.POSITIVE_INFINITY));
      return least <= rpo
        ? []
        : [
            {
              ...place,
              got: Number.isFinite(least)
                ? `up to ${least} hours may be lost, and lpo:rpo-hours is ${rpo}`
                : 'no plan whose schedule and windows can be read',
            },
          ];
    });
  },
  good: {
    'twice a day': stack(stated),
    'at hours that are listed': stack(stated, { ScheduleExpression: 'cron(0 2,14 * * ? *)' }),
    'once a day': stack({ ...stated, 'lpo:rpo-hours': '48' }, { ScheduleExpression: 'cron(0 2 * * ? *)' }),
  },
  bad: {
    'no objectives': stack({}),
    'no time objective': stack({ 'lpo:rpo-hours': '24' }),
    'an objective of months': stack({ ...stated, 'lpo:rpo-hours': '2400' }),
    'an objective in words': stack({ ...stated, 'lpo:rto-hours': 'soon' }),
    'once a day': stack(stated, { ScheduleExpression: 'cron(0 2 * * ? *)' }),
    'once a week': stack(stated, { ScheduleExpression: 'cron(0 2 ? * SUN *)' }),
    'a window too long': stack(stated, { CompletionWindowMinutes: 720 }),
    'no window, so AWS Backup takes seven days': stack(stated, { CompletionWindowMinutes: undefined }),
    'a day that has no such hour': stack(stated, { ScheduleExpression: 'cron(0 2,26 * * ? *)' }),
    'listed hours far apart': stack(stated, { ScheduleExpression: 'cron(0 2,3 * * ? *)' }),
    'an uneven day': stack(stated, { ScheduleExpression: 'cron(0 12/11 * * ? *)' }),
  },
});

/** Hours that may be lost under one rule; undefined when it cannot be read. */
function loss(plan: ResourceView, index: number): number | undefined {
  const at = `BackupPlan.BackupPlanRule.${index}`;
  const interval = intervalHours(plan.text(`${at}.ScheduleExpression`));
  // The defaults of AWS Backup, in minutes: start within eight hours, complete within seven days.
  const start = Number(plan.text(`${at}.StartWindowMinutes`) ?? 480);
  const completion = Number(plan.text(`${at}.CompletionWindowMinutes`) ?? 10_080);
  if (interval === undefined || !(start > 0) || !(completion > 0)) return undefined;
  return interval + (start + completion) / 60;
}
