const looking = ['Describe*', 'Get*', 'List*'];
const withoutDescribe = ['Get*', 'List*'];

/** Actions that only look, by service. Whether what they show is data is for the policies of buckets and keys. */
const byService: Readonly<Record<string, readonly string[]>> = {
  'access-analyzer': withoutDescribe,
  acm: ['Describe*', 'List*'],
  backup: looking,
  cloudformation: [...looking, 'DetectStackDrift', 'DetectStackResourceDrift'],
  cloudtrail: [...looking, 'LookupEvents'],
  cloudwatch: looking,
  config: looking,
  ec2: looking,
  events: ['Describe*', 'List*'],
  guardduty: looking,
  iam: withoutDescribe,
  kms: looking,
  // Not GetFunction, which hands out the code and the roster in it.
  lambda: [
    'GetFunctionC*',
    'GetFunctionRecursionConfig',
    'GetFunctionScalingConfig',
    'GetPolicy',
    'GetRuntimeManagementConfig',
    'List*',
  ],
  logs: looking,
  macie2: looking,
  organizations: ['DescribeOrganization'],
  route53resolver: withoutDescribe,
  s3: looking,
  securityhub: looking,
  sns: withoutDescribe,
  ssm: looking,
  sts: ['GetCallerIdentity'],
};

/** Actions with which anybody may look at the account, as far as their own policies let them. */
export const reading: readonly string[] = Object.entries(byService).flatMap(([service, actions]) =>
  actions.map((action) => `${service}:${action}`),
);
