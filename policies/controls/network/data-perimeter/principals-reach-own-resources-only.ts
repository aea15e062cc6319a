import { literal, shape } from '../../../authoring/deny/condition-shapes.ts';
import { guardrailDeny } from '../../../authoring/deny/guardrail-deny.ts';
import { isLogReader } from '../../../reading/is-log-reader.ts';
import { vendorName } from '../../../template/names.ts';

const actions = [
  'dynamodb:PutItem',
  'events:PutEvents',
  'lambda:InvokeFunction',
  'logs:PutLogEvents',
  's3:GetObject',
  's3:PutObject',
  'secretsmanager:GetSecretValue',
  'sns:Publish',
  'sqs:SendMessage',
  'states:StartExecution',
];
const wide = [
  'dynamodb:*',
  'events:Put*',
  'states:*',
  'lambda:*',
  'logs:*',
  's3:*',
  'secretsmanager:*',
  'sns:*',
  'sqs:*',
];
const outside = (account: string) => ({ StringNotEquals: { 'aws:ResourceAccount': account } });
const keys = (...accounts: string[]) => ({
  Action: 'kms:*',
  Condition: { StringNotEquals: { 'aws:ResourceAccount': accounts } },
});

const roles = (except = `arn:aws:iam::100000000003:role/${vendorName('meridian', 'logReader')}`) => ({
  Action: 'sts:AssumeRole',
  Resource: undefined,
  NotResource: except,
  Condition: outside('200000000001'),
});

/** Uploading to somebody's own bucket is the simplest way out of a workspace. */
export const check = guardrailDeny({
  control: 'LPO-NET-02',
  name: 'principals-reach-own-resources-only',
  expected: 'an SCP denies the vendor’s principals every resource outside the vendor’s account',
  fix: 'deny the data services where StringNotEquals aws:ResourceAccount is the vendor’s account',
  type: 'SERVICE_CONTROL_POLICY',
  denies: ({ account }) => [
    {
      actions: ['sts:AssumeRole'],
      trigger: [
        shape(['StringNotEquals', 'StringNotEqualsIfExists'], 'aws:ResourceAccount', (values) =>
          values.every((value) => value === account),
        ),
      ],
      exempting: [],
      reaches: ({ resources, notResources }) =>
        resources.includes('*') || (notResources.length > 0 && notResources.every(isLogReader)),
    },
    {
      actions,
      trigger: [
        shape(['StringNotEquals', 'StringNotEqualsIfExists'], 'aws:ResourceAccount', (values) =>
          values.every((value) => value === account),
        ),
      ],
      exempting: [],
    },
    {
      actions: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'],
      trigger: [
        shape(
          ['StringNotEquals', 'StringNotEqualsIfExists'],
          'aws:ResourceAccount',
          (values) => values.includes(account) && values.length <= 3 && literal(values),
        ),
      ],
      exempting: [],
    },
  ],
  good: {
    'its own account': [
      { Action: wide, Condition: outside('200000000001') },
      keys('200000000001', '100000000003'),
      roles(),
    ],
  },
  bad: {
    'another account as well': [
      {
        Action: wide,
        Condition: { StringNotEquals: { 'aws:ResourceAccount': ['200000000001', '999999999999'] } },
      },
      keys('200000000001'),
      roles(),
    ],
    'any account': [
      { Action: wide, Condition: { StringNotLike: { 'aws:ResourceAccount': '*' } } },
      keys('200000000001'),
      roles(),
    ],
    'objects left out': [
      { Action: wide.filter((action) => action !== 's3:*'), Condition: outside('200000000001') },
      keys('200000000001'),
      roles(),
    ],
    'keys left out': [{ Action: wide, Condition: outside('200000000001') }, roles()],
    'roles left out': [{ Action: wide, Condition: outside('200000000001') }, keys('200000000001')],
    'any role elsewhere': [
      { Action: wide, Condition: outside('200000000001') },
      keys('200000000001'),
      roles('arn:aws:iam::*:role/*'),
    ],
  },
});
