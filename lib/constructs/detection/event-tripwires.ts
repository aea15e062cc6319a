import { Stack } from 'aws-cdk-lib';
import { CfnRule } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import { eventAlertRoleName, tripwireName } from '../../model/names.ts';
import { roleArn } from '../arns.ts';

/** A regional event that somebody must hear of at once. */
interface Tripwire {
  readonly name: string;
  readonly what: string;
  readonly pattern: object;
}

const calls = (source: string, ...eventName: string[]) => ({
  source: [`aws.${source}`],
  'detail-type': ['AWS API Call via CloudTrail'],
  detail: { eventSource: [`${source}.amazonaws.com`], eventName },
});

/** Management calls, findings and scans. Global services (IAM, sign-in) are watched in the trail's log group. */
export const eventTripwires: readonly Tripwire[] = [
  {
    name: 'key-policy-change',
    what: 'A key policy or grant was changed',
    pattern: calls('kms', 'PutKeyPolicy', 'CreateGrant', 'UpdateAlias', 'ReplicateKey'),
  },
  {
    name: 'key-disabled',
    what: 'A key was disabled, enabled or scheduled for deletion',
    pattern: calls(
      'kms',
      'DisableKey',
      'EnableKey',
      'ScheduleKeyDeletion',
      'CancelKeyDeletion',
      'DeleteImportedKeyMaterial',
      'DisableKeyRotation',
    ),
  },
  {
    name: 'trail-stopped',
    what: 'The trail was stopped, deleted or re-scoped',
    pattern: calls('cloudtrail', 'StopLogging', 'DeleteTrail', 'UpdateTrail', 'PutEventSelectors'),
  },
  {
    name: 'vpn-opened',
    what: 'A way into the workspace was opened or its endpoint changed',
    pattern: calls(
      'ec2',
      'AuthorizeClientVpnIngress',
      'ModifyClientVpnEndpoint',
      'CreateClientVpnEndpoint',
      'AttachInternetGateway',
      'CreateNatGateway',
      'CreateVpcPeeringConnection',
      'ModifyVpcEndpoint',
    ),
  },
  {
    name: 'bucket-settings-change',
    what: 'A bucket policy, its lock or its public access settings were changed',
    pattern: calls(
      's3',
      'PutBucketPolicy',
      'DeleteBucketPolicy',
      'PutBucketPublicAccessBlock',
      'DeleteBucketPublicAccessBlock',
      'PutBucketObjectLockConfiguration',
      'PutBucketReplication',
    ),
  },
  {
    name: 'threat',
    what: 'GuardDuty found a threat',
    pattern: {
      source: ['aws.guardduty'],
      'detail-type': ['GuardDuty Finding'],
      detail: { severity: [{ numeric: ['>=', 4] }] },
    },
  },
  {
    name: 'malware',
    what: 'An object is not clean, or could not be scanned',
    pattern: {
      source: ['aws.guardduty'],
      'detail-type': ['GuardDuty Malware Protection Object Scan Result'],
      detail: { scanResultDetails: { scanResultStatus: [{ 'anything-but': 'NO_THREATS_FOUND' }] } },
    },
  },
  {
    name: 'sensitive-data',
    what: 'Macie found sensitive data or an open bucket',
    pattern: { source: ['aws.macie'], 'detail-type': ['Macie Finding'] },
  },
  {
    name: 'shared-outside',
    what: 'Access Analyzer found access from outside, or access nobody uses',
    pattern: {
      source: ['aws.access-analyzer'],
      'detail-type': ['Access Analyzer Finding', 'Unused Access Finding for IAM entities'],
    },
  },
  {
    name: 'vpn-cut',
    what: 'Somebody was cut off from the workspace',
    pattern: calls('ec2', 'RevokeClientVpnIngress', 'TerminateClientVpnConnections'),
  },
];

export interface EventTripwiresProps {
  /** Slug of the vendor, 3 to 16 characters, lower case: it stands in every physical name. */
  readonly vendor: string;
  /** Encrypted topic that EventBridge publishes to, as the vendor's role for it. */
  readonly topicArn: string;
}

/** Rules that tell a person. The message says what, where and when; names stay in the event itself. */
export class EventTripwires extends Construct {
  constructor(scope: Construct, id: string, props: EventTripwiresProps) {
    super(scope, id);
    const { account, region } = Stack.of(this);
    for (const { name, what, pattern } of eventTripwires)
      new CfnRule(this, name, {
        name: tripwireName(props.vendor, name),
        description: what,
        eventPattern: pattern,
        targets: [
          {
            id: 'Alerts',
            arn: props.topicArn,
            roleArn: roleArn(this, eventAlertRoleName(props.vendor)),
            inputTransformer: {
              inputPathsMap: { event: '$.id', time: '$.time' },
              inputTemplate: `"${what}. Vendor ${props.vendor}, account ${account}, ${region}, <time>, event <event>."`,
            },
          },
        ],
      });
  }
}
