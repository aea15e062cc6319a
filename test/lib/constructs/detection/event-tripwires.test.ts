import { eventTripwires } from '../../../../lib/constructs/detection/event-tripwires.ts';

/** EventBridge's matching, as far as the patterns here use it; anything else is an error. */
function matches(pattern: unknown, value: unknown): boolean {
  if (Array.isArray(pattern)) return pattern.some((each) => matchesOne(each, value));
  if (typeof pattern !== 'object' || pattern === null) throw new Error(`not a pattern: ${pattern}`);
  return Object.entries(pattern).every(([key, inner]) =>
    matches(inner, (value as Record<string, unknown> | undefined)?.[key]),
  );
}
function matchesOne(each: unknown, value: unknown): boolean {
  if (typeof each === 'string') return each === value;
  const [[operator, operand] = []] = Object.entries(each as object);
  if (operator === 'anything-but') return value !== undefined && value !== operand;
  if (operator === 'numeric' && operand[0] === '>=') return typeof value === 'number' && value >= operand[1];
  throw new Error(`operator ${operator}`);
}

const ringing = (event: unknown): string[] =>
  eventTripwires.filter(({ pattern }) => matches(pattern, event)).map(({ name }) => name);
const call = (service: string, eventName: string) => ({
  source: `aws.${service}`,
  'detail-type': 'AWS API Call via CloudTrail',
  detail: { eventSource: `${service}.amazonaws.com`, eventName },
});

test.each([
  [call('kms', 'PutKeyPolicy'), ['key-policy-change']],
  [call('kms', 'CreateGrant'), ['key-policy-change']],
  [call('kms', 'DisableKey'), ['key-disabled']],
  [call('kms', 'EnableKey'), ['key-disabled']],
  [call('kms', 'ScheduleKeyDeletion'), ['key-disabled']],
  [call('cloudtrail', 'StopLogging'), ['trail-stopped']],
  [call('ec2', 'AuthorizeClientVpnIngress'), ['vpn-opened']],
  [call('s3', 'PutBucketPolicy'), ['bucket-settings-change']],
  [call('kms', 'Decrypt'), []],
  [call('ec2', 'DescribeVpcs'), []],
  [{ source: 'aws.guardduty', 'detail-type': 'GuardDuty Finding', detail: { severity: 7.5 } }, ['threat']],
  [{ source: 'aws.guardduty', 'detail-type': 'GuardDuty Finding', detail: { severity: 2 } }, []],
  ...(['THREATS_FOUND', 'UNSUPPORTED', 'ACCESS_DENIED', 'FAILED', 'NO_THREATS_FOUND'] as const).map(
    (status): [object, string[]] => [
      {
        source: 'aws.guardduty',
        'detail-type': 'GuardDuty Malware Protection Object Scan Result',
        detail: { scanResultDetails: { scanResultStatus: status } },
      },
      status === 'NO_THREATS_FOUND' ? [] : ['malware'],
    ],
  ),
])('%j rings %j', (event, names) => {
  expect(ringing(event)).toEqual(names);
});
