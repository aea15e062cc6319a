import { assemblyCheck, type ExampleStacks } from '../../../authoring/check.ts';
import { vpc } from '../../../authoring/fixtures/vpc.ts';
import { vendorsOf } from '../../../reading/vendors.ts';
import { readArn } from '../../../template/arn.ts';
import { isObject } from '../../../template/template-shape.ts';

const restore = 'Restore Job State Change';
const ends = ['COMPLETED', 'FAILED'];
const rule = (EventPattern: object, Arn: string, more: object = {}) => ({
  Type: 'AWS::Events::Rule',
  Properties: { EventPattern, Targets: [{ Id: 'T', Arn }], ...more },
});
const pattern = { source: ['aws.backup'], 'detail-type': [restore] };
const log = 'arn:aws:logs:eu-west-2:200000000001:log-group:/lpo/meridian/restores';
const topic = 'arn:aws:sns:eu-west-2:200000000001:lpo-meridian-alerts';
const parts = {
  Vpc: vpc(),
  Plan: { Type: 'AWS::Backup::BackupPlan', Properties: {} },
  Record: rule(pattern, log),
  Alert: rule({ ...pattern, detail: { status: [...ends, 'RUNNING'] } }, topic),
  Failures: rule(
    {
      source: ['aws.backup'],
      'detail-type': ['Backup Job State Change', 'Copy Job State Change'],
      detail: { state: ['ABORTED', 'EXPIRED', 'FAILED'] },
    },
    topic,
  ),
};
const example = (change: object): ExampleStacks => ({
  'meridian/Detection': {
    account: '200000000001',
    region: 'eu-west-2',
    template: { Resources: { ...parts, ...change } },
  },
});

type Pattern = Readonly<Record<string, unknown>>;
const has = (value: unknown, wanted: string): boolean => Array.isArray(value) && value.includes(wanted);

/** The ways a pattern can match; fields beside `$or` hold for each. */
const branchesOf = ({ $or: either, ...rest }: Pattern): Pattern[] =>
  Array.isArray(either) ? either.filter(isObject).map((one) => ({ ...rest, ...one })) : [rest];

const ofRestores = (one: Pattern): boolean =>
  (one.source === undefined || has(one.source, 'aws.backup')) && has(one['detail-type'], restore);

const tellsEnds = ({ detail }: Pattern): boolean =>
  detail === undefined ||
  (isObject(detail) &&
    Object.keys(detail).every((field) => field === 'status') &&
    ends.every((end) => has(detail.status, end)));

/** Jobs without which there is nothing to restore. */
const failing = ['Backup Job State Change', 'Copy Job State Change'];

const tellsFailures = ({ source, detail, 'detail-type': type }: Pattern, job: string): boolean =>
  (source === undefined || has(source, 'aws.backup')) &&
  has(type, job) &&
  (detail === undefined ||
    (isObject(detail) &&
      Object.keys(detail).every((field) => field === 'state') &&
      ['ABORTED', 'EXPIRED', 'FAILED'].every((end) => has(detail.state, end))));

/** AWS Backup forgets its jobs; a restore nobody can show later was not tested, and one nobody hears of is a leak. */
export const check = assemblyCheck({
  control: 'LPO-RES-01',
  name: 'restores-recorded',
  expected:
    'every restore of a workspace is written to a log group, and its end, a failed backup and a failed copy ring a topic',
  fix: `add enabled rules on ${restore}: one to a log group without further conditions, one to a topic for ${ends.join(' and ')}`,
  judge(view) {
    const plans = view.ofType('AWS::Backup::BackupPlan');
    return vendorsOf(view)
      .filter(({ account }) => plans.some(({ stack }) => stack.account === account))
      .flatMap(({ account, anchor }) => {
        const reaching = (service: string) =>
          view
            .ofType('AWS::Events::Rule')
            .filter(({ stack }) => stack.account === account)
            .filter(({ resource }) => resource.get('State') !== 'DISABLED')
            .filter(({ resource }) =>
              resource
                .list('Targets')
                .some(
                  (_, index) => readArn(resource.text(`Targets.${index}.Arn`) ?? '')?.service === service,
                ),
            )
            .flatMap(({ resource }) => {
              const got = resource.get('EventPattern');
              return isObject(got) ? branchesOf(got) : [];
            });
        const missing = [
          ...(reaching('logs')
            .filter(ofRestores)
            .some(({ detail }) => detail === undefined)
            ? []
            : ['no record']),
          ...(reaching('sns').filter(ofRestores).some(tellsEnds) ? [] : ['no notification']),
          ...failing
            .filter((job) => !reaching('sns').some((one) => tellsFailures(one, job)))
            .map((job) => `no notification of a failed ${job}`),
        ];
        return missing.map((got) => ({
          stack: anchor.stack.id,
          logicalId: anchor.resource.logicalId,
          property: 'account',
          got,
        }));
      });
  },
  good: {
    'recorded and notified': example({}),
    'notified by one rule of several': example({
      Alert: rule(
        {
          source: ['aws.backup'],
          $or: [
            { 'detail-type': ['Backup Job State Change'] },
            { 'detail-type': [restore], detail: { status: ends } },
          ],
        },
        topic,
      ),
    }),
  },
  bad: {
    'no record': example({ Record: parts.Vpc }),
    'a record of failures': example({ Record: rule({ ...pattern, detail: { status: ['FAILED'] } }, log) }),
    'a record that is off': example({ Record: rule(pattern, log, { State: 'DISABLED' }) }),
    'nobody notified': example({ Alert: rule(pattern, log) }),
    'notified of failures alone': example({
      Alert: rule({ ...pattern, detail: { status: ['FAILED'] } }, topic),
    }),
    'a failed backup is silent': example({ Failures: parts.Vpc }),
    'an expired copy is silent': example({
      Failures: rule(
        {
          source: ['aws.backup'],
          'detail-type': ['Backup Job State Change', 'Copy Job State Change'],
          detail: { state: ['FAILED'] },
        },
        topic,
      ),
    }),
    'notified of backups': example({
      Alert: rule({ source: ['aws.backup'], 'detail-type': ['Backup Job State Change'] }, topic),
    }),
  },
});
