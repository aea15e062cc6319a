import { resourceCheck } from '../../../authoring/check.ts';
import { expectPresent, expectValue } from '../../../authoring/expect.ts';

const trail = (properties: object) => ({
  Type: 'AWS::CloudTrail::Trail',
  Properties: {
    EnableLogFileValidation: true,
    KMSKeyId: { 'Fn::GetAtt': ['Key', 'Arn'] },
    CloudWatchLogsLogGroupArn: { 'Fn::GetAtt': ['Group', 'Arn'] },
    CloudWatchLogsRoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] },
    ...properties,
  },
});

export const check = resourceCheck({
  control: 'LPO-LOG-02',
  name: 'trail-tamper-evident',
  expected:
    'the trail signs its digests, encrypts with a customer key and delivers to CloudWatch Logs as well',
  fix: 'set EnableLogFileValidation to true and give KMSKeyId, CloudWatchLogsLogGroupArn and CloudWatchLogsRoleArn',
  types: ['AWS::CloudTrail::Trail'],
  judge: (resource) => [
    ...expectValue(resource, 'EnableLogFileValidation', true),
    ...expectPresent(resource, 'KMSKeyId'),
    ...expectPresent(resource, 'CloudWatchLogsLogGroupArn'),
    ...expectPresent(resource, 'CloudWatchLogsRoleArn'),
  ],
  good: { whole: trail({}) },
  bad: {
    'no digests': trail({ EnableLogFileValidation: false }),
    'no key': trail({ KMSKeyId: undefined }),
    'no log group': trail({ CloudWatchLogsLogGroupArn: undefined }),
  },
});
