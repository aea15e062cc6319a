import { exceptRoles, shape } from '../../../authoring/deny/condition-shapes.ts';
import { guardrailDeny } from '../../../authoring/deny/guardrail-deny.ts';
import { bootstrapRoleArn, roleArn } from '../../../authoring/fixtures/role-arn.ts';
import { isAccountId } from '../../../template/arn.ts';
import { type MatterPurpose, matterName, readOurRole, restoreTestBuckets } from '../../../template/names.ts';

const deployRole = bootstrapRoleArn();
const except = (...names: string[]) => ({ ArnNotLike: { 'aws:PrincipalArn': names } });
const restorer = roleArn(matterName('meridian', 'm-*', 'restorer'));
const tags = ['backup:TagResource', 'backup:UntagResource'];
const tests = `arn:aws:s3:::${restoreTestBuckets}*`;
const start = { Action: 'backup:StartRestoreJob', Condition: except(restorer) };
const pass = {
  Action: 'iam:PassRole',
  Resource: undefined,
  NotResource: roleArn(matterName('meridian', 'm-*', 'restore')),
  Condition: { ArnLike: { 'aws:PrincipalArn': restorer } },
};
const tagging = {
  Action: tags,
  Condition: except(deployRole, roleArn(matterName('meridian', 'm-*', 'backup'))),
};
const closed = {
  Action: 's3:*',
  Resource: [tests, `${tests}/*`],
  Condition: except(roleArn(matterName('meridian', 'm-*', 'restoreTest'))),
};
const whole = [start, pass, tagging, closed];

const isOfEveryMatter = (arn: string, wanted: MatterPurpose): boolean => {
  const { inAccount = '', vendor, matter, purpose } = readOurRole(arn) ?? {};
  return isAccountId(inAccount) && vendor !== '*' && matter === 'm-*' && purpose === wanted;
};

/**
 * AWS Backup checks the recovery point and the passed role apart. The tags of recovery points bind the one and
 * the names of roles the other, so neither may be changed by anyone who restores.
 */
export const check = guardrailDeny({
  control: 'LPO-RES-01',
  name: 'restores-started-by-restorers',
  expected:
    'an SCP lets restorers alone start restores and pass nothing but restore roles, lets nobody else tag recovery points, and keeps everyone out of the buckets of restore tests',
  fix: 'add the four denies; not even the deploy role starts restores',
  type: 'SERVICE_CONTROL_POLICY',
  denies: () => [
    { actions: ['backup:StartRestoreJob'], trigger: [], exempting: [exceptRoles('restorer')] },
    {
      actions: ['iam:PassRole'],
      trigger: [
        shape(['ArnEquals', 'ArnLike'], 'aws:PrincipalArn', (values) =>
          values.some((value) => isOfEveryMatter(value, 'restorer')),
        ),
      ],
      exempting: [],
      reaches: ({ resources, notResources }) =>
        resources.length === 0 &&
        notResources.length > 0 &&
        notResources.every((arn) => isOfEveryMatter(arn, 'restore')),
    },
    { actions: tags, trigger: [], exempting: [exceptRoles('deploy', 'backup')] },
    {
      actions: ['s3:*'],
      trigger: [],
      exempting: [exceptRoles('restoreTest')],
      reaches: ({ resources }) =>
        ['', '/*'].every((end) =>
          resources.some((arn) => arn.endsWith(`:s3:::${restoreTestBuckets}*${end}`)),
        ),
    },
  ],
  good: { whole },
  bad: {
    ...Object.fromEntries(
      whole.map((_, index) => [`without statement ${index}`, whole.filter((__, i) => i !== index)]),
    ),
    'the deploy role restores': [{ ...start, Condition: except(restorer, deployRole) }, ...whole.slice(1)],
    'any role of a matter is passed': [
      start,
      { ...pass, NotResource: roleArn('lpo-meridian-m-*') },
      ...whole.slice(2),
    ],
    'restorers tag recovery points': [
      start,
      pass,
      { ...tagging, Condition: except(deployRole, restorer) },
      closed,
    ],
    'objects of tests stay open': [start, pass, tagging, { ...closed, Resource: tests }],
  },
});
